import { expect, test } from 'vitest';
import { onDay, overridesOf, readInterval, weekLines, withOverrides } from './spec';

test.each([
  ['9:00–12:00', '09:00-12:00'],
  ['13：30 - 18：00', '13:30-18:00'],
  ['00:00-24:00', '00:00-24:00'],
  ['22:00-06:00+1', '22:00-06:00+1'],
  ['18:00-09:00', undefined],
  ['09:00-24:01', undefined],
  ['9-5', undefined],
])('the interval %s', (text, interval) => expect(readInterval(text)).toBe(interval));

test('exceptions of all kinds survive the way through the form', () => {
  const spec = {
    weekly: { mon: ['09:00-18:00'] },
    holidays: [{ date: '2026-12-31', name: '年会' }],
    'makeup-days': [{ from: '2027-01-09', to: '2027-01-10' }],
    'special-hours': [{ date: '2026-12-30', hours: ['09:00-12:00'] }],
  };
  expect(withOverrides(spec, overridesOf(spec))).toEqual(spec);
});

test('weekdays with the same hours stand in one line', () => {
  expect(weekLines({ mon: ['09:00-18:00'], tue: ['09:00-18:00'], sun: ['10:00-12:00'] })).toEqual([
    { days: ['mon', 'tue'], hours: ['09:00-18:00'] },
    { days: ['wed', 'thu', 'fri', 'sat'], hours: [] },
    { days: ['sun'], hours: ['10:00-12:00'] },
  ]);
});

test('a night shift is drawn to midnight', () => expect(onDay('18:00-06:00+1')).toEqual({ start: 75, width: 25 }));
