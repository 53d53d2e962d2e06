import { useParams } from '@tanstack/react-router';
import { Empty, Select, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { $api } from '@/shared/api/client';
import { PageHeader } from '@/shared/components/PageHeader';
import { EmptyState, LoadingPage, ReadProblem } from '@/shared/components/states';
import { PlanProvider, type Plan } from '@/shared/plan/Context';
import { useReading } from '@/shared/plan/reading';
import { useWords } from '@/shared/plan/useWords';
import { shownItems, type Reading } from './model';
import styles from './studio.module.css';
import { studioTexts } from './texts';

type Clause = Plan['clauses'][number];

/** The document beside another plan, matter by matter. */
export default function BesidePage() {
  const t = studioTexts.useT();
  const { id } = useParams({ strict: false }) as { id: string };
  const [other, setOther] = useState<string>();
  const reading = $api.useQuery('get', '/api/readings/{id}', { params: { path: { id } } });
  const plans = $api.useQuery('get', '/api/plans', { params: { query: { limit: 200 } } });
  const failure = reading.error ?? plans.error;
  if (failure) return <ReadProblem error={failure} />;
  if (!reading.data || !plans.data) return <LoadingPage />;
  const options = plans.data.items.filter((plan) => plan.id !== reading.data.plan).map((plan) => ({ value: plan.id, label: plan.title }));
  return (
    <>
      <PageHeader
        title={`${t('beside.title')} · ${reading.data.title}`}
        actions={<Select showSearch={{ optionFilterProp: 'label' }} style={{ minWidth: 260 }} aria-label={t('beside.with')} placeholder={t('beside.pick')} options={options} {...(other && { value: other })} onChange={setOther} />}
      />
      {other ? <Beside reading={reading.data} other={other} /> : <EmptyState title={t('beside.pick')} />}
    </>
  );
}

function Beside({ reading, other }: { reading: Reading; other: string }) {
  const t = studioTexts.useT();
  const [only, setOnly] = useState<'all' | 'different'>('different');
  const plan = $api.useQuery('get', '/api/plans/{id}', { params: { path: { id: other } } });
  const latest = plan.data?.versions[0];
  const version = $api.useQuery('get', '/api/plan-versions/{id}', { params: { path: { id: latest?.id ?? '' } } }, { enabled: plan.data !== undefined && !plan.data.draft && latest !== undefined });
  const body = plan.data?.draft ?? version.data?.body;
  if (plan.error ?? version.error) return <ReadProblem error={plan.error ?? version.error} />;
  if (!body || !reading.frame) return <LoadingPage />;
  const mine: Plan = { ...reading.frame, clauses: shownItems(reading).flatMap((item) => (item.clause && item.state !== 'ignored' ? [item.clause] : [])) };
  const rows = matters(mine.clauses, body.clauses).filter((row) => only === 'all' || !isSame(row.here, row.there));
  return (
    <>
      <p style={{ marginBottom: 12 }}><Switch checked={only === 'different'} onChange={(on) => setOnly(on ? 'different' : 'all')} aria-label={t('beside.only')} /> {t('beside.only')}</p>
      {rows.length === 0 ? <Empty description={t('beside.same')} /> : (
        <div className={styles['beside']}>
          <strong>{t('beside.here')} · {reading.title}</strong>
          <strong>{body.title}</strong>
          {rows.map((row) => <Matter key={row.key} row={row} mine={mine} theirs={body} />)}
        </div>
      )}
    </>
  );
}

type Row = { key: string; here: Clause[]; there: Clause[] };

function Matter({ row, mine, theirs }: { row: Row; mine: Plan; theirs: Plan }) {
  return (
    <PlanProvider value={mine}>
      <Said clauses={row.here}>
        {(here) => (
          <PlanProvider value={theirs}>
            <Said clauses={row.there}>{(there) => <><Side said={here} other={there} /><Side said={there} other={here} /></>}</Said>
          </PlanProvider>
        )}
      </Said>
    </PlanProvider>
  );
}

type Words = { clause: Clause; lines: string[] };

/** Clauses in words; each plan has its own names for levels and regions. */
function Said({ clauses, children }: { clauses: Clause[]; children: (said: Words[]) => ReactNode }) {
  const reading = useReading();
  return children(clauses.map((clause) => ({ clause, lines: reading(clause) })));
}

/** One side; what the other does not say is told by a sign and a word. */
function Side({ said, other }: { said: Words[]; other: Words[] }) {
  const t = studioTexts.useT();
  const word = useWords();
  if (said.length === 0) return <div className={styles['besideNone']}>{t('beside.none')}</div>;
  const known = new Set(other.flatMap(({ lines }) => lines));
  const differs = (line: string) => other.length > 0 && !known.has(line);
  return (
    <div>
      {said.map(({ clause, lines }) => (
        <div key={clause.id}>
          <strong>{clause.heading}</strong> <small className={styles['count']}>{word(clause.promise.kind)}</small>
          <ul className={styles['reads']}>
            {lines.map((line) => <li key={line} {...(differs(line) && { 'data-differs': 'yes', title: t('beside.differs') })}>{differs(line) && <span aria-label={t('beside.differs')}>≠ </span>}{line}</li>)}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** The matter two clauses share: kind, and within it what tells one matter from another. */
function matter(clause: Clause): string {
  const promise = clause.promise as Record<string, unknown>;
  const parts = ['from', 'to', 'covers', 'standing', 'trigger', 'what', 'rule', 'stage', 'document', 'channel'].map((name) => JSON.stringify(promise[name] ?? ''));
  return [promise['kind'], ...parts].join('|');
}

function matters(here: readonly Clause[], there: readonly Clause[]): Row[] {
  const rows = new Map<string, Row>();
  const put = (side: 'here' | 'there', clause: Clause) => {
    const key = matter(clause);
    const row = rows.get(key) ?? { key, here: [], there: [] };
    row[side].push(clause);
    rows.set(key, row);
  };
  here.forEach((clause) => put('here', clause));
  there.forEach((clause) => put('there', clause));
  return [...rows.values()];
}

function isSame(here: readonly Clause[], there: readonly Clause[]): boolean {
  const promises = (clauses: readonly Clause[]) => JSON.stringify(clauses.map((clause) => [clause.promise, clause.when]));
  return promises(here) === promises(there);
}
