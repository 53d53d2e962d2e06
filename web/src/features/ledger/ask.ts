import type { components, operations } from '@/shared/api/schema';
import type { Filters } from '@/shared/components/list';
import { formatRate } from '@/shared/format';

export type Ask = NonNullable<operations['ledger']['parameters']['query']>;
export type Ledger = components['schemas']['LedgerView'];
export type Group = components['schemas']['GroupView'];
export type Tally = components['schemas']['Tally'];
export type GroupBy = components['schemas']['GroupBy'];
export type Row = components['schemas']['LedgerRowView'];

export const GROUPS: readonly GroupBy[] = ['clause', 'plan', 'customer', 'region', 'owner', 'branch', 'severity', 'month'];
/** What can be narrowed by, besides the period. */
export const NARROWERS = ['plan', 'clause', 'customer', 'region', 'owner', 'branch', 'severity', 'agreement'] as const;

export function groupOf(filters: Filters): GroupBy {
  return GROUPS.find((group) => group === filters['group']) ?? 'clause';
}

/** Whether a text is a day there is: an address may be typed, and 31 February is none. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${text}T`);
}

/** The question that the address asks, without its grouping; a period that cannot be is the usual one. */
export function askOf(filters: Filters): Ask {
  const { from, to } = filters;
  const isTurned = from !== undefined && to !== undefined && from > to;
  const days = Object.entries({ from, to }).filter(([, day]) => day !== undefined && isDay(day) && !isTurned);
  return Object.fromEntries([...days, ...NARROWERS.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []))]) as Ask;
}

/** The key of the group of those without any. */
const WITHOUT = '-';

/** What a group is called; undefined for those without any. */
export function nameOf({ name, key }: Pick<Group, 'key' | 'name'>): string | undefined {
  return key === WITHOUT ? undefined : name || key;
}

/** What narrows the ledger to one of its groups. */
export function narrowTo(group: Group, by: GroupBy, ledger: Ledger): Ask {
  if (by === 'month') {
    const first = `${group.key}-01`;
    const [year = 0, month = 0] = group.key.split('-').map(Number);
    const last = `${group.key}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
    // A month at the edge of the period counts as far as the period does.
    return { from: first < ledger.from ? ledger.from : first, to: last > ledger.to ? ledger.to : last };
  }
  // Clauses and levels are named within their plan: another plan may mean something else by the same key.
  if (by === 'clause' || by === 'severity') return { [by]: group.key, ...(group.plan && { plan: group.plan }) };
  return { [by]: group.key };
}

/** The share kept; a dash while nothing is decided. */
export function rateText(tally: Tally): string {
  return formatRate(tally.kept_permille);
}

/** All promises of a tally. */
export function allOf(tally: Tally): number {
  return tally.kept + tally.fulfilled_late + tally.broken + tally.excused + tally.running + tally.cancelled;
}

/** The address of the workbook of what a question shows. */
export function exportHref(ask: Ask): string {
  const query = new URLSearchParams(Object.entries(ask).map(([name, value]) => [name, String(value)]));
  return `/api/ledger/export?${query.toString()}`;
}
