import type { Item } from './model';

/** A stretch of one line: plain, or the words of an item. */
export type Stretch = { from: number; text: string; item?: Item; /** Whether the item's words begin here. */ first: boolean };
export type Line = { from: number; stretches: Stretch[] };

type Mark = { from: number; to: number; item: Item };

/** The text as lines of stretches. Where words belong to two items, the shorter one shows: the longer is around it. */
export function segments(text: string, items: readonly Item[]): Line[] {
  const chars = [...text];
  const marks = items.flatMap((item) => item.places.map(({ from, to }): Mark => ({ from, to, item })));
  const owner = owners(chars.length, marks);
  const starts = new Set(marks.map((mark) => `${mark.item.no}@${firstOwned(mark, owner)}`));
  const lines: Line[] = [];
  let from = 0;
  for (let at = 0; at <= chars.length; at += 1) {
    if (at < chars.length && chars[at] !== '\n') continue;
    lines.push({ from, stretches: stretchesOf(chars, owner, starts, from, at) });
    from = at + 1;
  }
  return lines;
}

function owners(length: number, marks: readonly Mark[]): (Item | undefined)[] {
  const owner: (Item | undefined)[] = Array.from({ length });
  for (const mark of marks.toSorted((a, b) => b.to - b.from - (a.to - a.from))) owner.fill(mark.item, mark.from, mark.to);
  return owner;
}

function firstOwned(mark: Mark, owner: readonly (Item | undefined)[]): number {
  for (let at = mark.from; at < mark.to; at += 1) if (owner[at]?.no === mark.item.no) return at;
  return mark.from;
}

function stretchesOf(chars: readonly string[], owner: readonly (Item | undefined)[], starts: ReadonlySet<string>, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at += 1) {
    const item = owner[start];
    const begins = at < to && owner[at] !== undefined && starts.has(`${owner[at]?.no}@${at}`);
    if (at < to && owner[at]?.no === item?.no && !begins) continue;
    stretches.push({ from: start, text: chars.slice(start, at).join(''), first: item !== undefined && starts.has(`${item.no}@${start}`), ...(item && { item }) });
    start = at;
  }
  return stretches;
}
