import { expect, test } from 'vitest';
import { runs } from './attended';
import { reasonOf } from './settlement';

test('days with the same hours are told together', () => {
  const office = ['09:00-12:00', '13:30-18:00'];
  expect(runs([office, office, office, office, office, [], []])).toEqual([
    { from: 0, to: 4, hours: office },
    { from: 5, to: 6, hours: [] },
  ]);
  expect(runs([['00:00-24:00'], office, ['00:00-24:00'], office, office, office, office]).map(({ from, to }) => [from, to])).toEqual([[0, 0], [1, 1], [2, 2], [3, 6]]);
});

test('a reason is told only where somebody gave one', () => {
  expect(reasonOf({})).toBe('');
  expect(reasonOf({ reason: '由协议选定' })).toBe('');
  expect(reasonOf({ reason: ' 客户会上定的 ' })).toBe('客户会上定的');
});
