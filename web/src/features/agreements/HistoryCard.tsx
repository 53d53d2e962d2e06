import { Card } from 'antd';
import { $api } from '@/shared/api/client';
import { Timeline } from '@/shared/components/record';
import { formatRow } from '@/shared/format';
import type { Agreement } from './model';
import { changedFields } from './changes';
import { agreementTexts } from './texts';

/** What happened to the agreement, as the audit log tells it. */
export function HistoryCard({ agreement }: { agreement: Agreement }) {
  const t = agreementTexts.useT();
  const { data } = $api.useQuery('get', '/api/agreements/{id}/history', { params: { path: { id: agreement.id } } });
  if (!data || data.items.length === 0) return null;
  const title = (action: string) => {
    const key = `history.${action}`;
    return agreementTexts.has(key) ? t(key) : action;
  };
  const say = (detail: Record<string, unknown>) => {
    const fields = changedFields(detail).map(({ field, from, to }) => {
      const key = `changed.${field}`;
      return agreementTexts.has(key) ? t(key, { from, to }) : field;
    });
    if (fields.length > 0) return t('changed', { fields: formatRow(fields, 'words') });
    return [detail['on'], detail['reason']].filter((part) => typeof part === 'string').join(' · ') || undefined;
  };
  return (
    <Card title={t('history')}>
      <Timeline
        facts={data.items.map((item, index) => ({
          id: String(index),
          at: item.at,
          title: title(item.action),
          who: item.by,
          body: say(item.detail as Record<string, unknown>),
        }))}
      />
    </Card>
  );
}
