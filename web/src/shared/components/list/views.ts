import { useCallback, useSyncExternalStore } from 'react';
import type { Filters } from './useFilters';

export type SavedView = { name: string; filters: Filters };

const MOST_VIEWS = 30;
const listeners = new Set<() => void>();
const NONE: readonly SavedView[] = [];
const cache = new Map<string, { text: string; views: readonly SavedView[] }>();

function storeKey(list: string): string {
  return `jiannuo.views.${list}`;
}

/** Views of this browser; whatever is not a list of views is forgotten. */
function read(list: string): readonly SavedView[] {
  const text = localStorage.getItem(storeKey(list)) ?? '[]';
  const known = cache.get(list);
  if (known?.text === text) return known.views;
  const views = parse(text);
  cache.set(list, { text, views });
  return views;
}

function parse(text: string): readonly SavedView[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isView).slice(0, MOST_VIEWS) : NONE;
  } catch {
    return NONE;
  }
}

function isView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('filters' in value)) return false;
  return typeof value.name === 'string' && typeof value.filters === 'object' && value.filters !== null;
}

/** A list's saved views: named filters, kept in the browser. */
export function useViews(list: string) {
  const views = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(list),
  );
  const write = useCallback(
    (next: readonly SavedView[]) => {
      localStorage.setItem(storeKey(list), JSON.stringify(next.slice(0, MOST_VIEWS)));
      listeners.forEach((listener) => listener());
    },
    [list],
  );
  const save = useCallback((view: SavedView) => write([...read(list).filter(({ name }) => name !== view.name), view]), [list, write]);
  const remove = useCallback((name: string) => write(read(list).filter((view) => view.name !== name)), [list, write]);
  return { views, save, remove };
}
