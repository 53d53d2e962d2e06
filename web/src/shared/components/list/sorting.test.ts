import { expect, test } from 'vitest';
import { sortable, sortingOf } from './sorting';

const COLUMNS = [{ title: 'Due', key: 'due', sorter: true }, { title: 'Level', key: 'level', sorter: true }, { title: 'Owner', key: 'owner' }];

test('the head the rows are sorted by says so, and heads one does not sort by stay plain', () => {
  const heads = sortable(COLUMNS, { sorted: { by: 'level', descending: true }, onSort: () => undefined });
  expect(heads.map((head) => ('sortOrder' in head ? head.sortOrder : 'plain'))).toEqual([null, 'descend', 'plain']);
  expect(sortable(COLUMNS, undefined)).toBe(COLUMNS);
});

test('a head that is chosen no longer brings back the own order of the list', () => {
  expect(sortingOf({ columnKey: 'level', order: 'descend' })).toEqual({ by: 'level', descending: true });
  expect(sortingOf({ columnKey: 'level', order: undefined })).toBeUndefined();
  expect(sortingOf([])).toBeUndefined();
});
