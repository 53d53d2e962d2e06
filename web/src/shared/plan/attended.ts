import type { components } from '@/shared/api/schema';

export type Attended = components['schemas']['AttendedView'];
/** A run of days of the week with the same hours; 0 is Monday. */
export type Days = { from: number; to: number; hours: string[] };

/** The week as people say it: days that follow each other with the same hours are one run. */
export function runs(week: readonly (readonly string[])[]): Days[] {
  const found: Days[] = [];
  week.forEach((hours, day) => {
    const last = found.at(-1);
    if (last && last.hours.join() === hours.join()) last.to = day;
    else found.push({ from: day, to: day, hours: [...hours] });
  });
  return found;
}
