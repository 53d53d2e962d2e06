import { useEffect } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import { isProblem } from '@/shared/api/problem';
import type { operations } from '@/shared/api/schema';
import type { Filters } from './useFilters';

/** The lists whose filters the server keeps. */
export type ListName = operations['saved_views']['parameters']['path']['list'];
export type SavedView = { name: string; filters: Filters };

const NONE: readonly SavedView[] = [];

/** Whether two filters ask for the same, in whatever order they were written. */
export function sameFilters(a: Filters, b: Filters): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** Views kept by an earlier version of this page in the browser; whatever is not a list of views is none. */
export function parseViews(text: string | null): SavedView[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isView) : [];
  } catch {
    return [];
  }
}

function isView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('filters' in value)) return false;
  return typeof value.name === 'string' && typeof value.filters === 'object' && value.filters !== null;
}

/** A list's saved views: named filters, kept by the server for this person. */
export function useViews(list: ListName) {
  const path = { params: { path: { list } } };
  const { data } = $api.useQuery('get', '/api/me/views/{list}', path, { staleTime: 60_000 });
  const { queryKey } = $api.queryOptions('get', '/api/me/views/{list}', path);
  const keep = $api.useMutation('put', '/api/me/views/{list}', {
    onSuccess: (kept) => queryClient.setQueryData(queryKey, kept),
    // Another window was faster: what it kept is shown, and one can try again.
    onError: (error) => (isProblem(error, 412) ? queryClient.invalidateQueries({ queryKey }) : undefined),
  });
  const { mutate } = keep;
  useEffect(() => {
    if (data?.version !== 0) return;
    const stored = `jiannuo.views.${list}`;
    const items = parseViews(localStorage.getItem(stored)).filter(({ filters }) => Object.keys(filters).length > 0);
    if (items.length === 0) return;
    mutate({ params: { path: { list }, header: ifMatch(0) }, body: { items } }, { onSuccess: () => localStorage.removeItem(stored) });
  }, [data?.version, list, mutate]);
  const views: readonly SavedView[] = data?.items ?? NONE;
  const write = (items: SavedView[]) => {
    if (data) mutate({ params: { path: { list }, header: ifMatch(data.version) }, body: { items } });
  };
  const save = (view: SavedView) => write([...views.filter(({ name }) => name !== view.name), view]);
  const remove = (name: string) => write(views.filter((view) => view.name !== name));
  return { views, save, remove, error: keep.error };
}
