import type { Case, Fact, FactView } from './model';

type Named<Name extends Fact['fact']> = FactView & { fact: Extract<Fact, { fact: Name }> };

/** The last fact of a kind that still stands. */
export function lastOf<Name extends Fact['fact']>(shown: Pick<Case, 'timeline'>, name: Name): Named<Name> | undefined {
  return shown.timeline.findLast((view): view is Named<Name> => !view.withdrawn && view.fact.fact === name);
}

/** When a milestone was last reached, after corrections. */
export function reachedAt(shown: Pick<Case, 'timeline'>, milestone: string): string | undefined {
  const reached = (view: FactView) => !view.withdrawn && view.fact.fact === 'reached' && view.fact.milestone === milestone;
  return shown.timeline.findLast(reached)?.happened_at;
}
