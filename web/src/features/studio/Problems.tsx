import { Button } from 'antd';
import { memo, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { KeyHint } from '@/shared/components/KeyHint';
import { StatusTag } from '@/shared/components/StatusTag';
import { formatNamed, formatRow } from '@/shared/format';
import { useSteady } from '@/shared/hooks/useSteady';
import { AttendedHours } from '@/shared/plan/AttendedHours';
import { reasonOf } from '@/shared/plan/settlement';
import { fieldTexts } from '@/shared/plan/fieldTexts';
import { useWhen } from '@/shared/plan/reading';
import { useWords } from '@/shared/plan/useWords';
import { floorWords } from '@/shared/words/legal';
import { waysOf, type Item, type Problem, type Reading, type Scopes, type Way } from './model';
import styles from './studio.module.css';
import { studioTexts } from './texts';

type Deeds = {
  onChoose: (no: number) => void;
  onSettle: (problem: string, by: Way, scopes?: Scopes) => void;
  onScopes: (problem: string) => void;
  onEdit: (no: number) => void;
};

type Props = Deeds & {
  reading: Reading;
  items: readonly Item[];
  current: number | undefined;
  /** The problem that answers to figures. */
  inHand: string | undefined;
};

/** How many notes stand in the margin until more are asked for. */
const FOLD = 20;

/**
 * The margin: each problem with both sentences and the ways out of it. Those of the clause in hand stand first. A bad
 * document has hundreds: what is not near is folded, and a step draws only the notes it touches.
 */
export function Problems({ reading, items, current, inHand, ...given }: Props) {
  const t = studioTexts.useT();
  const deeds: Deeds = { onChoose: useSteady(given.onChoose), onSettle: useSteady(given.onSettle), onScopes: useSteady(given.onScopes), onEdit: useSteady(given.onEdit) };
  const places = usePlaces(items);
  const { problems } = reading;
  const isOwn = (problem: Problem) => problem.id === inHand || problem.sides.some((side) => side.item === current);
  const list = (some: Problem[]) => (
    <Folded problems={some} held={inHand}>
      {(problem) => (
        <Note
          key={problem.id}
          problem={problem}
          current={problem.sides.some((side) => side.item === current) ? current : undefined}
          held={problem.id === inHand ? 'yes' : 'no'}
          places={places}
          attended={OF_THE_COMPANY.has(problem.kind) ? reading.attended : undefined}
          settlements={problem.settled === 'different_scope' ? reading.frame?.settlements : undefined}
          {...deeds}
        />
      )}
    </Folded>
  );
  const own = problems.filter(isOwn);
  const other = problems.filter((problem) => !isOwn(problem));
  return (
    <section className={styles['problems']} aria-label={t('problem.title')}>
      {problems.length === 0 && <p className={styles['soft']}>{t('problem.none')}</p>}
      {own.length > 0 && <><h3>{t('problem.ofItem')} <small className={styles['count']}>{own.length}</small></h3>{list(own)}</>}
      {other.length > 0 && <><h3>{t('problem.other')} <small className={styles['count']}>{other.length}</small></h3>{list(other)}</>}
    </section>
  );
}

/** The first notes of a list, and the one in hand wherever it stands. */
function Folded({ problems, held, children }: { problems: Problem[]; held: string | undefined; children: (problem: Problem) => ReactNode }) {
  const t = studioTexts.useT();
  const [shown, setShown] = useState(FOLD);
  const rest = problems.length - shown;
  return (
    <>
      {problems.filter((problem, at) => at < shown || problem.id === held).map(children)}
      {rest > 0 && <Button type="link" className={styles['more'] ?? ''} onClick={() => setShown(shown + FOLD)}>{t('problem.more', { count: Math.min(rest, FOLD), rest })}</Button>}
    </>
  );
}

/** Which number an item bears, and which the item of a clause; the same object until an item comes or goes. */
type Places = { item: (no: number) => number; clause: (id: string) => number; named: (no: number) => string | undefined };

function usePlaces(items: readonly Item[]): Places {
  const drawn = items.map(({ no, clause }) => `${no}:${clause?.id ?? ''}`).join();
  return useMemo(() => {
    const byNo = new Map(items.map(({ no, clause }, at) => [no, { at: at + 1, clause: clause?.id }]));
    const byClause = new Map(items.flatMap(({ clause }, at) => (clause ? [[clause.id, at + 1] as const] : [])));
    return { item: (no) => byNo.get(no)?.at ?? 0, clause: (id) => byClause.get(id) ?? 0, named: (no) => byNo.get(no)?.clause };
    // Only numbers and names decide; what else changes in an item is none of the margin's business.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [drawn]);
}

/** Problems whose other side is the company itself. */
const OF_THE_COMPANY: ReadonlySet<string> = new Set(['unattended', 'limit_unattended']);

const TONE = { hard: 'alert', law: 'waiting', soft: 'off' } as const;

type NoteProps = Deeds & {
  problem: Problem;
  /** The clause in hand, where the problem is one of it. */
  current: number | undefined;
  held: 'yes' | 'no';
  places: Places;
  attended: Reading['attended'] | undefined;
  settlements: Settlements | undefined;
};
type Settlements = NonNullable<Reading['frame']>['settlements'];

const Note = memo(function Note(props: NoteProps) {
  const { problem, places, current, attended, onChoose } = props;
  const t = studioTexts.useT();
  const kind = `kind.${problem.kind}`;
  const heading = studioTexts.has(kind) ? t(kind) : problem.kind;
  const inWords = useAbout();
  const about = problem.floor ? floorWords(problem.floor) : inWords(problem.about);
  const say = useWays(problem);
  const reason = reasonOf(problem);
  const note = useRef<HTMLElement>(null);
  const held = props.held === 'yes';
  useEffect(() => {
    if (held) note.current?.scrollIntoView?.({ block: 'nearest' });
  }, [held]);
  return (
    <article ref={note} className={styles['note']} data-severity={problem.severity} data-settled={problem.settled ? 'yes' : 'no'} data-in-hand={props.held}>
      <header>
        <strong>{heading}</strong>
        {problem.settled ? <StatusTag tone="active">{t('problem.settled', { way: say(problem.settled) })}</StatusTag> : <StatusTag tone={TONE[problem.severity]}>{t(`problem.${problem.severity}`)}</StatusTag>}
      </header>
      <p>{problem.advice ? <>{about && !problem.id.startsWith('noted:') && <b>{about} </b>}{problem.advice}</> : problem.about}</p>
      {problem.sides.map((side) => {
        const no = side.item;
        return typeof no === 'number'
          ? <button key={`${no}${side.quote}`} type="button" className={styles['sideQuote']} data-here={no === current ? 'yes' : 'no'} onClick={() => onChoose(no)}><span className={styles['count']}>{t('problem.at', { at: places.item(no) })}</span> “{side.quote.trim()}”</button>
          : <q key={side.quote} className={styles['sideQuote']}>{side.quote.trim()}</q>;
      })}
      {attended && <p><AttendedHours attended={attended} /></p>}
      {problem.settled === 'different_scope' && <SetScopes {...props} />}
      {reason !== '' && <p>{t('item.reason', { reason })}</p>}
      {!problem.settled && <Ways {...props} />}
    </article>
  );
});

/** The ways out of a problem in words; a promise that contradicts no other clause governs by itself. */
function useWays(problem: Problem): (way: Way) => string {
  const t = studioTexts.useT();
  return (way) => t(OF_THE_COMPANY.has(problem.kind) ? 'way.promise' : `way.${way}`);
}

/** One button for each way, the proposed one first; what needs more words opens a form. */
function Ways({ problem, places, current, held, onSettle, onScopes, onEdit }: NoteProps) {
  const t = studioTexts.useT();
  const says = useScopes(places);
  const say = useWays(problem);
  const other = problem.sides.find((side) => typeof side.item === 'number' && side.item !== current) ?? problem.sides.find((side) => typeof side.item === 'number');
  const asksScopes = problem.ways.includes('different_scope') && !problem.id.startsWith('noted:');
  return (
    <div className={styles['ways']}>
      {waysOf(problem).map(({ by, scopes, proposed }, at) => (
        <Button key={`${by}${JSON.stringify(scopes)}`} size="small" type={proposed === 'yes' ? 'primary' : 'default'} ghost={proposed === 'yes'} className={styles['way'] ?? ''} onClick={() => onSettle(problem.id, by, scopes)}>
          <span>{scopes.length > 0 ? formatNamed(say(by), says(scopes)) : say(by)}{proposed === 'yes' && ` · ${t('problem.proposed')}`}</span>
          {held === 'yes' && at < 4 && <KeyHint>{at + 1}</KeyHint>}
        </Button>
      ))}
      {asksScopes && <Button size="small" onClick={() => onScopes(problem.id)}>{t((problem.apart ?? []).length > 0 ? 'way.otherScope' : 'way.different_scope')}…</Button>}
      {typeof other?.item === 'number' && <Button size="small" type="text" onClick={() => onEdit(other.item as number)}>{t('act.editProblem')}</Button>}
    </div>
  );
}

function SetScopes({ settlements, places, problem }: NoteProps) {
  const says = useScopes(places);
  const ids = problem.sides.flatMap((side) => (typeof side.item === 'number' && places.named(side.item)) || []);
  const settlement = settlements?.find((one) => ids.length > 1 && ids.every((id) => one.clauses.includes(id)));
  return settlement?.scopes && settlement.scopes.length > 0 ? <p>{says(settlement.scopes)}</p> : null;
}

/** Scopes as people say them: the words of each clause that tell it from the other, and when it holds. */
function useScopes(places: Places): (scopes: Scopes) => string {
  const t = studioTexts.useT();
  const when = useWhen();
  const said = (scope: Scopes[number]) => t('problem.scope', { at: places.clause(scope.clause), when: when(scope.when) });
  return (scopes) => formatRow(scopes.map(said), 'sentences');
}

/** What a problem is about, in words: `reported > on_site` as 报修 → 到场. */
function useAbout(): (about: string) => string {
  const word = useWords();
  const field = fieldTexts.useT();
  return (about) =>
    about
      .replaceAll(' > ', ' → ')
      .replaceAll('>', ' → ')
      .split(/(?<=[:\s,/])|(?=[:\s,/])/)
      .map((part) => {
        if (part === ':') return ' ';
        if (!/^[a-z_]+$/.test(part)) return part;
        const key = `field.${part}`;
        return fieldTexts.has(key) ? field(key) : word(part, 'to');
      })
      .join('');
}
