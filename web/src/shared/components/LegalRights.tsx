import type { components } from '@/shared/api/schema';
import { formatFen, formatRow } from '../format';
import { defineTexts } from '../i18n';
import { floorWords } from '../words/legal';

type Schemas = components['schemas'];
type Rights = Schemas['LegalRights'];
type Deduction = Schemas['UseDeduction'];

const rightsTexts = defineTexts('legalRights', {
  zh: {
    'title': '法定换退权利',
    'open': '至 {{day}}',
    'over': '已过（{{day}}）',
    'overDriven': '已超过 {{km}} 公里',
    'unknown': '无法判定：请登记交付或购买日期',
    'unread': '无法判定：请登记行驶里程（{{km}} 公里为限）',
    'day': '有同型号可换而客户选择退货的，按每日 {{rate}}% 折旧',
    'dayOf': '有同型号可换而客户选择退货的，按每日 {{rate}}% 折旧：已用 {{days}} 天（不含修理），扣除价款的 {{share}}%',
    'noPrice': '；登记购买价后可算出金额',
    'noInvoice': '；登记购买日期后可算出金额',
    'sumOf': '；{{paid}} × {{rate}}% × {{days}} 天 = {{sum}}，退还 {{rest}}',
    'sumBetween': '；{{paid}} × {{km}} ÷ 1000 × {{least}}%～{{most}}% = {{from}} 至 {{to}}',
    'distance': '换货、退货须支付使用补偿：价款 × 行驶公里 ÷ 1000 × n，n 由生产者在 {{least}}% 至 {{most}}% 之间明示；里程未登记，无法计算',
    'distanceOf': '换货、退货须支付使用补偿：价款 × 行驶公里 ÷ 1000 × n，n 由生产者在 {{least}}% 至 {{most}}% 之间明示；已行驶 {{km}} 公里，为价款的 {{from}}% 至 {{to}}%',
  },
  en: {
    'title': 'Exchange and return by law',
    'open': 'until {{day}}',
    'over': 'past ({{day}})',
    'overDriven': 'past {{km}} km',
    'unknown': 'cannot be told: enter the day of delivery or purchase',
    'unread': 'cannot be told: enter the kilometres driven ({{km}} km is the limit)',
    'day': 'Returned though the same model is there: {{rate}}% of the price is kept for each day',
    'dayOf': 'Returned though the same model is there: {{rate}}% of the price is kept for each day; {{days}} days of use (repairs left out) make {{share}}%',
    'noPrice': '; enter what was paid for the sum',
    'noInvoice': '; enter the day of purchase for the sum',
    'sumOf': '; {{paid}} × {{rate}}% × {{days}} days = {{sum}}, {{rest}} is paid back',
    'sumBetween': '; {{paid}} × {{km}} ÷ 1000 × {{least}}% to {{most}}% = {{from}} to {{to}}',
    'distance': 'Exchange and return are charged for use: price × km ÷ 1000 × n, which the producer states between {{least}}% and {{most}}%; the kilometres are not on file',
    'distanceOf': 'Exchange and return are charged for use: price × km ÷ 1000 × n, which the producer states between {{least}}% and {{most}}%; {{km}} km make {{from}}% to {{to}}% of the price',
  },
});

type T = ReturnType<typeof rightsTexts.useT>;

/** What the law lets a consumer claim besides a repair: until when, and what is kept of the price. */
export function LegalRights({ rights }: { rights: Rights | null | undefined }) {
  const t = rightsTexts.useT();
  if (!rights) return null;
  return (
    <details>
      <summary>{t('title')}</summary>
      <ul>
        {rights.items.map((right) => <li key={right.clause}>{formatRow([right.heading, ...(right.window ? [inTime(t, right.window)] : [])], 'phrases')}<div><small>{right.sentence}</small></div></li>)}
        {rights.deduction && <li>{kept(t, rights.deduction)}{sum(t, rights)}</li>}
        {rights.also.map((floor) => <li key={floor.rule}>{floorWords(floor)}</li>)}
      </ul>
    </details>
  );
}

/** The sum in yuan with its formula, or what is missing for it. */
function sum(t: T, { deduction, price_fen: price, price_is_missing: isMissing }: Rights): string {
  if (!deduction) return '';
  if (typeof price !== 'number') return isMissing ? t('noPrice') : '';
  const paid = formatFen(price);
  if (deduction.by === 'day') {
    if (typeof deduction.kept !== 'number') return t('noInvoice');
    return t('sumOf', { paid, rate: deduction.daily_bps / 100, days: deduction.days ?? 0, sum: formatFen(deduction.kept), rest: formatFen(price - deduction.kept) });
  }
  if (typeof deduction.least_kept !== 'number' || typeof deduction.most_kept !== 'number') return '';
  return t('sumBetween', { paid, km: deduction.kilometres ?? 0, least: deduction.least / 100, most: deduction.most / 100, from: formatFen(deduction.least_kept), to: formatFen(deduction.most_kept) });
}

function inTime(t: T, { state, until, kilometres: km }: NonNullable<Rights['items'][number]['window']>): string {
  if (state === 'open') return t('open', { day: until ?? '' });
  if (state === 'unknown') return until ? t('unread', { km: km ?? 0 }) : t('unknown');
  return km && !until ? t('overDriven', { km }) : t('over', { day: until ?? '' });
}

function kept(t: T, deduction: Deduction): string {
  if (deduction.by === 'day') {
    const { daily_bps: bps, days, bps: share } = deduction;
    return typeof days === 'number' ? t('dayOf', { rate: bps / 100, days, share: (share ?? 0) / 100 }) : t('day', { rate: bps / 100 });
  }
  const n = { least: deduction.least / 100, most: deduction.most / 100 };
  if (typeof deduction.kilometres !== 'number') return t('distance', n);
  return t('distanceOf', { ...n, km: deduction.kilometres, from: (deduction.least_bps ?? 0) / 100, to: (deduction.most_bps ?? 0) / 100 });
}
