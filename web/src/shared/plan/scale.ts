import { formatDiscount, formatFen } from '@/shared/format';

const HUNDRED = 100;

/** Fields kept in the smallest unit, which nobody speaks in: `fen` for `cap_fen`, `bps` for `at_most_bps`; undefined for plain numbers. */
export function scaleOf(name: string): 'fen' | 'bps' | undefined {
  const last = name.split('_').at(-1);
  return last === 'fen' || last === 'bps' ? last : undefined;
}

/** A number of a clause as people say it: ¥300.00, 5%, and what is charged of a list price as a discount. */
export function sayNumber(name: string, value: number): string {
  const scale = scaleOf(name);
  if (scale === 'fen') return formatFen(value);
  if (name === 'charged_bps') return formatDiscount(value);
  return scale === 'bps' ? `${value / HUNDRED}%` : String(value);
}
