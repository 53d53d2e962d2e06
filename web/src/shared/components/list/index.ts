export { ListPage } from './ListPage';
export { keyset, rowsOf, type KeysetPage, type ListSource } from './source';
export { useFilters, type Filters } from './useFilters';
