import { expect, test } from 'vitest';
import { changedFields } from './changes';

test('only what differs is told, lists by their length', () => {
  const from = { title: '甲', units: ['a', 'b'], terms: { answers: {} }, ends_on: null };
  const to = { title: '甲', units: ['a', 'b', 'c'], terms: { answers: { x: '1' } }, ends_on: '2026-12-31' };
  expect(changedFields({ from, to })).toEqual([
    { field: 'units', from: '2', to: '3' },
    { field: 'terms', from: '', to: '' },
    { field: 'ends_on', from: '', to: '2026-12-31' },
  ]);
});

test('an entry that is no change has no fields', () => {
  expect(changedFields({ on: '2026-06-30', reason: 'sold' })).toEqual([]);
});
