import { toMillis, type Instant } from '@/shared/format';

const MINUTE = 60_000;

/** What stands in the timeline of a case: when it happened, when it was entered, and its number where it is a fact. */
export type Entry = { at: Instant; recorded_at: Instant; seq?: number };

/**
 * Compares two entries, the later first. Times are told and chosen to the minute: within one minute the order is the one in
 * which they were entered, for a picked 14:05 says nothing about the second.
 */
export function laterFirst(one: Entry, other: Entry): number {
  return (
    minute(other.at) - minute(one.at) ||
    toMillis(other.recorded_at) - toMillis(one.recorded_at) ||
    (other.seq ?? 0) - (one.seq ?? 0)
  );
}

function minute(at: Instant): number {
  return Math.floor(toMillis(at) / MINUTE);
}
