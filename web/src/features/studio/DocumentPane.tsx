import { useEffect, useMemo, useRef } from 'react';
import { $api } from '@/shared/api/client';
import { EmptyState, LoadingPage, ReadProblem } from '@/shared/components/states';
import { useWords } from '@/shared/plan/useWords';
import type { Item, Troubled } from './model';
import { segments, type Line, type Stretch } from './segments';
import styles from './studio.module.css';
import { studioTexts } from './texts';

type Props = {
  id: string;
  items: Item[];
  listed: Item[];
  withProblem: Troubled;
  current: number | undefined;
  onChoose: (no: number) => void;
};

/** The document as it came, with its promises marked by colour, line and word. */
export function DocumentPane({ id, items, listed, withProblem, current, onChoose }: Props) {
  const t = studioTexts.useT();
  const pane = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = $api.useQuery('get', '/api/readings/{id}/text', { params: { path: { id } } }, { staleTime: Infinity });
  const places = items.map((item) => `${item.no}:${item.places.map(({ from, to }) => `${from}-${to}`).join()}`).join(';');
  // Only where the words lie decides about lines; states are looked up while drawing.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const lines = useMemo(() => (data ? segments(data.text, items) : []), [data, places]);
  const byNo = useMemo(() => new Map(items.map((item) => [item.no, item])), [items]);
  const wanted = useMemo(() => new Set(listed.map((item) => item.no)), [listed]);
  useEffect(() => {
    const box = pane.current;
    const mark = box?.querySelector(`[data-item="${current}"]`);
    if (!box || !mark) return;
    // Only the document moves, never the page around it.
    const top = mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
    box.scrollTo?.({ top: box.scrollTop + top, behavior: 'smooth' });
  }, [current, lines]);
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return (
    <div className={styles['document']} ref={pane} aria-label={t('doc.label')} role="region">
      {listed.length === 0 && <EmptyState title={t('filter.empty')} />}
      {lines.map((line) => (
        <DocumentLine key={line.from} line={line} byNo={byNo} wanted={wanted} withProblem={withProblem} current={current} onChoose={onChoose} />
      ))}
    </div>
  );
}

type LineProps = { line: Line; byNo: ReadonlyMap<number, Item>; wanted: ReadonlySet<number>; withProblem: Troubled; current: number | undefined; onChoose: (no: number) => void };

function DocumentLine({ line, byNo, wanted, withProblem, current, onChoose }: LineProps) {
  if (line.stretches.every((one) => one.text.trim() === '')) return <div className={styles['blank']} />;
  return (
    <p className={styles['line']}>
      {line.stretches.map((one) => {
        const item = one.item && byNo.get(one.item.no);
        if (!item) return <span key={one.from}>{one.text}</span>;
        return <Highlight key={one.from} stretch={one} item={item} problem={withProblem.get(item.no) ?? 'no'} shown={wanted.has(item.no) ? 'yes' : 'no'} current={item.no === current ? 'yes' : 'no'} onChoose={onChoose} />;
      })}
    </p>
  );
}

type HighlightProps = { stretch: Stretch; item: Item; problem: 'hard' | 'soft' | 'no'; shown: 'yes' | 'no'; current: 'yes' | 'no'; onChoose: (no: number) => void };

const SIGN = { open: '', accepted: '✓', corrected: '✎', ignored: '✕', split: '', merged: '' } as const;

function Highlight({ stretch, item, problem, shown, current, onChoose }: HighlightProps) {
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
      {stretch.text}
    </mark>
  );
}
