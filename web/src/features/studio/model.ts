import type { components } from '@/shared/api/schema';

export type Reading = components['schemas']['ReadingView'];
export type Item = components['schemas']['ReadingItem'];
export type Problem = components['schemas']['ReadingProblemView'];
export type Step = components['schemas']['ReadingStep'];
export type Way = NonNullable<Problem['proposed']>;
export type Scopes = components['schemas']['Scope'][];

/** A way out of a problem that one click or one figure takes. */
export type Exit = { by: Way; scopes: Scopes; proposed: 'yes' | 'no' };

/** The ways that need nothing more to be said, as they are shown: the proposed one first. */
export function waysOf(problem: Problem): Exit[] {
  const exits = problem.ways.flatMap((by): Exit[] => {
    const proposed = by === problem.proposed ? 'yes' : 'no';
    if (by !== 'different_scope') return [{ by, scopes: [], proposed }];
    if (problem.id.startsWith('noted:')) return [{ by, scopes: [], proposed }];
    return (problem.apart ?? []).map((scopes, at) => ({ by, scopes, proposed: at === 0 ? proposed : 'no' }));
  });
  return exits.toSorted((a, b) => Number(b.proposed === 'yes') - Number(a.proposed === 'yes'));
}

export const FILTERS = ['all', 'open', 'changed', 'problems', 'unread', 'low'] as const;
export type Filter = (typeof FILTERS)[number];

/** Below this the reader itself is not sure, in percent. */
const LOW = 80;
/** At least so sure, in percent, is what one key may take as a whole. */
export const SURE = 90;

const isShown = ({ state }: Item) => state !== 'split' && state !== 'merged';

/** What people still see: items that became part of others stand there, not here. */
export function shownItems(reading: Reading): Item[] {
  return reading.items.filter(isShown);
}

/** Who stands where an item stood: itself, the first part of what was split, or what it was merged into or stood behind. */
export function standing(reading: Reading, no: number | undefined): number | undefined {
  const at = reading.items.findIndex((item) => item.no === no);
  const item = reading.items[at];
  if (!item) return undefined;
  if (isShown(item)) return no;
  const [before, after] = [reading.items.slice(0, at).findLast(isShown), reading.items.slice(at + 1).find(isShown)];
  return (item.state === 'split' ? (after ?? before) : (before ?? after))?.no;
}

/** What a step taken back or again has touched: the first item that is not as it was, or the one before an item that is gone. */
export function touched(before: Reading, after: Reading): number | undefined {
  const [old, now] = [shownItems(before), shownItems(after)];
  const known = new Map(old.map((item) => [item.no, JSON.stringify(item)]));
  const differs = now.find((item) => known.get(item.no) !== JSON.stringify(item));
  if (differs) return differs.no;
  const gone = old.findIndex(({ no }) => now.every((item) => item.no !== no));
  return gone < 0 ? undefined : old[Math.max(gone - 1, 0)]?.no;
}

/** The items that have a problem nobody settled, with how heavy it is. */
export type Troubled = ReadonlyMap<number, 'hard' | 'soft'>;

export function troubled(problems: readonly Problem[]): Troubled {
  const found = new Map<number, 'hard' | 'soft'>();
  for (const problem of problems) {
    if (problem.settled) continue;
    for (const { item } of problem.sides) {
      if (typeof item === 'number' && found.get(item) !== 'hard') found.set(item, problem.blocks ? 'hard' : 'soft');
    }
  }
  return found;
}

export function matches(item: Item, filter: Filter, withProblem: Troubled): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return item.state === 'open';
    case 'changed':
      return Boolean(item.change);
    case 'problems':
      return withProblem.has(item.no);
    case 'unread':
      return !item.clause && item.state === 'open';
    case 'low':
      return item.clause !== undefined && item.clause !== null && item.confidence < LOW && item.state === 'open';
  }
}

export function lacks(item: Item): boolean {
  return (item.open ?? []).some((open) => open.why === 'missing');
}

/** How many promises of a printed plan were changed, added and taken out by hand; nothing where none was. */
export function handwork(items: readonly Item[]): Record<'changed' | 'added' | 'removed', number> | undefined {
  const count = (how: string) => items.filter(({ change }) => change?.how === how).length;
  const found = { changed: count('changed'), added: count('added'), removed: count('removed') };
  return found.changed + found.added + found.removed > 0 ? found : undefined;
}

const isFigure = (char: string | undefined) => char !== undefined && /[0-9.]/.test(char);

/** What two wordings begin with, where they differ, and what they end with. */
export function apart(was: string, now: string): { ahead: string; was: string; now: string; behind: string } {
  const [old, fresh] = [[...was], [...now]];
  const shorter = Math.min(old.length, fresh.length);
  let ahead = 0;
  while (ahead < shorter && old[ahead] === fresh[ahead]) ahead += 1;
  // A figure is shown whole: 24 instead of 12, and not 4 instead of 2.
  while (ahead > 0 && isFigure(old[ahead - 1])) ahead -= 1;
  let behind = 0;
  while (behind < shorter - ahead && old.at(-1 - behind) === fresh.at(-1 - behind)) behind += 1;
  while (behind > 0 && isFigure(old.at(-behind))) behind -= 1;
  const middle = (chars: string[]) => chars.slice(ahead, chars.length - behind).join('');
  return { ahead: old.slice(0, ahead).join(''), was: middle(old), now: middle(fresh), behind: old.slice(old.length - behind).join('') };
}

/** The questions of the plan that no clause of the document asks: what the text leaves to the contract. */
export function loneQuestions<T extends { id: string }>(parameters: readonly T[]): T[] {
  return parameters.filter(({ id }) => id.startsWith('agreed-'));
}

/** How many items one key would accept. */
export function sureCount(items: readonly Item[]): number {
  return items.filter((item) => item.state === 'open' && item.clause && !lacks(item) && item.confidence >= SURE).length;
}

/** The item to look at after one was settled: the next open one, or the next at all. `sent` are being settled already. */
export function following(items: readonly Item[], no: number | undefined, sent: ReadonlySet<number>): number | undefined {
  const at = items.findIndex((item) => item.no === no);
  const later = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
  return (later.find((item) => item.state === 'open' && !sent.has(item.no)) ?? items[at + 1] ?? items[at])?.no;
}

export function neighbour(items: readonly Item[], no: number | undefined, by: 1 | -1): number | undefined {
  const at = items.findIndex((item) => item.no === no);
  if (at < 0) return items[0]?.no;
  return items[Math.min(Math.max(at + by, 0), items.length - 1)]?.no;
}

/** Why a key has nothing to do. */
export type Note = 'first' | 'ignored' | 'waiting';

/** The item that another one may be merged into, the nearest above that nobody put aside, or why there is none. */
export function above(items: readonly Item[], no: number): number | Note {
  const at = items.findIndex((item) => item.no === no);
  if (items[at]?.state === 'ignored') return 'ignored';
  return items.slice(0, Math.max(at, 0)).findLast((item) => item.state !== 'ignored')?.no ?? 'first';
}

/** The problem to look at next. What stands in the way of publishing comes before what is only to be noted. */
export function problemAfter(open: readonly Problem[], id: string | undefined): Problem | undefined {
  const blocking = open.filter((problem) => problem.blocks);
  const pool = blocking.length > 0 ? blocking : open;
  return pool[(pool.findIndex((problem) => problem.id === id) + 1) % pool.length];
}

type Clause = NonNullable<Item['clause']>;

/** The clause with the start that another warranty states, where its own words name none: most plans say it once for all. */
export function startElsewhere(item: Item, items: readonly Item[]): { at: number; clause: Clause } | undefined {
  const { clause } = item;
  const lacking = (item.open ?? []).every(({ pointer, why }) => why !== 'missing' || pointer === '/promise/starts_from');
  if (!clause || clause.promise.kind !== 'warranty_term' || !lacks(item) || !lacking) return undefined;
  const at = items.findIndex(({ state, clause: other }) => state !== 'ignored' && other?.promise.kind === 'warranty_term' && other.promise.starts_from.length > 0);
  const other = items[at]?.clause?.promise;
  return other?.kind === 'warranty_term' ? { at: at + 1, clause: { ...clause, promise: { ...clause.promise, starts_from: other.starts_from } } } : undefined;
}
