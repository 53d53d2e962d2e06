import { Link } from '@tanstack/react-router';
import { Card, Skeleton } from 'antd';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { LegalRights } from '@/shared/components/LegalRights';
import { ProblemAlert } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { WarrantyLine } from '@/shared/components/WarrantyLine';
import { formatInstant, formatRow } from '@/shared/format';
import { useMay } from '@/shared/session/useMe';
import { lawInWords, partsInWords, warrantyTexts } from '@/shared/words/warranty';
import { useCaseWord } from './caseWordTexts';
import styles from './cases.module.css';
import { coverageTexts } from './coverageTexts';
import { KeptChecks } from './KeptChecks';
import { labelOf, type Case } from './model';
import { COSTS, deciding, useCoverage, verdictOf } from './ruling';
import { RulingNote } from './RulingNote';
import { caseTexts } from './texts';

type Schemas = components['schemas'];

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
        {shown.unit && <UnitFacts id={shown.unit} shown={shown} />}
        {lines.filter(([, value]) => value).map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}><dt>{label}</dt><dd>{value}</dd></div>
        ))}
      </dl>
      {shown.unit && <Advice shown={shown} />}
    </Card>
  );
}

function UnitFacts({ id, shown }: { id: string; shown: Case }) {
  const t = caseTexts.useT();
  const coverage = coverageTexts.useT();
  const { corrected } = useCoverage(shown);
  const { data } = $api.useQuery('get', '/api/units/{id}', { params: { path: { id } } }, { enabled: useMay('unit.read') });
  if (!data) return null;
  return (
    <>
      <dt>{t('coverage.unit')}</dt><dd><Link to={`/units/${id}` as '/'}>{data.product_name} {data.model}</Link></dd>
      <dt>{t('coverage.serial')}</dt><dd>{data.serial || data.number}</dd>
      <dt>{t('coverage.warranty')}</dt><dd>{corrected ? <><s><WarrantyLine said={data.warranty} /></s> {coverage('overruled')}</> : <WarrantyLine said={data.warranty} />}</dd>
    </>
  );
}

/** Who pays for what: what a person decided, if anybody did, and the plan's own answer with its sentences. */
function Advice({ shown }: { shown: Case }) {
  const t = coverageTexts.useT();
  const { now, corrected, error, isLoading, checks, ruling } = useCoverage(shown);
  if (isLoading) return <Skeleton active paragraph={{ rows: 2 }} style={{ marginTop: 12 }} />;
  if (error) return <ProblemAlert error={error} />;
  // Whoever works on the case without seeing the unit's file has no advice to read, only what was decided.
  if (!ruling && !now) return null;
  return (
    <section className={styles['advice']} aria-label={t('title')}>
      {ruling && <RulingNote ruling={ruling} />}
      {now && <PlanAnswer answer={now} corrected={corrected} isBasis={ruling !== undefined} />}
      {now && <KeptChecks shown={shown} checks={checks} advice={now.advice} />}
    </section>
  );
}

type Answered = { answer: Schemas['EntitlementView']; corrected: Schemas['CorrectedStanding'] | null | undefined; isBasis: boolean };

/** The plan's own answer for this fault on the day of the report, by which sentences; `isBasis` where a person decided otherwise. */
function PlanAnswer({ answer, corrected, isBasis }: Answered) {
  const t = coverageTexts.useT();
  const law = warrantyTexts.useT();
  const word = useCaseWord();
  const { advice } = answer;
  const verdict = verdictOf(advice);
  const quoted = deciding(answer);
  const tone = ({ unknown: 'alert', dependsOnPart: 'waiting', silent: 'waiting', covered: 'done', notCovered: 'off' } as const)[verdict];
  const parts = advice.if_part && formatRow(partsInWords(law, advice.if_part.parts, answer.part_labels), 'phrases');
  return (
    <>
      <h3>{isBasis ? t('basis') : t('title')} <StatusTag tone={tone}>{t(verdict)}</StatusTag></h3>
      {verdict === 'unknown' && <p role="note">{advice.missing_season ? law('season') : advice.missing_reading ? law('reading', { unit: law(`usage.${advice.missing_reading}`) }) : t('unknownHint')}</p>}
      {advice.if_part && <><p>{t('ifPart', { parts: parts ?? '' })}</p><Costs payer={advice.if_part.payer} /><p>{t('otherPart')}</p></>}
      {verdict !== 'unknown' && <Costs payer={advice.payer} />}
      {corrected && <p role="note">{t('said', { standing: word('standing', corrected.standing), by: corrected.by_name ?? t('somebody'), at: formatInstant(corrected.at), reason: corrected.reason })}</p>}
      {quoted.length > 0 && <ul className={styles['sentences']}>
        {quoted.map(({ id, heading, sentence, law: by }) => <li key={id}><strong>{heading}</strong>{sentence && <q>{sentence}</q>}{by && <div className={styles['soft']}>{lawInWords(law, by, answer.source)}</div>}</li>)}
      </ul>}
      <LegalRights rights={answer.rights} />
      <p className={styles['soft']}>{isBasis ? t('basisHint') : t('hint')}</p>
    </>
  );
}

function Costs({ payer }: { payer: Schemas['Payer'] }) {
  const t = coverageTexts.useT();
  return (
    <dl className={styles['facts']}>
      {COSTS.map((cost) => {
        const { charge } = payer[cost];
        return <div key={cost} style={{ display: 'contents' }}><dt>{t(`cost.${cost}`)}</dt><dd>{charge ? t(`charge.${charge}`) : t('charge.none')}</dd></div>;
      })}
    </dl>
  );
}
