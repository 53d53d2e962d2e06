/** Where a sentence may be cut: behind a sign that parts its thoughts. */
const PAUSE = /[，,；;。、！!？?：:]/;

/** The place to cut that is proposed first: behind the pause nearest the middle, else between two words, never inside one. */
export function cutOf(chars: readonly string[]): number {
  const middle = chars.length / 2;
  const nearest = (places: number[]) => places.filter((at) => at > 0 && at < chars.length).toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  const pauses = chars.flatMap((char, at) => (PAUSE.test(char) && !isInFigure(chars, at) ? [at + 1] : []));
  return nearest(pauses) ?? nearest(wordStarts(chars)) ?? Math.ceil(middle);
}

/** 1,000 and 8:30 are one figure. */
function isInFigure(chars: readonly string[], at: number): boolean {
  return /\d/.test(chars[at - 1] ?? '') && /\d/.test(chars[at + 1] ?? '');
}

/** The places, counted in characters, at which words begin. */
function wordStarts(chars: readonly string[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const { segment } of new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(chars.join(''))) {
    // A blank belongs to the word before it.
    if (segment.trim() !== '') starts.push(at);
    at += [...segment].length;
  }
  return starts;
}
