import type { Line, Stretch } from './segments';

/** A piece of the document as it is drawn: a line of words, or lines of columns one below the other. */
export type Piece = { look: 'title' | 'heading' | 'text' | 'blank'; line: Line } | { look: 'table'; from: number; columns: number; rows: Cell[][] };
/** The stretches of one cell. */
export type Cell = { from: number; stretches: Stretch[] };

const LONGEST_HEADING = 28;
const NUMBERED = /^(?:#{1,6}\s|第[一二三四五六七八九十百\d]+[章条节篇]|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|\d{1,2}(?:\.\d{1,2})*[、.．\s])/;
const SENTENCE = /[。；;！]|，.*，/;

/** The lines as people would set them: a title, headings, rows of columns as tables. */
export function shaped(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  let titled = false;
  for (const line of lines) {
    const text = line.stretches.map((one) => one.text).join('');
    const last = pieces.at(-1);
    if (text.trim() === '') pieces.push({ look: 'blank', line });
    else if (text.includes('\t')) {
      const cells = cellsOf(line);
      if (last?.look === 'table') {
        last.rows.push(cells);
        last.columns = Math.max(last.columns, cells.length);
      } else pieces.push({ look: 'table', from: line.from, columns: cells.length, rows: [cells] });
    } else {
      const short = [...text.trim()].length <= LONGEST_HEADING && !SENTENCE.test(text);
      if (!titled && short && pieces.every((piece) => piece.look === 'blank')) pieces.push({ look: 'title', line });
      else if (short && NUMBERED.test(text.trim()) && line.stretches.every((one) => !one.item)) pieces.push({ look: 'heading', line });
      else pieces.push({ look: 'text', line });
      titled = true;
    }
  }
  return pieces;
}

/** The line cut at its tabs; a stretch that reaches over one is cut with it. */
function cellsOf(line: Line): Cell[] {
  const cells: Cell[] = [{ from: line.from, stretches: [] }];
  for (const stretch of line.stretches) {
    let at = stretch.from;
    stretch.text.split('\t').forEach((text, index) => {
      if (index > 0) {
        at += 1;
        cells.push({ from: at, stretches: [] });
      }
      if (text !== '') cells.at(-1)?.stretches.push({ ...stretch, from: at, text, begins: at === stretch.from ? stretch.begins : 'no' });
      at += [...text].length;
    });
  }
  return cells;
}
