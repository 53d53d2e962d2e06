import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** The filters of a list: plain texts, so that they fit into an address that can be sent to a colleague. */
export type Filters = Readonly<Record<string, string>>;

type Search = Record<string, unknown>;

/** Filters live in the address: a link, the back button and a reload all show the same list. */
export function useFilters(): { filters: Filters; setFilters: (next: Readonly<Record<string, unknown>>) => void } {
  const search = useLocation({ select: (location) => location.search as Search });
  const navigate = useNavigate();
  const filters = useMemo(() => clean(search), [search]);
  const setFilters = useCallback(
    (next: Readonly<Record<string, unknown>>) => void navigate({ to: '.', search: clean(next) as never, replace: true }),
    [navigate],
  );
  return { filters, setFilters };
}

/** What the address says of the order of a list, which narrows nothing. */
const ORDER: ReadonlySet<string> = new Set(['sort', 'descending']);

/** Whether this name of the address is one of the list's filters. */
export function isFilter(name: string): boolean {
  return !ORDER.has(name);
}

/** Whether rows may be left out: what begins with `with_` only adds some. */
export function isNarrowed(filters: Filters): boolean {
  return Object.keys(filters).some((name) => isFilter(name) && !name.startsWith('with_'));
}

/** Drops what is empty; everything else becomes text. */
export function clean(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, String(value)]),
  );
}
