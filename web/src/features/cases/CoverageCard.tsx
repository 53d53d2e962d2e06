import { Link } from '@tanstack/react-router';
import { Card, Skeleton } from 'antd';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { LegalRights } from '@/shared/components/LegalRights';
import { ProblemAlert } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { WarrantyLine } from '@/shared/components/WarrantyLine';
import { useMay } from '@/shared/session/useMe';
import { lawInWords, warrantyTexts } from '@/shared/words/warranty';
import { useCaseWord } from './caseWordTexts';
import styles from './cases.module.css';
import { coverageTexts } from './coverageTexts';
import { KeptChecks } from './KeptChecks';
import { labelOf, type Case } from './model';
import { COSTS, useCoverage, verdictOf } from './ruling';
import { RulingNote } from './RulingNote';
import { caseTexts } from './texts';

/** What the case is about, what is covered and why, and what the limits depend on. */
export function CoverageCard({ shown }: { shown: Case }) {
  const t = caseTexts.useT();
  const word = useCaseWord();
  const { context } = shown;
  const lines: [string, string | null | undefined][] = [
    [t('coverage.standing'), context.standing ? word('standing', context.standing) : shown.unit && t('coverage.unknown')],
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
      {shown.unit && <Advice shown={shown} />}
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
      <dt>{t('coverage.warranty')}</dt><dd><WarrantyLine said={data.warranty} /></dd>
    </>
  );
}

/** Who pays for what: what a person decided, if anybody did, and the plan's own answer with its sentences. */
function Advice({ shown }: { shown: Case }) {
  const t = coverageTexts.useT();
  const { now, error, isLoading, checks, ruling } = useCoverage(shown);
  if (isLoading) return <Skeleton active paragraph={{ rows: 2 }} style={{ marginTop: 12 }} />;
  if (error) return <ProblemAlert error={error} />;
  // Whoever works on the case without seeing the unit's file has no advice to read, only what was decided.
  if (!ruling && !now) return null;
  return (
    <section className={styles['advice']} aria-label={t('title')}>
      {ruling && <RulingNote ruling={ruling} />}
      {now && <PlanAnswer answer={now} isBasis={ruling !== undefined} />}
      {now && <KeptChecks shown={shown} checks={checks} advice={now.advice} />}
    </section>
  );
}

/** The plan's own answer for this fault on the day of the report, by which sentences; `isBasis` where a person decided otherwise. */
function PlanAnswer({ answer, isBasis }: { answer: components['schemas']['EntitlementView']; isBasis: boolean }) {
  const t = coverageTexts.useT();
  const law = warrantyTexts.useT();
  const word = useCaseWord();
  const { advice, clauses } = answer;
  const said = advice.because.find((reason) => reason.because === 'said');
  const verdict = verdictOf(advice);
  const isUnknown = verdict === 'unknown';
  const tone = ({ unknown: 'alert', silent: 'waiting', covered: 'done', notCovered: 'off' } as const)[verdict];
  return (
    <>
      <h3>{isBasis ? t('basis') : t('title')} <StatusTag tone={tone}>{t(verdict)}</StatusTag></h3>
      {isUnknown ? <p role="note">{advice.missing_reading ? law('reading', { unit: law(`usage.${advice.missing_reading}`) }) : t('unknownHint')}</p> : (
        <dl className={styles['facts']}>
          {COSTS.map((cost) => {
            const { charge } = advice.payer[cost];
            return <div key={cost} style={{ display: 'contents' }}><dt>{t(`cost.${cost}`)}</dt><dd>{charge ? t(`charge.${charge}`) : t('charge.none')}</dd></div>;
          })}
        </dl>
      )}
      {said && <p role="note">{t('said', { standing: word('standing', said.standing) })}</p>}
      {clauses.length > 0 && (
        <ul className={styles['sentences']}>
          {clauses.map(({ id, heading, sentence, law: by }) => <li key={id}><strong>{heading}</strong>{sentence && <q>{sentence}</q>}{by && <div className={styles['soft']}>{lawInWords(law, by, answer.source)}</div>}</li>)}
        </ul>
      )}
      <LegalRights rights={answer.rights} />
      <p className={styles['soft']}>{isBasis ? t('basisHint') : t('hint')}</p>
    </>
  );
}
