import { Card } from 'antd';
import type { components } from '@/shared/api/schema';
import { Timeline } from '@/shared/components/record';
import { unitTexts } from './texts';
import { remarks } from './WarrantyCard';

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
          body: [item.ends_on ? t('history.ends', { day: item.ends_on }) : ended(t, item), ...remarks(t, item.terms)].join(t('history.and')),
        }))}
      />
    </Card>
  );
}

/** Without a last day a warranty lasts for life, cannot be told, or was never promised. */
function ended(t: ReturnType<typeof unitTexts.useT>, { terms }: Resolution): string {
  const own = terms.filter((term) => term.covers.what === 'whole_unit');
  if (own.some((term) => term.problem?.problem === 'no_start_date')) return t('card.unknown');
  return own.some((term) => !term.problem) ? t('card.lifetime') : t('history.none');
}
