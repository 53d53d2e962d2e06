import type { TableColumnsType, TableProps } from 'antd';

export type Sorted = { by: string; descending: boolean };

export type Sorting = {
  /** The head the rows are sorted by now, also where nobody chose it. */
  sorted: Sorted;
  /** A head was chosen; undefined brings back the list's own order. */
  onSort: (sorted: Sorted | undefined) => void;
};

/** Tells the heads one sorts by which of them the rows are sorted by; the table tells it to screen readers. */
export function sortable<Row>(columns: TableColumnsType<Row>, sorting: Sorting | undefined): TableColumnsType<Row> {
  if (!sorting) return columns;
  const { by, descending } = sorting.sorted;
  return columns.map((column) => ('sorter' in column && column.sorter ? { ...column, sortOrder: column.key === by ? (descending ? 'descend' : 'ascend') : null } : column));
}

type Sorter<Row> = Parameters<NonNullable<TableProps<Row>['onChange']>>[2];

/** What the table says was chosen. */
export function sortingOf<Row>(sorter: Sorter<Row>): Sorted | undefined {
  const first = Array.isArray(sorter) ? sorter[0] : sorter;
  return first?.order && first.columnKey !== undefined ? { by: String(first.columnKey), descending: first.order === 'descend' } : undefined;
}

export type Head = { key: string; title: string; descendsFirst: boolean };

/** The heads one sorts by, where there is no table to show them. */
export function headsOf<Row>(columns: TableColumnsType<Row>): Head[] {
  return columns.flatMap((column) =>
    'sorter' in column && column.sorter && typeof column.title === 'string' ? [{ key: String(column.key), title: column.title, descendsFirst: column.sortDirections?.[0] === 'descend' }] : []);
}
