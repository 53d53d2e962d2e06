import { Button } from 'antd';
import { StatusTag } from '@/shared/components/StatusTag';
import { fieldTexts } from '@/shared/plan/fieldTexts';
import { useWords } from '@/shared/plan/useWords';
import type { Problem, Way } from './model';
import styles from './studio.module.css';
import { studioTexts } from './texts';

type Props = {
  problems: Problem[];
  current: number | undefined;
  onChoose: (no: number) => void;
  onSettle: (problem: string, by: Way) => void;
  onEdit: (no: number) => void;
};

/** The margin: each problem with both sentences and the ways out of it. Those of the clause in hand stand first. */
export function Problems({ problems, current, onChoose, onSettle, onEdit }: Props) {
  const t = studioTexts.useT();
  const own = problems.filter((problem) => problem.sides.some((side) => side.item === current));
  const other = problems.filter((problem) => !own.includes(problem));
  const list = (some: Problem[]) => some.map((problem) => <Note key={problem.id} problem={problem} current={current} onChoose={onChoose} onSettle={onSettle} onEdit={onEdit} />);
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

const TONE = { hard: 'alert', law: 'waiting', soft: 'off' } as const;

function Note({ problem, current, onChoose, onSettle, onEdit }: Omit<Props, 'problems'> & { problem: Problem }) {
  const t = studioTexts.useT();
  const kind = `kind.${problem.kind}`;
  const heading = studioTexts.has(kind) ? t(kind) : problem.kind;
  const about = useAbout()(problem.about);
  const other = problem.sides.find((side) => typeof side.item === 'number' && side.item !== current) ?? problem.sides.find((side) => typeof side.item === 'number');
  return (
    <article className={styles['note']} data-severity={problem.severity} data-settled={problem.settled ? 'yes' : 'no'}>
      <header>
        <strong>{heading}</strong>
        {problem.settled ? <StatusTag tone="active">{t('problem.settled', { way: t(`way.${problem.settled}`) })}</StatusTag> : <StatusTag tone={TONE[problem.severity]}>{t(`problem.${problem.severity}`)}</StatusTag>}
      </header>
      <p>{problem.advice ? <>{about && <b>{about} </b>}{problem.advice}</> : problem.about}</p>
      {problem.sides.map((side) => {
        const no = side.item;
        return typeof no === 'number'
          ? <button key={`${no}${side.quote}`} type="button" className={styles['sideQuote']} data-here={no === current ? 'yes' : 'no'} onClick={() => onChoose(no)}>“{side.quote.trim()}”</button>
          : <q key={side.quote} className={styles['sideQuote']}>{side.quote.trim()}</q>;
      })}
      {!problem.settled && (
        <div className={styles['ways']}>
          {problem.ways.filter((way) => way !== 'different_scope').map((way) => (
            <Button key={way} size="small" type={way === problem.proposed ? 'primary' : 'default'} ghost={way === problem.proposed} onClick={() => onSettle(problem.id, way)}>
              {t(`way.${way}`)}{way === problem.proposed && ` · ${t('problem.proposed')}`}
            </Button>
          ))}
          {other?.item !== undefined && other.item !== null && <Button size="small" onClick={() => onEdit(other.item as number)}>{problem.ways.includes('different_scope') ? t('way.different_scope') : t('act.editProblem')}</Button>}
        </div>
      )}
    </article>
  );
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
