import { currentLanguage } from '@/shared/i18n';
import { formatTexts } from './texts';

const WHOLE_BPS = 10_000;
const PERCENT_BPS = 100;

const WHOLE_PERMILLE = 1_000;

/** A share given in tenths of a percent, as `97.4%`; a dash while there is nothing to share. */
export function formatRate(permille: number | null | undefined): string {
  if (permille === undefined || permille === null) return '—';
  return `${Math.floor(permille / 10)}.${permille % 10}%`;
}

/** The share of a sum that is made in the page, in tenths of a percent: rounded as the server rounds, by the same golden table. */
export function sharePermille(part: number, whole: number): number | undefined {
  if (whole === 0) return undefined;
  if (part === 0 || part === whole) return part === 0 ? 0 : WHOLE_PERMILLE;
  const rounded = Math.floor((part * WHOLE_PERMILLE * 2 + whole) / (whole * 2));
  return Math.min(Math.max(rounded, 1), WHOLE_PERMILLE - 1);
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
