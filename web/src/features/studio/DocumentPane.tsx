import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { $api } from '@/shared/api/client';
import { KeyHint } from '@/shared/components/KeyHint';
import { EmptyState, LoadingPage, ReadProblem } from '@/shared/components/states';
import { useWords } from '@/shared/plan/useWords';
import type { Item, Troubled } from './model';
import { marked, type Words } from './marked';
import { segments, type Stretch } from './segments';
import { shaped, type Cell, type Piece } from './shape';
import styles from './studio.module.css';
import { studioTexts } from './texts';

type Props = {
  id: string;
  items: Item[];
  listed: Item[];
  withProblem: Troubled;
  current: number | undefined;
  onChoose: (no: number) => void;
  /** Somebody marked words to make a clause of them. */
  onWords: (words: Words | undefined) => void;
  words: Words | undefined;
  onWrite: () => void;
};

/** The document as it came, with its promises marked by colour, line and word. */
export function DocumentPane({ id, items, listed, withProblem, current, onChoose, onWords, words, onWrite }: Props) {
  const t = studioTexts.useT();
  const pane = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = $api.useQuery('get', '/api/readings/{id}/text', { params: { path: { id } } }, { staleTime: Infinity });
  const places = items.map((item) => `${item.no}:${item.places.map(({ from, to }) => `${from}-${to}`).join()}`).join(';');
  // Only where the words lie decides about lines; states are looked up while drawing.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const lines = useMemo(() => (data ? segments(data.text, items) : []), [data, places]);
  const byNo = useMemo(() => new Map(items.map((item) => [item.no, item])), [items]);
  const wanted = useMemo(() => new Set(listed.map((item) => item.no)), [listed]);
  const pieces = useMemo(() => shaped(lines), [lines]);
  const draw = (one: Stretch): ReactNode => {
    const item = one.item && byNo.get(one.item.no);
    if (!item) return <span key={one.from} data-from={one.from}>{one.text}</span>;
    return <Highlight key={one.from} stretch={one} item={item} problem={withProblem.get(item.no) ?? 'no'} shown={wanted.has(item.no) ? 'yes' : 'no'} current={item.no === current ? 'yes' : 'no'} onChoose={onChoose} />;
  };
  useEffect(() => {
    const box = pane.current;
    const mark = box?.querySelector(`[data-item="${current}"]`);
    if (!box || !mark) return;
    // Only the document moves, never the page around it.
    const top = mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
    box.scrollTo?.({ top: box.scrollTop + top, behavior: 'smooth' });
  }, [current, lines]);
  // Marking words is reading, not pressing: what comes of it is a button, which stays until it is pressed or closed.
  useEffect(() => {
    if (!data) return undefined;
    const look = () => {
      const found = marked(pane.current, data.text);
      if (found) onWords(found);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [data, onWords]);
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return (
    <div className={styles['document']} ref={pane} aria-label={t('doc.label')} role="region">
      {words && (
        <div className={styles['marked']}>
          <q>{words.quote}</q>
          <Button type="primary" size="small" onClick={onWrite}>{t('act.writeWords')} <KeyHint>n</KeyHint></Button>
          <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('edit.cancel')} onClick={() => { globalThis.getSelection()?.removeAllRanges(); onWords(undefined); }} />
        </div>
      )}
      {listed.length === 0 && <EmptyState title={t('filter.empty')} />}
      {pieces.map((piece) => <DocumentPiece key={piece.look === 'table' ? piece.from : piece.line.from} piece={piece} draw={draw} />)}
    </div>
  );
}

function DocumentPiece({ piece, draw }: { piece: Piece; draw: (stretch: Stretch) => ReactNode }) {
  switch (piece.look) {
    case 'blank':
      return <div className={styles['blank']} />;
    case 'table':
      return (
        <div className={styles['table']} style={{ gridTemplateColumns: `repeat(${piece.columns}, auto)` }}>
          {piece.rows.map((row) => <TableRow key={row[0]?.from} row={row} columns={piece.columns} draw={draw} />)}
        </div>
      );
    default:
      return <p className={`${styles['line']} ${styles[piece.look] ?? ''}`}>{piece.line.stretches.map(draw)}</p>;
  }
}

/** The cells of a row; a short row is filled up, so that the columns of the next stay in place. */
function TableRow({ row, columns, draw }: { row: Cell[]; columns: number; draw: (stretch: Stretch) => ReactNode }) {
  return (
    <>
      {row.map((cell, at) => <div key={cell.from} style={at === row.length - 1 && row.length < columns ? { gridColumn: `${at + 1} / -1` } : {}}>{cell.stretches.map(draw)}</div>)}
    </>
  );
}

type HighlightProps = { stretch: Stretch; item: Item; problem: 'hard' | 'soft' | 'no'; shown: 'yes' | 'no'; current: 'yes' | 'no'; onChoose: (no: number) => void };

const SIGN = { open: '', accepted: '✓', corrected: '✎', ignored: '✕', split: '', merged: '' } as const;

const Highlight = memo(function Highlight({ stretch, item, problem, shown, current, onChoose }: HighlightProps) {
  const t = studioTexts.useT();
  const word = useWords();
  const kind = item.clause?.promise.kind ?? 'unread';
  const label = item.clause ? word(kind) : t('filter.unread');
  return (
    // The keys j and k do the same; a hundred marks are no tab stops.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <mark
      className={styles['mark']}
      data-item={item.no}
      data-kind={kind}
      data-state={item.state}
      data-current={current}
      data-shown={shown}
      title={`${label} · ${t(`state.${item.state}`)}`}
      onClick={() => onChoose(item.no)}
    >
      {stretch.begins === 'first' && <span className={styles['chip']}>{problem !== 'no' && <b className={styles['alarm']} data-weight={problem}>!</b>}{label}{SIGN[item.state] && ` ${SIGN[item.state]}`}</span>}
      {stretch.begins === 'again' && <span className={styles['chip']} aria-hidden>〃</span>}
      <span data-from={stretch.from}>{stretch.text}</span>
    </mark>
  );
});
