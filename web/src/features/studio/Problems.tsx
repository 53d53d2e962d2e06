import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { KeyHint } from '@/shared/components/KeyHint';
import { StatusTag } from '@/shared/components/StatusTag';
import { formatNamed, formatRow } from '@/shared/format';
import { AttendedHours } from '@/shared/plan/AttendedHours';
import { reasonOf } from '@/shared/plan/settlement';
import { fieldTexts } from '@/shared/plan/fieldTexts';
import { useWhen } from '@/shared/plan/reading';
import { useWords } from '@/shared/plan/useWords';
import { floorWords } from '@/shared/words/legal';
import { waysOf, type Item, type Problem, type Reading, type Scopes, type Way } from './model';
import styles from './studio.module.css';
import { studioTexts } from './texts';

type Props = {
  reading: Reading;
  items: readonly Item[];
  current: number | undefined;
  /** The problem that answers to figures. */
  inHand: string | undefined;
  onChoose: (no: number) => void;
  onSettle: (problem: string, by: Way, scopes?: Scopes) => void;
  onScopes: (problem: string) => void;
  onEdit: (no: number) => void;
};

/** The margin: each problem with both sentences and the ways out of it. Those of the clause in hand stand first. */
export function Problems(props: Props) {
  const t = studioTexts.useT();
  const { problems } = props.reading;
  const own = problems.filter((problem) => problem.sides.some((side) => side.item === props.current) || problem.id === props.inHand);
  const other = problems.filter((problem) => !own.includes(problem));
  const list = (some: Problem[]) => some.map((problem) => <Note key={problem.id} {...props} problem={problem} />);
  return (
    <section className={styles['problems']} aria-label={t('problem.title')}>
      {problems.length === 0 && <p className={styles['soft']}>{t('problem.none')}</p>}
      {own.length > 0 && <h3>{t('problem.ofItem')} <small className={styles['count']}>{own.length}</small></h3>}
      {list(own)}
      {other.length > 0 && <h3>{t('problem.other')} <small className={styles['count']}>{other.length}</small></h3>}
      {list(other)}
    </section>
  );
}

/** Problems whose other side is the company itself. */
const OF_THE_COMPANY: ReadonlySet<string> = new Set(['unattended', 'limit_unattended']);

const TONE = { hard: 'alert', law: 'waiting', soft: 'off' } as const;

type NoteProps = Props & { problem: Problem };

function Note(props: NoteProps) {
  const { reading, problem, items, current, onChoose } = props;
  const t = studioTexts.useT();
  const kind = `kind.${problem.kind}`;
  const heading = studioTexts.has(kind) ? t(kind) : problem.kind;
  const inWords = useAbout();
  const about = problem.floor ? floorWords(problem.floor) : inWords(problem.about);
  const say = useWays(problem);
  const reason = reasonOf(problem);
  const note = useRef<HTMLElement>(null);
  const held = problem.id === props.inHand;
  useEffect(() => {
    if (held) note.current?.scrollIntoView?.({ block: 'nearest' });
  }, [held]);
  return (
    <article ref={note} className={styles['note']} data-severity={problem.severity} data-settled={problem.settled ? 'yes' : 'no'} data-in-hand={held ? 'yes' : 'no'}>
      <header>
        <strong>{heading}</strong>
        {problem.settled ? <StatusTag tone="active">{t('problem.settled', { way: say(problem.settled) })}</StatusTag> : <StatusTag tone={TONE[problem.severity]}>{t(`problem.${problem.severity}`)}</StatusTag>}
      </header>
      <p>{problem.advice ? <>{about && !problem.id.startsWith('noted:') && <b>{about} </b>}{problem.advice}</> : problem.about}</p>
      {problem.sides.map((side) => {
        const no = side.item;
        return typeof no === 'number'
          ? <button key={`${no}${side.quote}`} type="button" className={styles['sideQuote']} data-here={no === current ? 'yes' : 'no'} onClick={() => onChoose(no)}><span className={styles['count']}>{t('problem.at', { at: items.findIndex((item) => item.no === no) + 1 })}</span> “{side.quote.trim()}”</button>
          : <q key={side.quote} className={styles['sideQuote']}>{side.quote.trim()}</q>;
      })}
      {reading.attended && OF_THE_COMPANY.has(problem.kind) && <p><AttendedHours attended={reading.attended} /></p>}
      {problem.settled === 'different_scope' && <SetScopes {...props} />}
      {reason !== '' && <p>{t('item.reason', { reason })}</p>}
      {!problem.settled && <Ways {...props} />}
    </article>
  );
}

/** The ways out of a problem in words; a promise that contradicts no other clause governs by itself. */
function useWays(problem: Problem): (way: Way) => string {
  const t = studioTexts.useT();
  return (way) => t(OF_THE_COMPANY.has(problem.kind) ? 'way.promise' : `way.${way}`);
}

/** One button for each way, the proposed one first; what needs more words opens a form. */
function Ways({ problem, items, current, inHand, onSettle, onScopes, onEdit }: NoteProps) {
  const t = studioTexts.useT();
  const says = useScopes(items);
  const say = useWays(problem);
  const other = problem.sides.find((side) => typeof side.item === 'number' && side.item !== current) ?? problem.sides.find((side) => typeof side.item === 'number');
  const asksScopes = problem.ways.includes('different_scope') && !problem.id.startsWith('noted:');
  return (
    <div className={styles['ways']}>
      {waysOf(problem).map(({ by, scopes, proposed }, at) => (
        <Button key={`${by}${JSON.stringify(scopes)}`} size="small" type={proposed === 'yes' ? 'primary' : 'default'} ghost={proposed === 'yes'} className={styles['way'] ?? ''} onClick={() => onSettle(problem.id, by, scopes)}>
          <span>{scopes.length > 0 ? formatNamed(say(by), says(scopes)) : say(by)}{proposed === 'yes' && ` · ${t('problem.proposed')}`}</span>
          {problem.id === inHand && at < 4 && <KeyHint>{at + 1}</KeyHint>}
        </Button>
      ))}
      {asksScopes && <Button size="small" onClick={() => onScopes(problem.id)}>{t((problem.apart ?? []).length > 0 ? 'way.otherScope' : 'way.different_scope')}…</Button>}
      {typeof other?.item === 'number' && <Button size="small" type="text" onClick={() => onEdit(other.item as number)}>{t('act.editProblem')}</Button>}
    </div>
  );
}

function SetScopes({ reading, items, problem }: NoteProps) {
  const says = useScopes(items);
  const ids = problem.sides.flatMap((side) => items.find((item) => item.no === side.item)?.clause?.id ?? []);
  const settlement = reading.frame?.settlements?.find((one) => ids.length > 1 && ids.every((id) => one.clauses.includes(id)));
  return settlement?.scopes && settlement.scopes.length > 0 ? <p>{says(settlement.scopes)}</p> : null;
}

/** Scopes as people say them: the words of each clause that tell it from the other, and when it holds. */
function useScopes(items: readonly Item[]): (scopes: Scopes) => string {
  const t = studioTexts.useT();
  const when = useWhen();
  const said = (scope: Scopes[number]) => {
    const at = items.findIndex((item) => item.clause?.id === scope.clause);
    return t('problem.scope', { at: at + 1, when: when(scope.when) });
  };
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
        return fieldTexts.has(key) ? field(key) : word(part);
      })
      .join('');
}
