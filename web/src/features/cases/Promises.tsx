import { Collapse, Skeleton } from 'antd';
import { $api } from '@/shared/api/client';
import { Arithmetic, Because, PromiseBar, type ArithmeticSpan, type Reason } from '@/shared/components/promise';
import { ProblemAlert } from '@/shared/components/states';
import { formatRow } from '@/shared/format';
import { limitUnit, useWord } from '@/shared/words';
import { useCaseWord } from './caseWordTexts';
import { inOrder, nameOf, promiseOf, type Case, type Obligation } from './model';
import styles from './cases.module.css';
import { caseTexts } from './texts';

/** The clocks of a case: what is owed first, then what has not started and what ended. */
export function Promises({ shown }: { shown: Case }) {
  const t = caseTexts.useT();
  const { open, pending, ended } = inOrder(shown.obligations);
  const list = (rows: readonly Obligation[]) => <div className={styles['promises']}>{rows.map((row) => <Promise key={`${row.clause} ${row.cycle}`} shown={shown} row={row} />)}</div>;
  if (shown.obligations.length === 0) return <p className={styles['soft']}>{t('promises.none')}</p>;
  const folded = [
    ...(ended.length > 0 ? [{ key: 'ended', label: t('promises.ended', { count: ended.length }), children: list(ended) }] : []),
    ...(pending.length > 0 ? [{ key: 'pending', label: t('promises.pending', { count: pending.length }), children: list(pending) }] : []),
  ];
  return (
    <>
      {open.length > 0 ? list(open) : <p className={styles['soft']}>{t('noPromise')}</p>}
      {folded.length > 0 && <Collapse ghost items={folded} defaultActiveKey={['ended']} style={{ marginTop: 8 }} />}
    </>
  );
}

function Promise({ shown, row }: { shown: Case; row: Obligation }) {
  const word = useWord();
  const caseWord = useCaseWord();
  const waits = row.waits_for?.map((field) => caseWord('field', field)) ?? [];
  const paused = row.state === 'paused' ? formatRow(shown.status.paused_for.map((reason) => word('pause', reason)), 'words') : undefined;
  return (
    <PromiseBar
      promise={promiseOf(row, nameOf(shown, shown.owner), paused ?? row.excuse ?? row.not_owed ?? undefined, waits.length > 0 ? formatRow(waits, 'words') : undefined)}
      explain={row.state === 'pending' ? undefined : <Explain shown={shown} row={row} />}
    />
  );
}

/** Why a promise is due when it is, asked of the server when somebody opens it. */
function Explain({ shown, row }: { shown: Case; row: Obligation }) {
  const t = caseTexts.useT();
  const { data, error, refetch } = $api.useQuery('get', '/api/cases/{id}/explain', { params: { path: { id: shown.id }, query: { clause: row.clause, cycle: row.cycle } } });
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  const heading = (clause: string) => shown.obligations.find((other) => other.clause === clause)?.heading ?? clause;
  return (
    <div className={styles['column']}>
      <section><h4>{t('because')}</h4><Because reasons={data.because as Reason[]} heading={heading} /></section>
      {data.spans.length > 0 && (
        <section><h4>{t('arithmetic')}</h4><Arithmetic spans={data.spans as unknown as ArithmeticSpan[]} kind={limitUnit(row.limit) === 'working' ? 'working' : 'natural'} /></section>
      )}
    </div>
  );
}
