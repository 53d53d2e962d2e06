export { ListPage } from './ListPage';
export { keyset, type KeysetPage, type ListSource } from './source';
export { useFilters, type Filters } from './useFilters';
