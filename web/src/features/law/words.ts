import { formatLimit } from '@/shared/words';
import { lawTexts } from './texts';

/** What a legal row rules, in words. */
export function ruleWord(code: string): string {
  const key = `rule.${code}`;
  return lawTexts.has(key) ? lawTexts.t(key) : code;
}

/** `months:12` as 1 年, `times:2` as 2 次, `daily-bps:5` as 每日 0.05%. */
export function lawValue(value: string): string {
  const [unit, amount = ''] = value.split(':');
  if (unit === 'times') return lawTexts.t('value.times', { count: Number(amount) });
  if (unit === 'daily-bps') return lawTexts.t('value.daily-bps', { percent: Number(amount) / 100 });
  return formatLimit(value);
}
