import { formatSpan } from '@/shared/format';
import { runs, type Attended } from './attended';
import { formTexts } from './texts';
import { useWords } from './useWords';

const MINUTE_MS = 60_000;
const DAYS = ['day.0', 'day.1', 'day.2', 'day.3', 'day.4', 'day.5', 'day.6'] as const;

/** The company's side of a promise around the clock: its calendar by name, the hours of its week, and how long nobody is there. */
export function AttendedHours({ attended }: { attended: Attended }) {
  const t = formTexts.useT();
  const word = useWords();
  const day = (at: number) => t(DAYS[at] ?? 'day.0');
  const week = runs(attended.week).map(({ from, to, hours }) => {
    const days = from === to ? day(from) : t('day.run', { from: day(from), to: day(to) });
    return `${days} ${hours.length === 0 ? t('attended.nobody') : hours.map((one) => one.replace('-', '–')).join(t('attended.and'))}`;
  });
  const title = attended.title === attended.calendar ? word(attended.calendar) : attended.title;
  return (
    <>
      <b>{t('attended.company', { title })}</b> {week.join(t('attended.then'))}
      {t('attended.longest', { span: formatSpan(attended.longest_closed_minutes * MINUTE_MS) })}
    </>
  );
}
