import type { Item } from './model';

/** A stretch of one line: plain, or the words of an item. */
export type Stretch = { from: number; text: string; item?: Item; /** Whether the item begins here, goes on at another place here, or neither. */ begins: 'first' | 'again' | 'no' };
export type Line = { from: number; stretches: Stretch[] };

type Mark = { from: number; to: number; item: Item; /** 0 for the words an item is named after, more for what belongs to it as well. */ rank: number };

/** The text as lines of stretches. Where words belong to two items, the one named after them shows, and of two such the shorter. */
export function segments(text: string, items: readonly Item[]): Line[] {
  const chars = [...text];
  const marks = items.flatMap((item) => item.places.map(({ from, to }, rank): Mark => ({ from, to, item, rank })));
  const owner = owners(chars.length, marks);
  const starts = beginnings(marks, owner);
  const lines: Line[] = [];
  let from = 0;
  for (let at = 0; at <= chars.length; at += 1) {
    if (at < chars.length && chars[at] !== '\n') continue;
    lines.push({ from, stretches: stretchesOf(chars, owner, starts, from, at) });
    from = at + 1;
  }
  return lines;
}

/** Where the words of each item begin, the earliest of them first. */
function beginnings(marks: readonly Mark[], owner: readonly (Item | undefined)[]): Map<string, 'first' | 'again'> {
  const seen = new Set<number>();
  const places = marks
    .map((mark) => ({ no: mark.item.no, at: firstOwned(mark, owner) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at);
  return new Map(
    places.map(({ no, at }) => {
      const begins = seen.has(no) ? 'again' : 'first';
      seen.add(no);
      return [`${no}@${at}`, begins] as const;
    }),
  );
}

function owners(length: number, marks: readonly Mark[]): (Item | undefined)[] {
  const owner: (Item | undefined)[] = Array.from({ length });
  const later = (a: Mark, b: Mark) => Math.min(b.rank, 1) - Math.min(a.rank, 1) || b.to - b.from - (a.to - a.from);
  for (const mark of marks.toSorted(later)) owner.fill(mark.item, mark.from, mark.to);
  return owner;
}

function firstOwned(mark: Mark, owner: readonly (Item | undefined)[]): number {
  for (let at = mark.from; at < mark.to; at += 1) if (owner[at]?.no === mark.item.no) return at;
  return -1;
}

function stretchesOf(chars: readonly string[], owner: readonly (Item | undefined)[], starts: ReadonlyMap<string, 'first' | 'again'>, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at += 1) {
    const item = owner[start];
    const begins = at < to && owner[at] !== undefined && starts.has(`${owner[at]?.no}@${at}`);
    if (at < to && owner[at]?.no === item?.no && !begins) continue;
    stretches.push({ from: start, text: chars.slice(start, at).join(''), begins: (item && starts.get(`${item.no}@${start}`)) ?? 'no', ...(item && { item }) });
    start = at;
  }
  return stretches;
}
