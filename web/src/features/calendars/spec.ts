import type { components } from '@/shared/api/schema';

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof DAYS)[number];
/** Open intervals such as `09:00-12:00`, by weekday. */
export type Week = Partial<Record<Weekday, string[]>>;
export type LastDay = 'moves-off-holidays' | 'moves-off-closed-days' | 'stays';

type WireDays = { date?: string; from?: string; to?: string; name?: string; hours?: string[] };
export type HoursVersion = { 'effective-from': string; 'makeup-hours'?: string[]; weekly: Week };

/** A calendar as in a calendar file; `docs/time.md` describes it. */
export type CalendarSpec = {
  name?: string;
  zone?: string;
  'public-holidays'?: string;
  'last-day'?: LastDay;
  holidays?: WireDays[];
  'makeup-days'?: WireDays[];
  'special-hours'?: WireDays[];
  'makeup-hours'?: string[];
  weekly: Week;
  versions?: HoursVersion[];
};

export type OverrideKind = 'holiday' | 'makeup' | 'special';
/** One line of the dated exceptions, in either direction. */
export type Override = { key: string; kind: OverrideKind; from: string; to: string; name: string; hours: string[] };

type OpaqueSpec = components['schemas']['CalendarView']['spec'];

/** The document describes a specification as any object; its shape is the calendar file's. */
export function readSpec(spec: OpaqueSpec): CalendarSpec {
  return spec as unknown as CalendarSpec;
}

export function writeSpec(spec: CalendarSpec): OpaqueSpec {
  return spec as unknown as OpaqueSpec;
}

const LISTS: Readonly<Record<OverrideKind, 'holidays' | 'makeup-days' | 'special-hours'>> = { holiday: 'holidays', makeup: 'makeup-days', special: 'special-hours' };
export const OVERRIDE_KINDS = Object.keys(LISTS) as OverrideKind[];

/** The three dated lists as one, by date. */
export function overridesOf(spec: CalendarSpec): Override[] {
  const of = (kind: OverrideKind) =>
    (spec[LISTS[kind]] ?? []).map((days): Override => ({
      key: crypto.randomUUID(),
      kind,
      from: days.from ?? days.date ?? '',
      to: days.to ?? days.date ?? '',
      name: days.name ?? '',
      hours: days.hours ?? [],
    }));
  return OVERRIDE_KINDS.flatMap(of).toSorted((a, b) => a.from.localeCompare(b.from));
}

/** The specification with these dated exceptions; lines without a date are left out. */
export function withOverrides(spec: CalendarSpec, overrides: readonly Override[]): CalendarSpec {
  const list = (kind: OverrideKind): WireDays[] =>
    overrides
      .filter((line) => line.kind === kind && line.from)
      .map(({ from, to, name, hours }) => ({
        ...(from === to ? { date: from } : { from, to }),
        ...(name.trim() && { name: name.trim() }),
        ...(kind !== 'holiday' && hours.length > 0 && { hours }),
      }));
  return { ...spec, holidays: list('holiday'), 'makeup-days': list('makeup'), 'special-hours': list('special') };
}

const INTERVAL = /^(\d{1,2}):(\d{2})\s*[-–—~至]\s*(\d{1,2}):(\d{2})(\+1)?$/;

/** `9:00–12:00` as `09:00-12:00`; undefined for what is no interval. */
export function readInterval(text: string): string | undefined {
  const match = INTERVAL.exec(text.trim().replaceAll('：', ':'));
  if (!match) return undefined;
  const [, h1 = '', m1 = '', h2 = '', m2 = '', next = ''] = match;
  const start = Number(h1) * 60 + Number(m1);
  const end = Number(h2) * 60 + Number(m2) + (next ? 1440 : 0);
  const valid = Number(m1) < 60 && Number(m2) < 60 && start < 1440 && Number(h2) * 60 + Number(m2) <= 1440 && end > start && end - start <= 1440;
  return valid ? `${h1.padStart(2, '0')}:${m1}-${h2.padStart(2, '0')}:${m2}${next}` : undefined;
}

function minute(text = ''): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}

/** Where an interval lies on its day, in percent of 24 hours; what reaches past midnight is cut. */
export function onDay(interval: string): { start: number; width: number } {
  const [from, to] = interval.split('-');
  const end = interval.endsWith('+1') ? 1440 : minute(to);
  return { start: (minute(from) / 1440) * 100, width: ((end - minute(from)) / 1440) * 100 };
}

/** Consecutive weekdays with the same hours as one line. */
export function weekLines(week: Week): { days: Weekday[]; hours: string[] }[] {
  const lines: { days: Weekday[]; hours: string[] }[] = [];
  for (const day of DAYS) {
    const hours = week[day] ?? [];
    const last = lines.at(-1);
    if (last && last.hours.join() === hours.join()) last.days.push(day);
    else lines.push({ days: [day], hours });
  }
  return lines;
}
