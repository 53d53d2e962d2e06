import { expect, test } from 'vitest';
import { laterFirst, type Entry } from './timelineOrder';

const fact = (seq: number, at: string, recorded = at): Entry => ({ seq, at: `2026-11-30T${at}Z`, recorded_at: `2026-11-30T${recorded}Z` });
const order = (...entries: Entry[]) => entries.toSorted(laterFirst).map(({ seq }) => seq);

test('what happened later stands first', () => {
  expect(order(fact(1, '06:00:00'), fact(2, '06:10:00'), fact(3, '06:05:00', '07:00:00'))).toEqual([2, 3, 1]);
});

test('facts of one instant stand as they were recorded, whatever order they come in', () => {
  const [reported, answered, arrived] = [fact(1, '06:05:00'), fact(2, '06:05:00', '06:20:00'), fact(3, '06:05:00', '06:20:00')];
  expect(order(reported, answered, arrived)).toEqual([3, 2, 1]);
  expect(order(arrived, reported, answered)).toEqual([3, 2, 1]);
});

test('a time picked to the minute does not go before what was recorded earlier within that minute', () => {
  expect(order(fact(1, '06:05:12'), fact(2, '06:05:40'), fact(3, '06:05:00', '06:05:55'))).toEqual([3, 2, 1]);
});

test('a note stands among the facts of its minute when it was written', () => {
  const note: Entry = { at: '2026-11-30T06:05:30Z', recorded_at: '2026-11-30T06:05:30Z' };
  expect(order(fact(2, '06:05:40'), fact(1, '06:05:12'), note)).toEqual([2, undefined, 1]);
});
