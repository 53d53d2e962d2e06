import type { components } from '@/shared/api/schema';
import { formatRate, sharePermille } from '@/shared/format';

export type Part = components['schemas']['WhatIfView'];
type Tally = components['schemas']['Tally'];
export type Outcomes = components['schemas']['WhatIfOutcomes'];

const none: Outcomes = { kept: 0, broken: 0, excused: 0, undecided: 0 };

function plus(one: Outcomes, other: Outcomes): Outcomes {
  return { kept: one.kept + other.kept, broken: one.broken + other.broken, excused: one.excused + other.excused, undecided: one.undecided + other.undecided };
}

/** Two parts of one run added up; the clauses stay in the order of the plan as far as it is known. */
export function sum(one: Part | undefined, other: Part): Part {
  if (!one) return other;
  const clauses = new Map(one.clauses.map((clause) => [clause.clause, clause]));
  for (const clause of other.clauses) {
    const known = clauses.get(clause.clause);
    clauses.set(clause.clause, { ...clause, ...plus(known ?? none, clause) });
  }
  return {
    ...other,
    judged: one.judged + other.judged,
    unknown_levels: one.unknown_levels + other.unknown_levels,
    unanswered: one.unanswered + other.unanswered,
    planned: plus(one.planned, other.planned),
    actual: plus(one.actual, other.actual),
    clauses: [...clauses.values()],
    extra_visits: one.extra_visits + other.extra_visits,
    extra_rounds: one.extra_rounds + other.extra_rounds,
    extra_cost_fen: one.extra_cost_fen + other.extra_cost_fen,
    compensation_fen: one.compensation_fen + other.compensation_fen,
  };
}

/** The plan whose past is tried: its own where it has one, else the one with the most promises of the period. */
export function planOfCases(id: string, past: readonly { key: string; tally: Tally }[]): string {
  const served = past.map(({ key, tally }) => ({ key, promises: tally.kept + tally.fulfilled_late + tally.broken + tally.excused + tally.running })).filter(({ key, promises }) => key !== '' && promises > 0);
  if (served.length === 0 || served.some(({ key }) => key === id)) return id;
  return served.reduce((most, one) => (one.promises > most.promises ? one : most)).key;
}

/** Kept among kept and broken, in words; nothing decided has no rate. */
export function rate({ kept, broken }: Outcomes): string {
  return formatRate(sharePermille(kept, kept + broken));
}
