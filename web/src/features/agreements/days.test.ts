import { expect, test } from 'vitest';
import { daysBetween, nextDay } from './days';

test('days are counted over months, leap days and the change of clocks', () => {
  expect(daysBetween('2026-11-22', '2026-11-22')).toBe(0);
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-12-31', '2026-12-01')).toBe(-30);
});

test('the day after the last of a year', () => {
  expect(nextDay('2026-12-31')).toBe('2027-01-01');
});
