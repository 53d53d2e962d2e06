import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** `2026-11-22` or `2026-11-22 14:05` as the pickers hold it. In UTC, since the browser's own clock changes would move a time that the company's clocks do show. */
export function wallOf(text: string): Dayjs {
  return dayjs.utc(text.replace(' ', 'T'));
}
