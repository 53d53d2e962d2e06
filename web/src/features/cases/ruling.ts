import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Case } from './model';

type Schemas = components['schemas'];
export type Charges = Schemas['Charges'];

export const COSTS = ['labour', 'parts', 'travel', 'shipping'] as const;

/** What a person decided about who pays, in place of the plan's answer. */
export type Ruling = { charges: Charges; reason: string; by: string | undefined; at: string };

/** The plan's answer in a word: it cannot be told, it is covered or not. A plan that names no payer at all is silent and has not refused anybody. */
export function verdictOf({ covered, standing, payer }: Schemas['Advice']): 'unknown' | 'dependsOnPart' | 'silent' | 'covered' | 'notCovered' {
  if (standing === 'unknown') return 'unknown';
  if (standing === 'depends_on_part') return 'dependsOnPart';
  if (covered) return 'covered';
  return COSTS.every((cost) => !payer[cost].charge) ? 'silent' : 'notCovered';
}

/** The decision in force: that of the last check, else the one that holds for the unit on the day of the report. */
export function rulingOf(checks: readonly Schemas['CheckedEntitlement'][], ofUnit?: Schemas['UnitDecisionView'] | null): Ruling | undefined {
  const last = checks.at(-1);
  if (last?.decision) return { charges: last.decision, reason: last.reason, by: last.by_name ?? undefined, at: last.at };
  return ofUnit?.charges ? { charges: ofUnit.charges, reason: ofUnit.reason, by: ofUnit.by_name ?? undefined, at: ofUnit.at } : undefined;
}

/** The plan's own answer as the case is known now, and what a person decided instead. */
export function useCoverage(shown: Case) {
  const { data, error, isLoading } = $api.useQuery('get', '/api/cases/{id}/entitlement', { params: { path: { id: shown.id } } }, { enabled: Boolean(shown.unit) });
  const checks = data?.items ?? [];
  return { now: data?.now, corrected: data?.corrected, error, isLoading, checks, ruling: rulingOf(checks, data?.now?.decision) };
}

/** Whether the advice kept last says something else than the present one: what the case is known by has changed since. */
export function hasChanged(checks: readonly Schemas['CheckedEntitlement'][], now: Schemas['Advice']): boolean {
  const last = checks.at(-1);
  if (!last || last.decision) return false;
  const said = ({ covered, standing, payer, if_part: ifPart }: Schemas['Advice']) => JSON.stringify([covered, standing, ...[payer, ifPart?.payer].map((of) => of && COSTS.map((cost) => of[cost].charge))]);
  return said(last.advice) !== said(now);
}

/** The clauses that decide who pays; those that gave way to a more favourable one are not quoted. */
export function deciding({ advice, clauses }: Schemas['EntitlementView']): Schemas['EntitlementView']['clauses'] {
  const giveWay = new Set(advice.because.flatMap((reason) => (reason.because === 'less_favourable' ? [reason.clause] : [])));
  const charge = new Set(advice.because.flatMap((reason) => (reason.because === 'charged' ? [reason.clause] : [])));
  return clauses.filter(({ id }) => charge.has(id) || !giveWay.has(id));
}
