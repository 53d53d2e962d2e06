import { Alert, Button } from 'antd';
import { ApiProblem } from '@/shared/api/problem';
import { componentTexts } from '../texts';
import { problemTitle } from './problemTitle';

type Props = {
  /** What a query or a mutation failed with; nothing is drawn for null and undefined. */
  error: unknown;
  onRetry?: () => void;
  /** The name of the field a pointer leads to, where the form has words for it. */
  place?: (pointer: string) => string;
};

/** A failure in words: what happened, what to do next, and the clauses a refusal rests on. */
export function ProblemAlert({ error, onRetry, place }: Props) {
  const t = componentTexts.useT();
  if (!error) return null;
  const problem = error instanceof ApiProblem ? error : undefined;
  const hint = problem?.isOffline ? t('problem.offlineHint') : problem?.status === 412 ? t('problem.staleHint') : problem?.body ? undefined : t('problem.unknownHint');
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={problemTitle(error)}
      description={<Details hint={hint} problem={problem} {...(place && { place })} />}
      action={onRetry && <Button size="small" onClick={onRetry}>{t('problem.retry')}</Button>}
    />
  );
}

function Details({ hint, problem, place }: { hint: string | null | undefined; problem: ApiProblem | undefined; place?: Props['place'] }) {
  const t = componentTexts.useT();
  // What was typed stays: whatever is there already opens in a tab of its own.
  const existing = (problem?.body?.existing ?? []).filter(({ kind }) => kind === 'customer');
  const named = (pointer: string) => (place?.(pointer) ? <b>{place(pointer)}：</b> : null);
  return (
    <>
      {hint && <p>{hint}</p>}
      {problem && problem.fields.length > 0 && (
        <ul style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
          {problem.fields.map((field) => (
            <li key={`${field.pointer} ${field.message}`}>{named(field.pointer)}{field.message}</li>
          ))}
        </ul>
      )}
      {existing.map(({ id, title }) => <p key={id} style={{ marginTop: 4 }}><a href={`/customers/${id}`} target="_blank" rel="noreferrer">{title}</a></p>)}
      {problem && problem.clauses.length > 0 && (
        <p style={{ marginTop: 4 }}>
          {t('problem.clauses')}：{problem.clauses.map((clause) => `「${clause.heading}」`).join('、')}
        </p>
      )}
    </>
  );
}
