import { useCallback } from 'react';
import { formatSpan } from '@/shared/format';
import { wordTexts } from './texts';

export type WordGroup = 'milestone' | 'state' | 'pause' | 'role';

/** The word a code of the API stands for, in the language in use; a code without a word is shown as it is. */
export function useWord(): (group: WordGroup, code: string) => string {
  const t = wordTexts.useT();
  return useCallback(
    (group, code) => {
      const key = `${group}.${code}`;
      return wordTexts.has(key) ? t(key) : code;
    },
    [t],
  );
}

const UNITS = ['working', 'natural', 'working-days', 'natural-days', 'months'] as const;
export type LimitUnit = (typeof UNITS)[number];

/** The unit of a limit such as `working:PT8H`; undefined for a text that is no limit. */
export function limitUnit(limit: string | null | undefined): LimitUnit | undefined {
  const unit = limit?.split(':')[0];
  return UNITS.find((known) => known === unit);
}

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds, as limits are written. */
export function durationMs(text: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (!match || text === 'P' || text.endsWith('T')) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

/** `working:PT8H` as 「8 小时（工作时间）」, `working-days:3` as 「3 个工作日」; a text that is no limit is shown as it is. */
export function formatLimit(limit: string): string {
  if (limit.startsWith('seasons:')) return wordTexts.t('limit.seasons', { count: Number(limit.slice('seasons:'.length)) });
  const unit = limitUnit(limit);
  const amount = limit.slice(limit.indexOf(':') + 1);
  if (unit === undefined) return limit;
  if (unit === 'working' || unit === 'natural') {
    const length = durationMs(amount);
    // Hours stay hours: 72 of them end in the middle of a day, three days at its end.
    const isHours = amount.startsWith('PT');
    return length === undefined ? limit : wordTexts.t(`limit.${unit}`, { span: formatSpan(length, isHours ? 'working' : unit) });
  }
  const count = Number(amount);
  if (unit === 'months' && count > 0 && count % 12 === 0) return wordTexts.t('limit.years', { count: count / 12 });
  return wordTexts.t(`limit.${unit}`, { count });
}
