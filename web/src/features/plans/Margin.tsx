import { Button, Card, Dropdown } from 'antd';
import type { components } from '@/shared/api/schema';
import { StatusTag } from '@/shared/components/StatusTag';
import type { Plan } from '@/shared/plan/Context';
import type { Attended } from '@/shared/plan/attended';
import { formatNamed, formatRow } from '@/shared/format';
import { AttendedHours } from '@/shared/plan/AttendedHours';
import { reasonOf } from '@/shared/plan/settlement';
import { fieldTexts } from '@/shared/plan/fieldTexts';
import { usePlace } from '@/shared/plan/place';
import { useWhen } from '@/shared/plan/reading';
import { useWords } from '@/shared/plan/useWords';
import { floorWords } from '@/shared/words/legal';
import styles from './plans.module.css';
import { planTexts } from './texts';

type View = components['schemas']['PlanView'];
type Problem = components['schemas']['ProblemView'];
type Settlement = components['schemas']['Settlement'];
type Scopes = components['schemas']['Scope'][];
type Props = { view: View; plan: Plan; onSettle?: (settlements: Settlement[]) => void };

/** Problems whose other side is the company itself. */
const OF_THE_COMPANY: ReadonlySet<string> = new Set(['unattended', 'limit_unattended']);

/** Found where nothing was written: the advice says it already. */
const NOTHING: ReadonlySet<string> = new Set(['', '[]', '{}', '""', 'null']);
/** Faults, contradictions and gaps beside the document; each leads to the clauses it is about. */
export function Margin({ view, plan, onSettle }: Props) {
  const t = planTexts.useT();
  const word = useWords();
  const place = usePlace();
  const said = (pointer: string, found: string) => (NOTHING.has(found) ? place(pointer) : formatNamed(place(pointer), word(found)));
  const { check } = view;
  const empty = check.faults.length + check.problems.length === 0;
  const inTheWay = check.faults.length + check.blocking;
  return (
    <aside className={`${styles['margin']} jn-no-print`} aria-label={t('plan.problems')}>
      <Card size="small" title={t('plan.problems')} extra={inTheWay > 0 && <StatusTag tone="alert">{t('plan.blocking', { count: inTheWay })}</StatusTag>}>
        {empty && <p>{t('plan.noProblems')}</p>}
        <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12 }}>
          {check.faults.map((fault) => (
            <div key={`${fault.code}${fault.pointer}`} className={styles['note']} data-weight="fault">
              <StatusTag tone="alert">{t('weight.fault')}</StatusTag> {fault.advice}
              <p>{said(fault.pointer, fault.found)}</p>
              {fault.clause && <SideLink clause={fault.clause} heading={plan.clauses.find((one) => one.id === fault.clause)?.heading ?? fault.clause} />}
            </div>
          ))}
          {check.problems.map((problem) => (
            <Note key={`${problem.code}${problem.about}${problem.sides.map((side) => side.clause).join()}`} problem={problem} plan={plan} attended={check.attended} {...(onSettle && { onSettle })} />
          ))}
        </div>
      </Card>
    </aside>
  );
}

function Note({ problem, plan, attended, onSettle }: { problem: Problem; plan: Plan; attended?: Attended | null | undefined; onSettle?: Props['onSettle'] }) {
  const t = planTexts.useT();
  const word = useWords();
  const field = fieldTexts.useT();
  const by = useWays(problem);
  const settlement = plan.settlements?.find((one) => one.by === problem.settled_by && problem.sides.every((side) => one.clauses.includes(side.clause)));
  const reason = settlement ? reasonOf(settlement) : '';
  // What a problem is about may name milestones, levels or states by their codes: `reported > on_site`.
  const about = problem.about.replaceAll(/[a-z][a-z_]+/g, (code) => {
    const key = `field.${code}`;
    return fieldTexts.has(key) ? field(key) : word(code, 'to');
  });
  return (
    <div className={styles['note']} data-weight={problem.blocks ? 'hard' : 'soft'}>
      {problem.blocks ? <StatusTag tone="alert">{t('weight.hard')}</StatusTag> : <StatusTag tone="off">{t('weight.soft')}</StatusTag>} {problem.advice}
      {problem.sides.length === 0 && <p>{about}</p>}
      {problem.floor && <p>{floorWords(problem.floor)}</p>}
      {String(problem.code) === 'asked' && <p>{problem.about}</p>}
      {problem.sides.map((side) => <SideLink key={side.clause} clause={side.clause} heading={side.heading} text={side.text} />)}
      {attended && OF_THE_COMPANY.has(problem.code) && <p><AttendedHours attended={attended} /></p>}
      {problem.settled_by && <p>{reason ? formatNamed(t('plan.settled', { by: by(problem.settled_by) }), reason) : t('plan.settled', { by: by(problem.settled_by) })}</p>}
      {onSettle && <Settle problem={problem} plan={plan} onSettle={onSettle} />}
    </div>
  );
}

/** The ways to settle a problem in words; a promise that contradicts no other clause governs by itself. */
function useWays(problem: Problem): (by: NonNullable<Problem['settled_by']>) => string {
  const t = planTexts.useT();
  return (by) => t(OF_THE_COMPANY.has(problem.code) ? 'by.promise' : `by.${by}`);
}

/** Settles a contradiction with one click, or takes a settlement back. */
function Settle({ problem, plan, onSettle }: { problem: Problem; plan: Plan; onSettle: NonNullable<Props['onSettle']> }) {
  const t = planTexts.useT();
  const when = useWhen();
  const says = (scopes: Scopes) => formatRow(scopes.map((scope) => `「${plan.clauses.find((one) => one.id === scope.clause)?.heading ?? scope.clause}」${when(scope.when)}`), 'sentences');
  const by = useWays(problem);
  const settlements = plan.settlements ?? [];
  if (problem.settled_by) {
    const sides = problem.sides.map((side) => side.clause);
    const isThis = (one: Settlement) => sides.every((side) => one.clauses.includes(side)) && (sides.length > 1 || one.clauses.length === 1);
    const others = settlements.filter((one) => !isThis(one));
    return <Button size="small" onClick={() => onSettle(others)}>{t('plan.unsettle')}</Button>;
  }
  const { proposal } = problem;
  if (!proposal) return null;
  const take = (how: 'stricter' | 'agreement') => onSettle([...settlements, { ...proposal, by: how }]);
  const other = proposal.by === 'stricter' ? 'agreement' : 'stricter';
  const sides = problem.sides.map((side) => side.clause);
  const apart = (problem.apart ?? []).map((scopes) => ({ scopes, label: formatNamed(t('by.different_scope'), says(scopes)) }));
  const narrow = (scopes: Scopes) => onSettle([...settlements.filter((one) => !sides.every((side) => one.clauses.includes(side))), { clauses: sides, by: 'different_scope', scopes }]);
  if (OF_THE_COMPANY.has(problem.code)) return <Button size="small" type="primary" className={styles['settle'] ?? ''} onClick={() => take('stricter')}>{t('plan.settle', { by: by('stricter') })}</Button>;
  return (
    <Dropdown.Button
      size="small"
      type={problem.blocks ? 'primary' : 'default'}
      menu={{ items: [{ key: other, label: t('plan.settle', { by: t(`by.${other}`) }), onClick: () => take(other) }, ...apart.map(({ scopes, label }, at) => ({ key: String(at), label, onClick: () => narrow(scopes) }))] }}
      onClick={() => take(proposal.by === 'stricter' ? 'stricter' : 'agreement')}
    >
      {t('plan.settle', { by: t(`by.${proposal.by}`) })}
    </Dropdown.Button>
  );
}

function SideLink({ clause, heading, text }: { clause: string; heading: string; text?: string }) {
  const t = planTexts.useT();
  const go = () => {
    const place = document.getElementById(`clause-${clause}`);
    place?.scrollIntoView({ behavior: 'smooth', block: 'center' });
    place?.classList.add(styles['lit'] ?? '');
    globalThis.setTimeout(() => place?.classList.remove(styles['lit'] ?? ''), 2500);
  };
  return (
    <button type="button" className={styles['side']} onClick={go} title={t('plan.go', { heading })}>
      「{heading || clause}」{text && <small>{text}</small>}
    </button>
  );
}
