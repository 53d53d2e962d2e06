import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { formatInstant } from '@/shared/format';
import { useMay } from '@/shared/session/useMe';
import type { Case } from './model';

type Schemas = components['schemas'];
export type Charges = Schemas['Charges'];

export const COSTS = ['labour', 'parts', 'travel', 'shipping'] as const;

/** What a person decided about who pays, in place of the plan's answer. */
export type Ruling = { charges: Charges; reason: string; by: string | undefined; at: string };

/** The decision in force: that of the last check, else the one that holds for the unit on the day of the report. */
export function rulingOf(checks: readonly Schemas['CheckedEntitlement'][], ofUnit?: Schemas['UnitDecisionView'] | null): Ruling | undefined {
  const last = checks.at(-1);
  if (last?.decision) return { charges: last.decision, reason: last.reason, by: last.by_name ?? undefined, at: last.at };
  return ofUnit?.charges ? { charges: ofUnit.charges, reason: ofUnit.reason, by: ofUnit.by_name ?? undefined, at: ofUnit.at } : undefined;
}

/** The plan's own answer for this fault on the day of the report, and what a person decided instead. */
export function useCoverage(shown: Case) {
  const may = useMay('entitlement.read');
  const on = formatInstant(shown.reported_at, 'day');
  const query = { on, ...(shown.context.cause && { cause: shown.context.cause }) };
  const asked = $api.useQuery('get', '/api/units/{id}/entitlement', { params: { path: { id: shown.unit ?? '' }, query } }, { enabled: may && Boolean(shown.unit), retry: false });
  const kept = $api.useQuery('get', '/api/cases/{id}/entitlement', { params: { path: { id: shown.id } } }, { enabled: Boolean(shown.unit) });
  const checks = kept.data?.items ?? [];
  return { asked, checks, ruling: rulingOf(checks, asked.data?.decision) };
}
