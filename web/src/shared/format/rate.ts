import { currentLanguage } from '@/shared/i18n';
import { formatTexts } from './texts';

const WHOLE_BPS = 10_000;
const PERCENT_BPS = 100;

/** A share given in hundredths of a percent, as `97.4%`; a dash while there is nothing to share. Never rounded up. */
export function formatRate(bps: number | null | undefined): string {
  if (bps === undefined || bps === null) return '—';
  const tenths = Math.floor(bps / 10);
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** How a discount is said in the language in use: tenths of the list price in Chinese (8.5 折), percent of it in English. */
const SCALES = { 'zh-CN': { unit: '折', bps: 1000, full: 10 }, en: { unit: '%', bps: 100, full: 100 } } as const;

export function discountScale(): (typeof SCALES)[keyof typeof SCALES] {
  return SCALES[currentLanguage()];
}

/** A share of the list price in hundredths of a percent, as people say it: 9 折, `90%`; the whole price by its name. */
export function formatDiscount(bps: number): string {
  const { unit, bps: one } = discountScale();
  if (bps === WHOLE_BPS) return formatTexts.t('fullPrice');
  if (unit === '折' && bps < WHOLE_BPS) return `${bps / one} ${unit}`;
  return `${bps / PERCENT_BPS}%`;
}
