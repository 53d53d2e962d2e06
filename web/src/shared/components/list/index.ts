export { FoldingTable } from './FoldingTable';
export { ListPage } from './ListPage';
export type { PrintedColumn } from './PrintedRows';
export { keyset, rowsOf, type KeysetPage, type ListSource } from './source';
export { useFilters, type Filters } from './useFilters';
export type { Sorted, Sorting } from './sorting';
