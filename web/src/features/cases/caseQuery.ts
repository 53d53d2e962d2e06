import type { operations } from '@/shared/api/schema';
import type { Filters, Sorted } from '@/shared/components/list';
import type { Phase } from './model';

/** The switches of the list; the address keeps those that are on in one word: `mine,broken`. */
export const ONLY = ['mine', 'unowned', 'broken', 'paused', 'complaint', 'ended'] as const;

export type CaseQuery = NonNullable<operations['list_cases']['parameters']['query']>;

const TEXTS = ['text', 'severity', 'plan', 'region', 'owner', 'branch', 'customer', 'unit'] as const;

/** What the API is asked for the filters of the address; the export asks the same. */
export function caseQuery(filters: Filters): CaseQuery {
  const texts = TEXTS.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []));
  const only = parted(filters['only']).map((name) => [name, true]);
  return {
    ...Object.fromEntries([...texts, ...only]),
    ...(filters['phase'] && { phase: filters['phase'] as Phase }),
    ...(filters['due_within_hours'] && { due_within_hours: Number(filters['due_within_hours']) }),
  } as CaseQuery;
}

/** The heads that open cases, and those that ended ones are sorted by. */
export const SORTS = ['due', 'reported', 'severity', 'phase', 'customer'] as const;
const SORTS_OF_ENDED: ReadonlySet<string | undefined> = new Set(['due', 'reported']);

/** What a list is sorted by; what the address asks and the list has not is as if nobody had asked. */
export function sortedBy(filters: Filters): { own: boolean; sorted: Sorted } {
  const ended = asksEnded(caseQuery(filters));
  const by = SORTS.find((name) => name === filters['sort'] && (!ended || SORTS_OF_ENDED.has(name)));
  return by ? { own: false, sorted: { by, descending: filters['descending'] === 'yes' } } : { own: true, sorted: { by: 'due', descending: ended } };
}

/** The same for the API, beside what narrows the list. */
export function orderQuery(filters: Filters): Partial<Pick<CaseQuery, 'sort' | 'descending'>> {
  const { own, sorted } = sortedBy(filters);
  return own ? {} : { sort: sorted.by as (typeof SORTS)[number], descending: sorted.descending };
}

/** `mine,broken` as a list, without what is no switch. */
export function parted(text: string | undefined): (typeof ONLY)[number][] {
  const words = (text ?? '').split(',');
  return ONLY.filter((name) => words.includes(name));
}

export function joined(names: readonly string[]): string {
  return names.join(',');
}

const ENDED: ReadonlySet<string | undefined> = new Set<Phase>(['closed', 'cancelled', 'merged']);

/** Whether a question is about ended cases, which are a list of their own. */
export function asksEnded({ ended, phase }: CaseQuery): boolean {
  return ended === true || ENDED.has(phase ?? undefined);
}

/** The ended cases that words, a customer or a unit of a question about open ones would find; undefined where nobody would miss them. */
export function endedToo(query: CaseQuery): CaseQuery | undefined {
  const names = query.text || query.customer || query.unit;
  return names && !query.phase && !asksEnded(query) ? { ...query, ended: true } : undefined;
}
