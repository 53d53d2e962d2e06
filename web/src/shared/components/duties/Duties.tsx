import { Button, Card, Collapse, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { PromiseBar } from '@/shared/components/promise';
import { ProblemAlert } from '@/shared/components/states';
import { DutyForm, type DutyAct } from './DutyForm';
import { dutyTexts } from './texts';

export type Duty = components['schemas']['DutyView'];

const SETTLED: readonly string[] = ['kept', 'fulfilled_late', 'excused', 'cancelled'];

/** What is owed again and again under an agreement. */
export function AgreementDuties({ agreement }: { agreement: string }) {
  const { data, error, isPending } = $api.useQuery('get', '/api/agreements/{id}/duties', { params: { path: { id: agreement } } });
  return <DutyCard items={data?.items} error={error} isPending={isPending} />;
}

/** The same for every agreement of a unit. */
export function UnitDuties({ unit }: { unit: string }) {
  const { data, error, isPending } = $api.useQuery('get', '/api/units/{id}/duties', { params: { path: { id: unit } } });
  if (data && data.items.length === 0) return null;
  return <DutyCard items={data?.items} error={error} isPending={isPending} />;
}

function DutyCard({ items, error, isPending }: { items: readonly Duty[] | undefined; error: unknown; isPending: boolean }) {
  const t = dutyTexts.useT();
  const [act, setAct] = useState<DutyAct | null>(null);
  const rows = items ?? [];
  const open = rows.filter(({ state }) => !SETTLED.includes(state));
  const settled = rows.filter(({ state }) => SETTLED.includes(state)).toReversed();
  const list = (some: readonly Duty[]) => <div style={{ display: 'grid', gap: 16 }}>{some.map((duty) => <DutyRow key={`${duty.agreement} ${duty.clause} ${duty.cycle}`} duty={duty} onAct={setAct} />)}</div>;
  return (
    <Card title={t('title')} className="jn-no-print">
      <p style={{ marginTop: 0, marginBottom: 16, color: 'var(--jn-ink-soft)' }}>{t('hint')}</p>
      <ProblemAlert error={error} />
      {isPending && !error && <Skeleton active />}
      {items && rows.length === 0 && <p style={{ marginBottom: 0 }}>{t('none')}</p>}
      {list(open)}
      {settled.length > 0 && <Collapse ghost items={[{ key: 'settled', label: t('earlier', { count: settled.length }), children: list(settled) }]} />}
      {act && <DutyForm act={act} onClose={() => setAct(null)} />}
    </Card>
  );
}

function DutyRow({ duty, onAct }: { duty: Duty; onAct: (act: DutyAct) => void }) {
  const t = dutyTexts.useT();
  const heading = duty.what ? t('nth', { heading: duty.heading, cycle: duty.cycle }) : duty.heading;
  const allowed = duty.actions.filter((action) => action.allowed);
  return (
    <div>
      <PromiseBar promise={{ ...duty, heading, reason: duty.excuse ?? null }} explain={<Explained duty={duty} />} />
      {allowed.length > 0 && (
        <Space style={{ marginTop: 4 }}>
          {allowed.map(({ name }) => <Button key={name} size="small" onClick={() => onAct({ duty, name: name as DutyAct['name'] })}>{t(name as DutyAct['name'])}</Button>)}
        </Space>
      )}
    </div>
  );
}

/** Why it falls on its day, asked of the server when somebody opens it. */
function Explained({ duty }: { duty: Duty }) {
  const t = dutyTexts.useT();
  const { data, error } = $api.useQuery('get', '/api/agreements/{id}/duties/explanation', { params: { path: { id: duty.agreement }, query: { clause: duty.clause, cycle: duty.cycle } } });
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Skeleton active />;
  return (
    <ol>
      {data.steps.map((step) => {
        switch (step.step) {
          case 'frame': return <li key="frame">{step.until ? t('step.frameUntil', { from: step.from, until: step.until, during: t(`during.${step.during}`) }) : t('step.frame', { from: step.from, during: t(`during.${step.during}`) })}</li>;
          case 'counted': return <li key="counted">{t(`step.${step.anchor}`, { from: step.from, count: step.count, unit: t(`unit.${step.unit}`), on: step.on })}</li>;
          case 'before': return <li key="before">{t('step.before', { end: step.production_ends_on, months: step.months, until: step.until })}</li>;
          default: return <li key="window">{t('step.window', { early: step.early_days, late: step.late_days, opens: step.opens_on, closes: step.closes_on })}</li>;
        }
      })}
    </ol>
  );
}
