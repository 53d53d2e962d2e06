import { formatInstant, toMillis } from '@/shared/format';
import type { ArithmeticSpan, SpanKind } from './types';

export type DayBlock = { kind: SpanKind; rule: ArithmeticSpan['rule']; startPercent: number; widthPercent: number };
/** `lastDay` is set for a run of idle days told in one line. */
export type DayLine = { day: string; lastDay?: string; blocks: DayBlock[] };

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** A deadline search never spans more than this many days on screen. */
const MOST_DAYS = 4_000;

/** Milliseconds since local midnight, in the company's zone. */
function sinceMidnight(at: number): number {
  const clock = formatInstant(at, 'second').slice(11);
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + (at % 1000);
}

/** The next local midnight: on a day of 23 or 25 hours the plain sum lands beside it and is moved. */
function nextMidnight(at: number): number {
  const guess = at - sinceMidnight(at) + DAY_MS;
  const off = sinceMidnight(guess);
  return off === 0 ? guess : off < DAY_MS / 2 ? guess - off : guess + (DAY_MS - off);
}

/** Cuts an explanation's spans at midnight: one line per local day, each block placed on its 24 hours. */
export function dayLines(spans: readonly ArithmeticSpan[]): DayLine[] {
  const lines: DayLine[] = [];
  for (const span of spans) {
    const end = toMillis(span.to);
    let start = toMillis(span.from);
    while (start < end && lines.length < MOST_DAYS) {
      const cut = Math.min(end, nextMidnight(start));
      const day = formatInstant(start, 'day');
      let line = lines.at(-1);
      if (line?.day !== day) {
        line = { day, blocks: [] };
        lines.push(line);
      }
      line.blocks.push({
        kind: span.kind,
        rule: span.rule,
        startPercent: (sinceMidnight(start) / DAY_MS) * 100,
        widthPercent: (Math.max(cut - start, MINUTE_MS) / DAY_MS) * 100,
      });
      start = cut;
    }
  }
  return lines;
}

/** Fewer idle days than this are drawn one by one. */
const FOLDED_FROM = 3;

function isIdle(line: DayLine | undefined): boolean {
  return line?.blocks.length === 1 && line.blocks[0]?.kind !== 'counted' && (line.blocks[0]?.widthPercent ?? 0) >= 95;
}

function isSameRule(a: DayLine | undefined, b: DayLine): boolean {
  const [x, y] = [a?.blocks[0]?.rule, b.blocks[0]?.rule];
  return x?.rule === y?.rule && x?.name === y?.name;
}

/** A long holiday or pause becomes one line 「10-01 – 10-08 国庆节放假」 instead of eight empty ones. */
export function foldIdleDays(lines: readonly DayLine[]): DayLine[] {
  const folded: DayLine[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line) break;
    let end = index;
    while (isIdle(lines[end]) && isSameRule(lines[end], line)) end += 1;
    const lastDay = lines[end - 1]?.day;
    if (end - index >= FOLDED_FROM && lastDay) folded.push({ ...line, lastDay });
    else folded.push(...lines.slice(index, Math.max(end, index + 1)));
    index = Math.max(end, index + 1);
  }
  return folded;
}
