import type { InfiniteData } from '@tanstack/react-query';

/** A page of a list as the API answers it: rows, and where the next page starts. */
export type KeysetPage<Row> = { items: Row[]; next?: string | null };

/** What a list page needs of an infinite query. */
export type ListSource<Row> = {
  data: InfiniteData<KeysetPage<Row>> | undefined;
  error: unknown;
  isPending: boolean;
  isFetching: boolean;
  /** Whether the rows are those of the question before. */
  isPlaceholderData?: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
};

/** Options of `$api.useInfiniteQuery` for every list: `after` in the query, `next` in the answer. */
export const keyset = {
  pageParamName: 'after',
  // Not undefined: the query library would send 0 for it.
  initialPageParam: null as string | null,
  getNextPageParam: (last: KeysetPage<unknown>) => last.next ?? undefined,
};

export function rowsOf<Row>(source: ListSource<Row>): Row[] {
  return source.data?.pages.flatMap((page) => page.items) ?? [];
}
