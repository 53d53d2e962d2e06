import { useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Form, InputNumber, Progress, Select, Space, Statistic, Table } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import { $api, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { PageHeader } from '@/shared/components/PageHeader';
import { EmptyState, LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { formatFen, formatInstant } from '@/shared/format';
import { useNow } from '@/shared/hooks/useNow';
import { DayRange } from './DayRange';
import { planOfCases, type Outcomes, type Part, rate, sum } from './whatIf';
import { whatIfTexts } from './whatIfTexts';

type Asked = { from: string; to: string; number: number | undefined; casesOf: string | undefined; visitYuan: number };

/** The past year under this plan, a part at a time: it shows how far it is and can be stopped. */
export default function WhatIfPage() {
  const t = whatIfTexts.useT();
  const { id } = useParams({ strict: false }) as { id: string };
  const plan = $api.useQuery('get', '/api/plans/{id}', { params: { path: { id } } });
  const plans = $api.useQuery('get', '/api/plans', { params: { query: { limit: 100 } } });
  const today = formatInstant(useNow(), 'day');
  const [asked, setAsked] = useState<Asked>(() => ({ from: dayjs(today).subtract(1, 'year').format('YYYY-MM-DD'), to: today, number: undefined, casesOf: undefined, visitYuan: 300 }));
  const run = useRun(id);
  const past = $api.useQuery('get', '/api/ledger', { params: { query: { group_by: 'plan', from: asked.from, to: asked.to } } });
  const taken = asked.casesOf ?? planOfCases(id, past.data?.groups ?? []);
  if (plan.error) return <ReadProblem error={plan.error} />;
  if (!plan.data) return <LoadingPage />;
  const editions = [
    ...(plan.data.draft ? [{ value: 0, label: t('draft') }] : []),
    ...plan.data.versions.map(({ number }) => ({ value: number, label: t('version', { number }) })),
  ];
  const titles = plans.data?.items.map((one) => ({ value: one.id, label: one.title })) ?? [{ value: id, label: plan.data.title }];
  const set = (part: Partial<Asked>) => setAsked({ ...asked, ...part });
  return (
    <>
      <PageHeader title={t('title')} hint={<>{plan.data.title} · {t('hint')}</>} />
      <Card size="small" style={{ marginBottom: 16 }}>
        <Form layout="vertical">
          <Space wrap align="end" size={16}>
            <Form.Item label={t('period')} style={{ margin: 0 }}><DayRange from={asked.from} to={asked.to} onChange={(from, to) => set({ from, to })} /></Form.Item>
            <Form.Item label={t('edition')} style={{ margin: 0 }}><Select aria-label={t('edition')} style={{ minWidth: 120 }} value={asked.number ?? editions[0]?.value} options={editions} onChange={(next) => set({ number: next === 0 ? undefined : next })} /></Form.Item>
            <Form.Item label={t('casesOf')} style={{ margin: 0 }}><Select aria-label={t('casesOf')} style={{ minWidth: 220, maxWidth: '80vw' }} value={taken} loading={past.isPending} options={titles} onChange={(casesOf) => set({ casesOf })} /></Form.Item>
            <Form.Item label={t('visit')} style={{ margin: 0 }}><InputNumber aria-label={t('visit')} min={0} max={1_000_000} precision={2} value={asked.visitYuan} onChange={(visitYuan) => set({ visitYuan: visitYuan ?? 0 })} /></Form.Item>
            {run.busy ? <Button onClick={run.stop}>{t('stop')}</Button> : <Button type="primary" disabled={asked.casesOf === undefined && past.isPending} onClick={() => void run.start({ ...asked, casesOf: taken })}>{t('run')}</Button>}
          </Space>
        </Form>
      </Card>
      <ProblemAlert error={run.error} />
      {run.part && <Result part={run.part} busy={run.busy} />}
    </>
  );
}

/** Asks for part after part until all is judged or somebody stops it. */
function useRun(id: string) {
  const [part, setPart] = useState<Part>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const turn = useRef(0);
  const start = async (asked: Asked & { casesOf: string }) => {
    const mine = ++turn.current;
    setBusy(true);
    setError(undefined);
    setPart(undefined);
    try {
      let whole: Part | undefined;
      let after: string | undefined;
      do {
        const query = { from: asked.from, to: asked.to, cases_of: asked.casesOf, visit_fen: Math.round(asked.visitYuan * 100), ...(asked.number !== undefined && { number: asked.number }), ...(after !== undefined && { after }) };
        const answer = await api.GET('/api/plans/{id}/what-if', { params: { path: { id }, query } });
        if (mine !== turn.current) return;
        if (!answer.data) throw answer.error;
        whole = sum(whole, answer.data);
        setPart(whole);
        after = answer.data.next ?? undefined;
      } while (after !== undefined);
    } catch (problem) {
      if (mine === turn.current) setError(problem);
    }
    if (mine === turn.current) setBusy(false);
  };
  const stop = () => {
    turn.current += 1;
    setBusy(false);
  };
  return { part, busy, error, start, stop };
}

function Result({ part, busy }: { part: Part; busy: boolean }) {
  const t = whatIfTexts.useT();
  if (part.cases === 0) return <EmptyState title={t('none')} hint={t('noneHint')} />;
  const done = part.judged >= part.cases;
  return (
    <>
      <div aria-live="polite"><Progress percent={Math.floor((part.judged / part.cases) * 100)} status={busy ? 'active' : 'normal'} /> {t('progress', { judged: part.judged, cases: part.cases })}</div>
      {!busy && !done && <Alert type="info" title={t('stopped')} style={{ marginTop: 8 }} />}
      {part.unknown_levels > 0 && <Alert type="warning" title={t('unknownLevels', { count: part.unknown_levels })} style={{ marginTop: 8 }} />}
      {part.unanswered > 0 && <Alert type="warning" title={t('unanswered', { count: part.unanswered })} style={{ marginTop: 8 }} />}
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: 16, margin: '16px 0' }}>
        <Side title={t('planned')} outcomes={part.planned} />
        <Side title={t('actual')} outcomes={part.actual} />
        <Card size="small" title={t('cost')}>
          <Statistic title={t(part.extra_cost_fen < 0 ? 'saved' : 'more')} value={formatFen(Math.abs(part.extra_cost_fen))} />
          <p>{t(part.extra_visits < 0 ? 'fewerVisits' : 'visits', { count: Math.abs(part.extra_visits) })} · {t('visitsHint')}</p>
          <p>{t(part.extra_rounds < 0 ? 'fewerRounds' : 'rounds', { count: Math.abs(part.extra_rounds) })} · {t('roundsHint')}</p>
        </Card>
        <Card size="small" title={t('compensation')}>
          <Statistic title={t('compensation')} value={formatFen(part.compensation_fen)} />
          <p>{t('compensationHint')}</p>
        </Card>
      </div>
      <Clauses clauses={part.clauses} />
    </>
  );
}

function Side({ title, outcomes }: { title: string; outcomes: Outcomes }) {
  const t = whatIfTexts.useT();
  return (
    <Card size="small" title={title}>
      <Statistic title={t('rate')} value={rate(outcomes)} />
      <p>{t('kept')} {outcomes.kept} · {t('broken')} {outcomes.broken} · {t('excused')} {outcomes.excused} · {t('undecided')} {outcomes.undecided}</p>
    </Card>
  );
}

function Clauses({ clauses }: { clauses: components['schemas']['ClauseOutcomes'][] }) {
  const t = whatIfTexts.useT();
  const worst = clauses.toSorted((one, other) => other.broken - one.broken);
  return (
    <Table
      size="small"
      rowKey="clause"
      pagination={false}
      scroll={{ x: 560 }}
      dataSource={worst}
      columns={[
        { title: t('clause'), dataIndex: 'heading' },
        { title: t('broken'), dataIndex: 'broken', align: 'right' },
        { title: t('kept'), dataIndex: 'kept', align: 'right' },
        { title: t('excused'), dataIndex: 'excused', align: 'right' },
        { title: t('undecided'), dataIndex: 'undecided', align: 'right' },
        { title: t('rate'), align: 'right', render: (_, clause) => rate(clause) },
      ]}
    />
  );
}
