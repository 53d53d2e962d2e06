import { Card } from 'antd';
import type { components } from '@/shared/api/schema';
import { Timeline } from '@/shared/components/record';
import { warrantyTexts } from '@/shared/words/warranty';
import { unitTexts } from './texts';
import { remarks, until } from './WarrantyCard';

type Resolution = components['schemas']['ResolutionView'];

/** How the warranty came to be what it is, the last first. */
export function History({ items }: { items: readonly Resolution[] }) {
  const t = unitTexts.useT();
  const words = warrantyTexts.useT();
  if (items.length === 0) return null;
  return (
    <Card title={t('history')}>
      <Timeline
        facts={items.map((item) => ({
          id: String(item.seq),
          at: item.resolved_at,
          title: t(`why.${item.why}`),
          body: [item.said ? until(t, words, item) : words('nothing'), ...remarks(t, item.terms)].join(t('history.and')),
        }))}
      />
    </Card>
  );
}
