import { currentLanguage } from '@/shared/i18n';
import { formatTexts } from './texts';

const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * 60;

/**
 * A length of time in words, at most two units: 「1 小时 12 分」. Working time is never turned into days, whose length
 * depends on the calendar; natural time of 48 hours and more is.
 */
export function formatSpan(milliseconds: number, kind: 'natural' | 'working' = 'natural'): string {
  const { t } = formatTexts;
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE_MS);
  if (minutes < 1) return t('underMinute');
  if (kind === 'natural' && minutes >= 2 * MINUTES_PER_DAY) {
    return join(counted('day', Math.floor(minutes / MINUTES_PER_DAY)), Math.floor((minutes % MINUTES_PER_DAY) / MINUTES_PER_HOUR), 'hour');
  }
  if (minutes >= MINUTES_PER_HOUR) {
    return join(counted('hour', Math.floor(minutes / MINUTES_PER_HOUR)), minutes % MINUTES_PER_HOUR, 'minute');
  }
  return t('minute', { count: minutes });
}

/** The same behind a Chinese word: a blank keeps figures apart from it, and words follow without one. */
export function formatSpanIn(milliseconds: number, kind: 'natural' | 'working' = 'natural'): string {
  const span = formatSpan(milliseconds, kind);
  return currentLanguage() === 'zh-CN' && /^\d/.test(span) ? ` ${span}` : span;
}

/** A number with its unit; thousands are set apart, as everywhere. */
function counted(unit: 'day' | 'hour', count: number): string {
  return formatTexts.t(unit, { count }).replace(String(count), count.toLocaleString('en-US'));
}

function join(first: string, rest: number, unit: 'hour' | 'minute'): string {
  return rest === 0 ? first : `${first} ${formatTexts.t(unit, { count: rest })}`;
}

/** `3 小时前`, in one unit, for things that happened. */
export function formatAgo(at: number, now: number): string {
  const minutes = Math.floor((now - at) / MINUTE_MS);
  if (minutes < 1) return formatTexts.t('justNow');
  const [unit, count] =
    minutes >= 2 * MINUTES_PER_DAY ? (['day', minutes / MINUTES_PER_DAY] as const)
    : minutes >= MINUTES_PER_HOUR ? (['hour', minutes / MINUTES_PER_HOUR] as const)
    : (['minute', minutes] as const);
  return formatTexts.t('ago', { span: formatTexts.t(unit, { count: Math.floor(count) }) });
}
