import { Chart } from '@/shared/components/chart';
import { useAppearance } from '@/shared/theme/appearance';
import { palettes } from '@/shared/theme/tokens';
import type { Group, Tally } from './ask';
import styles from './ledger.module.css';
import { ledgerTexts } from './texts';

const HEIGHT = 220;

/** Each month as a pile of promises by how they came out. */
export function MonthChart({ groups, onPick }: { groups: readonly Group[]; onPick: (index: number) => void }) {
  const t = ledgerTexts.useT();
  const p = palettes[useAppearance()];
  const pile = (name: string, color: string, field: keyof Tally) => ({
    name,
    type: 'bar',
    stack: 'promises',
    barMaxWidth: 28,
    itemStyle: { color },
    data: groups.map(({ tally }) => tally[field]),
  });
  return (
    <Chart
      label={t('monthsLabel')}
      height={HEIGHT}
      onPick={({ index }) => onPick(index)}
      option={{
        grid: { left: 8, right: 8, top: 32, bottom: 4, containLabel: true },
        legend: { top: 0, left: 0 },
        tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
        xAxis: { type: 'category', data: groups.map(({ name }) => name) },
        yAxis: { type: 'value', minInterval: 1 },
        series: [
          pile(t('kept'), p.kept, 'kept'),
          pile(t('late'), p.warning, 'fulfilled_late'),
          pile(t('broken'), p.broken, 'broken'),
          pile(t('excused'), p.paused, 'excused'),
        ],
      }}
    />
  );
}

const BUCKETS = ['0', '1', '2', '3', '4', '5', '6'] as const;

/** How far outside their limits promises were met. */
export function LatenessChart({ counts, onPick }: { counts: readonly number[]; onPick: (place: number) => void }) {
  const t = ledgerTexts.useT();
  const p = palettes[useAppearance()];
  if (!counts.some((count) => count > 0)) return <p className={styles['calm']}>{t('latenessNone')}</p>;
  return (
    <Chart
      label={t('latenessLabel')}
      height={HEIGHT}
      onPick={({ index }) => onPick(index)}
      option={{
        grid: { left: 8, right: 32, top: 8, bottom: 4, containLabel: true },
        tooltip: { trigger: 'item' },
        xAxis: { type: 'value', minInterval: 1 },
        yAxis: { type: 'category', inverse: true, data: BUCKETS.map((bucket) => t(`lateness.${bucket}`)) },
        series: [{ type: 'bar', barMaxWidth: 16, itemStyle: { color: p.warning }, label: { show: true, position: 'right', color: p.inkSoft }, data: BUCKETS.map((_, index) => counts[index] ?? 0) }],
      }}
    />
  );
}
