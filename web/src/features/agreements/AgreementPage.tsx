import { Link, useParams, useRouter } from '@tanstack/react-router';
import { Button, Card, Col, Row, Segmented, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { $api } from '@/shared/api/client';
import { useLive } from '@/shared/api/live';
import { ActionButtons } from '@/shared/components/actions';
import { PageHeader } from '@/shared/components/PageHeader';
import { LoadingPage, ReadProblem } from '@/shared/components/states';
import { formatDiscount, formatFen } from '@/shared/format';
import { useCalendars } from '@/shared/plan/useCalendars';
import { useMay } from '@/shared/session/useMe';
import { useWords } from '@/shared/plan/useWords';
import { formatLimit } from '@/shared/words';
import styles from './agreements.module.css';
import { StandingTag } from './AgreementsPage';
import { askedField, inOrderOfClauses, unitOf } from './asked';
import { ClauseList } from './ClauseList';
import { EndDialog, RenewDialog } from './Dialogs';
import { HistoryCard } from './HistoryCard';
import { choicesMade, ownValue, type Agreement, type Fields } from './model';
import { TermWords } from './TermWords';
import { agreementTexts } from './texts';
import { UnitsCard } from './UnitsCard';

export default function AgreementPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  useLive('agreements');
  const { data, error, refetch } = $api.useQuery('get', '/api/agreements/{id}', { params: { path: { id } } });
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return <Loaded agreement={data} />;
}

function Loaded({ agreement }: { agreement: Agreement }) {
  const t = agreementTexts.useT();
  const router = useRouter();
  const mayLedger = useMay('ledger.read');
  const [dialog, setDialog] = useState<'renew' | 'end' | 'none'>('none');
  const act = (name: string) => {
    if (name === 'change') router.history.push(`/agreements/${agreement.id}/edit`);
    else setDialog(name as 'renew' | 'end');
  };
  return (
    <>
      <PageHeader
        title={agreement.title}
        hint={`${agreement.number} · ${t(`kind.${agreement.kind as Fields['kind']}`)} · ${agreement.customer_name}`}
        tags={<StandingTag standing={agreement.standing} />}
        actions={
          <Space wrap>
            {mayLedger && <Button onClick={() => router.history.push(`/ledger?agreement=${agreement.id}`)}>{t('ledger')}</Button>}
            <ActionButtons actions={agreement.actions} label={(name) => t(`action.${name}` as 'action.change')} onAct={act} danger={['end']} />
          </Space>
        }
      />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={10}>
          <div className={styles['column']}>
            <Facts agreement={agreement} />
            <UnitsCard agreement={agreement} />
            <HistoryCard agreement={agreement} />
          </div>
        </Col>
        <Col xs={24} lg={14}>
          <div className={styles['column']}>
            <Agreed agreement={agreement} />
            <Clauses agreement={agreement} />
          </div>
        </Col>
      </Row>
      {dialog === 'renew' && <RenewDialog agreement={agreement} onClose={() => setDialog('none')} />}
      {dialog === 'end' && <EndDialog agreement={agreement} onClose={() => setDialog('none')} />}
    </>
  );
}

function Facts({ agreement }: { agreement: Agreement }) {
  const t = agreementTexts.useT();
  const places = $api.useQuery('get', '/api/org', {}, { enabled: useMay('org.read') }).data?.items ?? [];
  const mayCustomers = useMay('customer.read');
  const mayPlans = useMay('plan.read');
  const plan = t('plan.version', { title: agreement.plan_title, number: agreement.plan_number });
  const facts: [string, ReactNode][] = [
    [t('field.customer'), mayCustomers ? <Link key="customer" to="/customers/$id" params={{ id: agreement.customer }}>{agreement.customer_name}</Link> : agreement.customer_name],
    [t('column.plan'), mayPlans ? <Link key="plan" to="/plans/$id" params={{ id: agreement.plan }}>{plan}</Link> : plan],
    [t('column.term'), <TermWords key="term" agreement={agreement} />],
  ];
  if (typeof agreement.contract_fen === 'number') facts.push([t('column.sum'), formatFen(agreement.contract_fen)]);
  const branch = places.find(({ id }) => id === agreement.org)?.name;
  if (branch) facts.push([t('field.org'), branch]);
  if (agreement.renews) facts.push([t('field.renews'), <OtherAgreement key="renews" id={agreement.renews} />]);
  if (agreement.renewed_by) facts.push([t('field.renewedBy'), <OtherAgreement key="renewed" id={agreement.renewed_by} />]);
  if (agreement.ended_on) facts.push([t('field.ended'), agreement.ended_on], [t('field.endReason'), agreement.end_reason ?? '']);
  return <Card title={t('facts')}><FactList facts={facts} /></Card>;
}

function FactList({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => [<dt key={`${name}-dt`}>{name}</dt>, <dd key={`${name}-dd`}>{value}</dd>])}
    </dl>
  );
}

function OtherAgreement({ id }: { id: string }) {
  const { data } = $api.useQuery('get', '/api/agreements/{id}', { params: { path: { id } } });
  return <Link to="/agreements/$id" params={{ id }}>{data?.number ?? '…'}</Link>;
}

/** What was agreed beyond the plan: level, region, answers, values of its own. Who may not read the plan finds the answers in the clauses they shape: without the questions they are codes. */
function Agreed({ agreement }: { agreement: Agreement }) {
  const t = agreementTexts.useT();
  const mayPlans = useMay('plan.read');
  const plan = $api.useQuery('get', '/api/plan-versions/{id}', { params: { path: { id: agreement.plan_version } } }, { enabled: mayPlans }).data?.body;
  const { terms } = agreement;
  const heading = (id: string) => agreement.clauses.find(({ clause }) => clause.id === id)?.clause.heading ?? id;
  const facts: [string, ReactNode][] = [];
  if (plan && terms.service_level) facts.push([t('field.level'), label(plan.service_levels, terms.service_level)]);
  if (plan && terms.region) facts.push([t('field.region'), label(plan.regions, terms.region)]);
  const answers = (terms.answers ?? {}) as Record<string, string>;
  for (const asked of plan ? inOrderOfClauses(plan.parameters ?? [], plan.clauses) : []) {
    const answer = answers[asked.id];
    if (plan && answer !== undefined) facts.push([asked.question, <Answer key={asked.id} kind={asked.answer} answer={answer} field={askedField(plan.clauses, asked.id)} />]);
  }
  for (const own of terms.overrides ?? []) facts.push([heading(own.clause), formatLimit(ownValue(own) ?? '')]);
  for (const { key, asked, chosen, others } of plan ? choicesMade(plan, terms.choices ?? []) : []) {
    const between = t('choice.asked', { clauses: asked });
    facts.push([between, <ChoiceMade key={key} chosen={chosen?.text} others={others.map(({ text }) => text)} />]);
  }
  if (!mayPlans && facts.length === 0) return null;
  return <Card title={t('answers')}>{facts.length === 0 ? <p className={styles['soft']}>{t('answers.none')}</p> : <FactList facts={facts} />}</Card>;
}

function CalendarName({ name }: { name: string }) {
  return useCalendars().nameOf(name);
}

/** An answer as people say it; a number with the unit of the field it fills. */
function Answer({ kind, answer, field }: { kind: string; answer: string; field: string | undefined }) {
  const t = agreementTexts.useT();
  const word = useWords();
  const unit = unitOf(field);
  if (kind === 'calendar') return <CalendarName name={answer} />;
  if (kind === 'charge') return word(answer);
  if (kind === 'fen') return formatFen(Number(answer));
  if (kind === 'number' && unit) return t(`unit.${unit}`, { count: Number(answer) });
  return kind === 'basis_points' ? formatDiscount(Number(answer)) : formatLimit(answer);
}

/** Which of the promises holds, in its own words, and which do not. */
function ChoiceMade({ chosen, others }: { chosen: string | undefined; others: readonly string[] }) {
  const t = agreementTexts.useT();
  return (
    <>
      <span>{chosen ?? t('choice.none')}</span>
      {others.map((text) => <small key={text} className={styles['other']}>{t(chosen ? 'choice.not' : 'choice.either', { text })}</small>)}
    </>
  );
}

function Clauses({ agreement }: { agreement: Agreement }) {
  const t = agreementTexts.useT();
  const own = agreement.clauses.filter(({ provenance }) => provenance.origin === 'agreement' || provenance.raised || provenance.law);
  const [shown, setShown] = useState<'own' | 'all'>(own.length > 0 ? 'own' : 'all');
  const clauses = shown === 'own' ? own : agreement.clauses;
  return (
    <Card
      title={t('clauses')}
      extra={<Segmented<'own' | 'all'> size="small" value={shown} onChange={setShown} options={[{ value: 'own', label: `${t('clauses.own')} ${own.length}` }, { value: 'all', label: `${t('clauses.all')} ${agreement.clauses.length}` }]} />}
    >
      {clauses.length === 0 ? <p className={styles['soft']}>{t('clauses.empty')}</p> : <ClauseList clauses={clauses} />}
    </Card>
  );
}

function label(list: readonly { id: string; label: string }[] | undefined, id: string): string {
  return list?.find((one) => one.id === id)?.label ?? id;
}
