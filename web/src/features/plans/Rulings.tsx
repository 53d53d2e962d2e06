import type { components } from '@/shared/api/schema';
import type { Plan } from '@/shared/plan/Context';
import { formatRow } from '@/shared/format';
import { useWhen } from '@/shared/plan/reading';
import styles from './plans.module.css';
import { planTexts } from './texts';

type Problem = components['schemas']['ProblemView'];
type Props = { clause: string; plan: Plan; problems: readonly Problem[] };

/** Where clauses contradict each other: which of them governs, said at each. It is printed with the clause. */
export function Rulings({ clause, plan, problems }: Props) {
  const lines = useRulings(plan, problems)(clause);
  if (lines.length === 0) return null;
  return <ul className={styles['rulings']}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
}

function useRulings(plan: Plan, problems: readonly Problem[]): (clause: string) => string[] {
  const t = planTexts.useT();
  const when = useWhen();
  const scopes = (plan.settlements ?? []).filter(({ by }) => by === 'different_scope').flatMap((one) => one.scopes ?? []);
  // Several clauses may have one heading; the number on the page tells them apart.
  const named = (side: Problem['sides'][number]) => t('ruling.clause', { number: plan.clauses.findIndex(({ id }) => id === side.clause) + 1, heading: side.heading });
  const said = (clause: string, problem: Problem): string[] => {
    const others = formatRow(problem.sides.filter((side) => side.clause !== clause).map(named), 'words');
    if (problem.governs === clause) return [t('ruling.this', { others })];
    if (problem.governs) return [t('ruling.other', { others })];
    if (problem.settled_by === 'stricter') return [t('ruling.stricter', { others })];
    return problem.settled_by === 'agreement' ? [t('ruling.agreement', { others })] : [];
  };
  return (clause) => {
    const concerned = problems.filter(({ sides }) => sides.length > 1 && sides.some((side) => side.clause === clause));
    const narrowed = scopes.filter((scope) => scope.clause === clause).map((scope) => t('ruling.scope', { when: when(scope.when) }));
    return [...new Set([...concerned.flatMap((problem) => said(clause, problem)), ...narrowed])];
  };
}
