import type { components } from '@/shared/api/schema';
import type { PromiseView } from '@/shared/components/promise';
import type { StatusTone } from '@/shared/components/StatusTag';

type Schemas = components['schemas'];
export type Case = Schemas['CaseView'];
export type CaseSummary = Schemas['CaseSummary'];
export type CaseAction = Schemas['CaseActionView'];
export type ActionName = CaseAction['name'];
export type Command = Schemas['Command'];
export type What = Schemas['What'];
export type Obligation = Schemas['ObligationView'];
export type FactView = Schemas['FactView'];
export type Fact = Schemas['Fact'];
export type Proof = CaseAction['proof_any_of'][number];
export type Evidence = NonNullable<Command['evidence']>[number];
export type Phase = CaseSummary['phase'];

export const PHASES = ['new', 'in_progress', 'on_site', 'restored', 'repaired', 'accepted', 'closed', 'cancelled', 'merged'] as const satisfies readonly Phase[];

const TONES: Readonly<Record<Phase, StatusTone>> = {
  new: 'waiting',
  in_progress: 'active',
  on_site: 'active',
  restored: 'active',
  repaired: 'done',
  accepted: 'done',
  closed: 'done',
  cancelled: 'off',
  merged: 'off',
};

export function phaseTone(phase: Phase): StatusTone {
  return TONES[phase];
}

/** Whether a promise still asks for something to be done. */
export function isOpen({ state }: Pick<Obligation, 'state'>): boolean {
  return state === 'running' || state === 'paused' || state === 'broken';
}

/** Open promises by due time, then those not started, then those that ended. */
export function inOrder(obligations: readonly Obligation[]): { open: Obligation[]; pending: Obligation[]; ended: Obligation[] } {
  const due = ({ due_at }: Obligation) => (due_at ? Date.parse(due_at) : Number.POSITIVE_INFINITY);
  return {
    open: obligations.filter(isOpen).toSorted((a, b) => due(a) - due(b)),
    pending: obligations.filter(({ state }) => state === 'pending'),
    ended: obligations.filter((row) => !isOpen(row) && row.state !== 'pending'),
  };
}

/** An obligation of a case as the promise bar shows it. */
export function promiseOf(row: Obligation, owner: string | undefined, reason: string | undefined, waitsFor?: string): PromiseView {
  return {
    heading: row.heading,
    sentence: row.sentence,
    from: row.from,
    to: row.to,
    state: row.state,
    limit: row.limit ?? null,
    started_at: row.started_at ?? null,
    target_at: row.target_at ?? null,
    due_at: row.due_at ?? null,
    ended_at: row.ended_at ?? null,
    late_ms: row.late_ms ?? null,
    provisional: row.provisional,
    warnings: row.warnings,
    reason: reason ?? null,
    waits_for: waitsFor ?? null,
    owner: owner ?? null,
    ...clockOf(row.clock),
  };
}

/** The clock's figures as of the answer. */
export function clockOf(clock: Schemas['ClockReading'] | null | undefined): Pick<PromiseView, 'used_ms' | 'left_ms' | 'as_of' | 'counting'> {
  return clock ? { used_ms: clock.used_ms, left_ms: clock.left_ms, as_of: clock.as_of, counting: clock.counting } : {};
}

/** The promise of a list's row. */
export function nextPromise(row: CaseSummary): PromiseView | undefined {
  const { next } = row;
  return next ? { ...next, ...clockOf(next.clock) } : undefined;
}

type ChoiceGroup = keyof Case['choices'];

/** What the plan calls a service level, region or kind of question; a key the plan does not name is shown as it is. */
export function labelOf(shown: Case, group: ChoiceGroup, id: string | null | undefined): string | undefined {
  return shown.choices[group].find((choice) => choice.id === id)?.label ?? id ?? undefined;
}

export function nameOf(shown: Case, id: string | null | undefined): string | undefined {
  return shown.people.find((person) => person.id === id)?.name;
}

/** A case that a merge or a split of the timeline names, as far as the reader may know it. */
export function relatedTo(shown: Case, id: string | null | undefined): Case['related'][number] | undefined {
  return shown.related.find((other) => other.id === id);
}
