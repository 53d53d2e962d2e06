import { Card } from 'antd';
import type { components } from '@/shared/api/schema';
import { Timeline } from '@/shared/components/record';
import { unitTexts } from './texts';

type Resolution = components['schemas']['ResolutionView'];

/** How the warranty came to be what it is, the last first. */
export function History({ items }: { items: readonly Resolution[] }) {
  const t = unitTexts.useT();
  if (items.length === 0) return null;
  return (
    <Card title={t('history')}>
      <Timeline
        facts={items.map((item) => ({
          id: String(item.seq),
          at: item.resolved_at,
          title: t(`why.${item.why}`),
          body: item.ends_on ? t('history.ends', { day: item.ends_on }) : t('history.none'),
        }))}
      />
    </Card>
  );
}
