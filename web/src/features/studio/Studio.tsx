import { Alert } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ProblemAlert } from '@/shared/components/states';
import { PlanProvider, type Plan } from '@/shared/plan/Context';
import { useShortcut } from '@/shared/hooks/useShortcut';
import { Bar } from './Bar';
import type { Words } from './marked';
import { Dialogs, type Dialog } from './Dialogs';
import { DocumentPane } from './DocumentPane';
import { above, following, matches, neighbour, problemAfter, shownItems, standing, startElsewhere, SURE, troubled, type Filter, type Note, type Reading, type Scopes, type Way, waysOf } from './model';
import { Panel } from './Panel';
import { Problems } from './Problems';
import styles from './studio.module.css';
import { Summary } from './Summary';
import { studioTexts } from './texts';
import { useSteps } from './useSteps';

/** The signature screen. Everything can be done with the keyboard; every click has its key. */
export function Studio({ reading, frame }: { reading: Reading; frame: Plan }) {
  const t = studioTexts.useT();
  const steps = useSteps(reading.id);
  const { clear } = steps;
  const [filter, setFilter] = useState<Filter>('all');
  const [dialog, setDialog] = useState<Dialog>();
  // What was said of an earlier step is no word on this one.
  const [note, setNote] = useState<Note>();
  const told = steps.full ? 'waiting' : note;
  const ask = (next: Dialog) => {
    clear();
    setNote(undefined);
    setDialog(next);
  };
  const [words, setWords] = useState<Words>();
  const items = useMemo(() => shownItems(reading), [reading]);
  const withProblem = useMemo(() => troubled(reading.problems), [reading]);
  const listed = useMemo(() => items.filter((item) => matches(item, filter, withProblem)), [items, filter, withProblem]);
  const [chosen, setCurrent] = useState<number | undefined>(() => items.find((item) => item.state === 'open')?.no ?? items[0]?.no);
  const stands = standing(reading, chosen);
  const current = items.find((item) => item.no === stands) ?? listed[0] ?? items[0];
  const clauses = useSame(items.flatMap((item) => (item.clause && item.state !== 'ignored' ? [item.clause] : [])));
  const plan = useMemo(() => ({ ...frame, clauses }), [frame, clauses]);

  // Keys are faster than the server: what was accepted a moment ago is not offered again.
  const sent = useRef(new Set<number>());
  useEffect(() => {
    if (!steps.busy) sent.current.clear();
  }, [steps.busy]);
  const [sought, setSought] = useState<string>();
  const go = useCallback((no: number | undefined) => {
    if (no === undefined) return;
    setCurrent(no);
    setSought(undefined);
    clear();
    setNote(undefined);
    if (globalThis.document.activeElement instanceof HTMLElement) globalThis.document.activeElement.blur();
  }, [clear]);
  const pool = listed.some((item) => item.no === current?.no) || listed.length > 0 ? listed : items;
  const move = (by: 1 | -1) => go(neighbour(pool, current?.no, by));
  const onward = () => go(following(pool, current?.no, sent.current));
  const accept = () => {
    if (!current) return;
    if (current.state === 'accepted' || current.state === 'corrected' || sent.current.has(current.no)) return onward();
    if (!current.clause || (current.open ?? []).some((open) => open.why === 'missing')) return ask({ what: 'edit', item: current.no });
    sent.current.add(current.no);
    void steps.step({ step: 'accept', items: [current.no] });
    onward();
  };
  const ignore = () => current && ask({ what: 'ignore', item: current.no });
  const edit = () => current && ask({ what: 'edit', item: current.no });
  const like = current && startElsewhere(current, items);
  const fill = () => {
    if (!current || !like) return;
    void steps.step({ step: 'correct', item: current.no, clause: like.clause });
    sent.current.add(current.no);
    onward();
  };
  const merge = () => {
    if (!current) return;
    const { no } = current;
    const into = above(items, no);
    if (typeof into === 'string') return setNote(into);
    // The clause above is in hand at once, so that the next key is about it and not about one that is gone.
    go(into);
    void steps.step({ step: 'merge', into, item: no }).then((done) => done ?? setCurrent(no));
  };
  const split = () => {
    if (!current) return;
    if (current.state === 'ignored') return setNote('ignored');
    if ((current.pieces ?? []).length > 1) void steps.step({ step: 'split', item: current.no }).then((done) => done && go(standing(done, current.no)));
    else ask({ what: 'split', item: current.no });
  };
  const restore = () => current && void steps.step({ step: 'restore', items: [current.no] });
  const undo = () => void steps.undo().then(go);
  const redo = () => void steps.redo().then(go);
  const settle = (problem: string, by: Way, scopes: Scopes = []) => void steps.step({ step: 'settle', problem, by, scopes });
  const write = () => ask({ what: 'write', ...(words && { words }) });
  // The problem that was sought, or else the first open one of the clause in hand, answers to figures in the order its ways are shown.
  const open = reading.problems.filter((problem) => !problem.settled);
  const inHand = open.find((problem) => problem.id === sought) ?? open.find((problem) => problem.sides.some((side) => side.item === current?.no));
  const nextProblem = () => {
    const next = problemAfter(open, inHand?.id);
    if (!next) return;
    go(next.sides.find((side) => typeof side.item === 'number')?.item ?? undefined);
    setSought(next.id);
  };
  const figure = (at: number) => {
    const way = inHand && waysOf(inHand)[at];
    if (inHand && way) settle(inHand.id, way.by, way.scopes);
  };

  useShortcut('j', t('act.next'), () => move(1));
  useShortcut('k', t('act.previous'), () => move(-1));
  useShortcut('Enter', t('act.accept'), accept);
  useShortcut('e', t('act.edit'), edit);
  useShortcut('f', t('act.fillKey'), fill);
  useShortcut('x', t('act.ignore'), ignore);
  useShortcut('m', t('act.merge'), merge);
  useShortcut('s', t('act.split'), split);
  useShortcut('o', t('act.restore'), restore);
  useShortcut('p', t('act.nextProblem'), nextProblem);
  useShortcut('a', t('bar.above'), () => void steps.step({ step: 'accept_above', confidence: SURE }));
  useShortcut('u', t('bar.undo'), undo);
  useShortcut('n', t('act.new'), write);
  useShortcut('1', t('act.settle', { number: 1 }), () => figure(0));
  useShortcut('2', t('act.settle', { number: 2 }), () => figure(1));
  useShortcut('3', t('act.settle', { number: 3 }), () => figure(2));
  useShortcut('4', t('act.settle', { number: 4 }), () => figure(3));
  useShortcut('U', t('bar.redo'), redo);

  return (
    <PlanProvider value={plan}>
      <Bar reading={reading} items={items} withProblem={withProblem} filter={filter} onFilter={setFilter} steps={steps} onUndo={undo} onRedo={redo} onMake={() => ask({ what: 'make' })} onProblem={nextProblem} />
      <Summary reading={reading} items={items} onChoose={go} />
      <div className={styles['desk']}>
        <DocumentPane id={reading.id} items={items} listed={listed} withProblem={withProblem} current={current?.no} onChoose={go} words={words} onWords={setWords} onWrite={write} />
        <aside className={styles['side']}>
          {!dialog && <Refusal error={steps.failure} />}
          {told && <Alert className={styles['refusal'] ?? ''} type="info" showIcon title={t(`note.${told}`)} />}
          {current && (
            <Panel
              item={current}
              at={items.indexOf(current) + 1}
              all={items.length}
              parameters={frame.parameters ?? []}
              like={like?.at}
              acts={{ accept, edit, fill, ignore, merge, split, restore, next: () => move(1), previous: () => move(-1) }}
            />
          )}
          <Problems reading={reading} items={items} inHand={inHand?.id} current={current?.no} onChoose={go} onSettle={settle} onScopes={(problem) => ask({ what: 'scopes', problem })} onEdit={(no) => { go(no); ask({ what: 'edit', item: no }); }} />
        </aside>
      </div>
      <Dialogs reading={reading} plan={plan} dialog={dialog} steps={steps} onClose={() => setDialog(undefined)} onDone={(no) => { setDialog(undefined); setWords(undefined); if (no === undefined) onward(); else go(no); }} />
    </PlanProvider>
  );
}

/** Why a step was not taken, beside the clause it was about. */
function Refusal({ error }: { error: unknown }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) place.current?.scrollIntoView?.({ block: 'nearest' });
  }, [error]);
  return <div ref={place} className={styles['refusal']}><ProblemAlert error={error} /></div>;
}

/** The list that was there before, where it holds the same: what hangs on it is not drawn anew at each step. */
function useSame<T>(list: T[]): T[] {
  const [kept, keep] = useState(list);
  const same = kept.length === list.length && kept.every((one, at) => one === list[at]);
  if (!same) keep(list);
  return same ? kept : list;
}
