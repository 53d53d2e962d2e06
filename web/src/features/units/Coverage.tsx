import { Alert, Card, DatePicker, Form, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { LegalRights } from '@/shared/components/LegalRights';
import { ProblemAlert } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { formatInstant, formatRow } from '@/shared/format';
import { useNow } from '@/shared/hooks/useNow';
import { lawInWords, partsInWords, warrantyTexts } from '@/shared/words/warranty';
import { CAUSES } from './dates';
import { chargesInWords } from './Decisions';
import { decisionTexts } from './decisionTexts';
import { unitTexts } from './texts';
import styles from './units.module.css';

type Whole = components['schemas']['UnitWhole'];
type Answer = components['schemas']['EntitlementView'];
type Because = components['schemas']['EntitlementReason'];
type Cause = components['schemas']['Cause'];
type T = ReturnType<typeof unitTexts.useT>;

/** Is it covered, who pays, and by which clause: for a day, a cause and a component. */
export function Coverage({ unit }: { unit: Whole }) {
  const t = unitTexts.useT();
  const today = formatInstant(useNow(), 'day');
  const [on, setOn] = useState<Dayjs>(() => dayjs(today));
  const [cause, setCause] = useState<Cause>('unknown');
  const [component, setComponent] = useState<string>();
  const query = { on: on.format('YYYY-MM-DD'), cause, ...(component && { component }) };
  const { data, error } = $api.useQuery('get', '/api/units/{id}/entitlement', { params: { path: { id: unit.id }, query } });
  const classes = [...new Map(unit.components.map((one) => [one.class, { value: one.class, label: one.name }])).values()];
  return (
    <Card title={t('ask')} className="jn-no-print">
      <p style={{ marginTop: 0, color: 'var(--jn-ink-soft)' }}>{t('ask.hint')}</p>
      <Form layout="inline" style={{ rowGap: 8 }}>
        <Form.Item label={t('ask.on')} htmlFor="coverage-on"><DatePicker id="coverage-on" value={on} allowClear={false} onChange={(day) => day && setOn(day)} /></Form.Item>
        <Form.Item label={t('ask.cause')} htmlFor="coverage-cause">
          <Select id="coverage-cause" showSearch={{ optionFilterProp: 'label' }} style={{ width: 170 }} value={cause} onChange={setCause} options={CAUSES.map((one) => ({ value: one, label: t(`cause.${one}`) }))} />
        </Form.Item>
        {classes.length > 0 && (
          <Form.Item label={t('ask.component')} htmlFor="coverage-component">
            <Select id="coverage-component" allowClear placeholder={t('ask.whole')} style={{ width: 140 }} value={component ?? null} onChange={(chosen) => setComponent(chosen ?? undefined)} options={classes} />
          </Form.Item>
        )}
      </Form>
      <ProblemAlert error={error} />
      {data && <Told answer={data} />}
    </Card>
  );
}

function Told({ answer }: { answer: Answer }) {
  const t = unitTexts.useT();
  const decided = decisionTexts.useT();
  const law = warrantyTexts.useT();
  const { advice } = answer;
  // A plan that names no payer at all has not refused anybody.
  const isSilent = !advice.covered && COSTS.every((cost) => !advice.payer[cost].charge);
  const missing = advice.missing ?? [];
  const isUnknown = advice.standing === 'unknown';
  const depends = advice.standing === 'depends_on_part';
  const said = isUnknown ? t('ask.unknown') : depends ? t('ask.depends') : isSilent ? t('ask.silent') : advice.covered ? t('ask.covered') : t('ask.notCovered');
  const heading = (id: string) => answer.clauses.find((clause) => clause.id === id);
  return (
    <>
      <div className={styles['answer']}>
        <StatusTag tone={isUnknown ? 'alert' : isSilent || depends ? 'waiting' : advice.covered ? 'active' : 'off'}>{said}</StatusTag>
        <Space style={{ fontWeight: 400, fontSize: 14 }}>{t(`standing.${advice.standing}`)}</Space>
      </div>
      {answer.decision?.charges && <Alert type="info" showIcon title={decided('holds', { charges: chargesInWords(decided, answer.decision.charges) })} description={answer.decision.reason} />}
      {isUnknown ? (
        <>
          {missing.length > 0 && <p role="note">{t('ask.missing', { kinds: formatRow(missing.map((kind) => t(`date.${kind}`)), 'words') })}</p>}
          {advice.missing_season && <p role="note">{law('season')}</p>}
          {advice.missing_reading && <p role="note">{law('reading', { unit: law(`usage.${advice.missing_reading}`) })}</p>}
        </>
      ) : (
        <>
          {advice.if_part && <><p>{t('ask.ifPart', { parts: formatRow(partsInWords(law, advice.if_part.parts, answer.part_labels), 'phrases') })}</p><Costs payer={advice.if_part.payer} /><p>{t('ask.otherPart')}</p></>}
          <Costs payer={advice.payer} />
        </>
      )}
      <strong>{t('ask.because')}</strong>
      <ul className={styles['reasons']}>
        {advice.because.map((reason) => {
          const clause = heading(clauseOf(reason) ?? '');
          return (
            <li key={`${reason.because} ${clauseOf(reason) ?? ''}`}>
              {clause && <>「{clause.heading}」</>}{why(t, reason)}
              {clause?.law && <small>{lawInWords(law, clause.law, answer.source)}</small>}
              {clause && <small>{clause.sentence}</small>}
            </li>
          );
        })}
      </ul>
      <LegalRights rights={answer.rights} />
    </>
  );
}

const COSTS = ['labour', 'parts', 'travel', 'shipping'] as const;

function Costs({ payer }: { payer: Answer['advice']['payer'] }) {
  const t = unitTexts.useT();
  return (
    <dl className={styles['costs']} aria-label={t('ask.cost')}>
      {COSTS.map((cost) => (
        <div key={cost}><dt>{t(`cost.${cost}`)}</dt><dd>{t(`charge.${payer[cost].charge ?? 'none'}`)}</dd></div>
      ))}
    </dl>
  );
}

function clauseOf(reason: Because): string | undefined {
  if ('term' in reason) return reason.term.clause;
  return 'clause' in reason ? reason.clause : undefined;
}

function why(t: T, reason: Because): string {
  switch (reason.because) {
    case 'term_runs': return reason.term.ends_on ? t('because.term_runs', { day: reason.term.ends_on }) : t('because.term_runs_lifetime');
    case 'said': return t('because.said', { standing: t(`standing.${reason.standing}`) });
    case 'used_up': return t('because.used_up', { read: reason.read.amount, allows: reason.allows.amount });
    default: return t(`because.${reason.because}`);
  }
}
