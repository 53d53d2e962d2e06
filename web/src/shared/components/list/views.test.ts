import { expect, test } from 'vitest';
import { parseViews, sameFilters } from './views';

test('filters are the same in whatever order they were written', () => {
  expect(sameFilters({ phase: 'new', only: 'mine' }, { only: 'mine', phase: 'new' })).toBe(true);
  expect(sameFilters({ phase: 'new' }, { phase: 'new', only: 'mine' })).toBe(false);
  expect(sameFilters({ phase: 'new' }, { phase: 'closed' })).toBe(false);
  expect(sameFilters({ phase: 'new' }, { only: 'new' })).toBe(false);
});

test('what the browser kept is read, and what is no view is forgotten', () => {
  expect(parseViews(JSON.stringify([{ name: '我的', filters: { only: 'mine' } }, { name: 1, filters: {} }, null]))).toEqual([{ name: '我的', filters: { only: 'mine' } }]);
  expect(parseViews('{')).toEqual([]);
  expect(parseViews(null)).toEqual([]);
});
