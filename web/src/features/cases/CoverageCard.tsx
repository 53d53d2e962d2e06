import { Link } from '@tanstack/react-router';
import { Card, Skeleton } from 'antd';
import { $api } from '@/shared/api/client';
import { isProblem } from '@/shared/api/problem';
import { ProblemAlert } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { formatInstant } from '@/shared/format';
import { useMay } from '@/shared/session/useMe';
import { useCaseWord } from './caseWordTexts';
import styles from './cases.module.css';
import { coverageTexts } from './coverageTexts';
import { KeptChecks } from './KeptChecks';
import { labelOf, type Case } from './model';
import { caseTexts } from './texts';

const COSTS = ['labour', 'parts', 'travel', 'shipping'] as const;

/** What the case is about, what is covered and why, and what the limits depend on. */
export function CoverageCard({ shown }: { shown: Case }) {
  const t = caseTexts.useT();
  const word = useCaseWord();
  const { context } = shown;
  const lines: [string, string | null | undefined][] = [
    [t('coverage.standing'), context.standing && word('standing', context.standing)],
    [t('coverage.cause'), context.cause && word('cause', context.cause)],
    [t('coverage.plan'), shown.plan_title],
    [t('coverage.severity'), shown.grading?.levels.find(({ id }) => id === context.severity)?.label ?? context.severity],
    [t('coverage.level'), labelOf(shown, 'service_levels', context.service_level)],
    [t('coverage.region'), labelOf(shown, 'regions', context.region)],
    [t('coverage.question'), labelOf(shown, 'questions', context.question)],
  ];
  return (
    <Card title={t('coverage')}>
      {!shown.unit && <p className={styles['soft']} style={{ marginBottom: 8 }}>{t('coverage.none')}</p>}
      <dl className={styles['facts']}>
        {shown.unit && <UnitFacts id={shown.unit} />}
        {lines.filter(([, value]) => value).map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}><dt>{label}</dt><dd>{value}</dd></div>
        ))}
      </dl>
      {shown.unit && <Advice shown={shown} unit={shown.unit} />}
    </Card>
  );
}

function UnitFacts({ id }: { id: string }) {
  const t = caseTexts.useT();
  const { data } = $api.useQuery('get', '/api/units/{id}', { params: { path: { id } } }, { enabled: useMay('unit.read') });
  if (!data) return null;
  return (
    <>
      <dt>{t('coverage.unit')}</dt><dd><Link to={`/units/${id}` as '/'}>{data.product_name} {data.model}</Link></dd>
      <dt>{t('coverage.serial')}</dt><dd>{data.serial || data.number}</dd>
      <dt>{t('coverage.warranty')}</dt><dd>{data.warranty_ends_on ?? '—'}</dd>
    </>
  );
}

/** The plan's own answer for this fault on the day of the report: who pays for what, by which sentences. */
function Advice({ shown, unit }: { shown: Case; unit: string }) {
  const t = coverageTexts.useT();
  const may = useMay('entitlement.read');
  const on = formatInstant(shown.reported_at, 'day');
  const query = { on, ...(shown.context.cause && { cause: shown.context.cause }) };
  const { data, error, isLoading } = $api.useQuery('get', '/api/units/{id}/entitlement', { params: { path: { id: unit }, query } }, { enabled: may, retry: false });
  // Whoever works on the case without seeing the unit's file has no advice to read.
  if (!may || isProblem(error, 404)) return null;
  if (error) return <div style={{ marginTop: 12 }}><ProblemAlert error={error} /></div>;
  if (isLoading || !data) return <Skeleton active paragraph={{ rows: 2 }} style={{ marginTop: 12 }} />;
  const { advice, clauses } = data;
  // A plan that names no payer at all has not refused anybody.
  const isSilent = !advice.covered && COSTS.every((cost) => !advice.payer[cost].charge);
  return (
    <section className={styles['advice']} aria-label={t('title')}>
      <h3>{t('title')} <StatusTag tone={isSilent ? 'waiting' : advice.covered ? 'done' : 'alert'}>{isSilent ? t('silent') : advice.covered ? t('covered') : t('notCovered')}</StatusTag></h3>
      <dl className={styles['facts']}>
        {COSTS.map((cost) => {
          const { charge } = advice.payer[cost];
          return <div key={cost} style={{ display: 'contents' }}><dt>{t(`cost.${cost}`)}</dt><dd>{charge ? t(`charge.${charge}`) : t('charge.none')}</dd></div>;
        })}
      </dl>
      {clauses.length > 0 && (
        <ul className={styles['sentences']}>
          {clauses.map(({ id, heading, sentence }) => <li key={id}><strong>{heading}</strong>{sentence && <q>{sentence}</q>}</li>)}
        </ul>
      )}
      <p className={styles['soft']}>{t('hint')}</p>
      <KeptChecks shown={shown} />
    </section>
  );
}
