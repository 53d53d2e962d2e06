import { expect, test } from 'vitest';
import { groupsOf, isPhoto } from './archive';

test('kinds of record come in their own order, and only those that are there', () => {
  expect(groupsOf([{ record: 'repair' }, { record: 'photo' }, { record: 'repair' }])).toEqual([{ record: 'photo', count: 1 }, { record: 'repair', count: 2 }]);
  expect(groupsOf([])).toEqual([]);
});

test('a drawing that could carry a script is not shown', () => {
  expect(isPhoto({ media_type: 'image/jpeg' })).toBe(true);
  expect(isPhoto({ media_type: 'image/svg+xml' })).toBe(false);
});
