import { Button, Drawer, Space } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '@/shared/components/states';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import { PlanProvider, type Plan } from '@/shared/plan/Context';
import { FaultsIn } from '@/shared/plan/Faults';
import { blank, named, type Schema } from '@/shared/plan/schema';
import { usePlace } from '@/shared/plan/place';
import { SchemaField } from '@/shared/plan/SchemaField';
import { planTexts } from './texts';

export type Editing = { what: 'clause'; index: number } | { what: 'frame' };
type Clause = Plan['clauses'][number];
type Props = { plan: Plan; version: number; editing: Editing; onSave: (plan: Plan, version: number) => Promise<unknown>; onClose: () => void };

/** The plan's schema without its clauses and what is settled in the margin. */
const FRAME: Schema = {
  ...named('Plan'),
  properties: Object.fromEntries(Object.entries(named('Plan').properties ?? {}).filter(([name]) => name !== 'clauses' && name !== 'settlements')),
};

/** Without these a clause would stand in the document as an empty line. */
const NEEDED = ['heading', 'text'] as const;

/** The form of one clause, or of everything the clauses refer to. Nothing is sent until it is written into the draft. */
export function EditDrawer({ plan, version, editing, onSave, onClose }: Props) {
  const t = planTexts.useT();
  const [old] = useState(() => (editing.what === 'clause' ? plan.clauses[editing.index] : undefined));
  const [value, setValue] = useState<unknown>(() => (editing.what === 'frame' ? plan : (old ?? newClause(plan))));
  const [failure, setFailure] = useState<unknown>();
  const place = usePlace();
  const [state, setState] = useState<'idle' | 'busy'>('idle');
  const opened = useOpenedVersion({ version }, failure);
  // Others may have moved clauses meanwhile: the clause is found again by its name, and only what is edited here is written.
  const index = placeOf(plan.clauses, old);
  const next = editing.what === 'frame' ? { ...(value as Plan), clauses: plan.clauses, settlements: plan.settlements } : { ...plan, clauses: put(plan.clauses, index, value as Clause) };
  const [missing, setMissing] = useState<ReadonlyMap<string, string>>();
  const from = editing.what === 'frame' ? '' : `/clauses/${index}`;
  const save = async () => {
    const blanks = editing.what === 'clause' ? NEEDED.filter((name) => !(value as Clause)[name].trim()) : [];
    setMissing(new Map(blanks.map((name) => [`${from}/${name}`, t('plan.fillIn')])));
    if (blanks.length > 0) return;
    setState('busy');
    setFailure(undefined);
    try {
      await onSave(next, opened());
      onClose();
    } catch (error) {
      setFailure(error);
      setState('idle');
    }
  };
  const title = editing.what === 'frame' ? t('plan.frame') : old ? t('plan.clauseTitle') : t('plan.newClause');
  return (
    <Drawer
      open
      title={title}
      size={760}
      onClose={onClose}
      footer={<Space><Button type="primary" loading={state === 'busy'} onClick={() => void save()}>{t('plan.applyEdit')}</Button><Button onClick={onClose}>{t('plan.cancel')}</Button></Space>}
    >
      <ProblemAlert error={failure} place={place} />
      <PlanProvider value={next}>
        <FaultsIn error={failure} from={from} {...(missing && { said: missing })}>
          <SchemaField name={editing.what} schema={editing.what === 'frame' ? FRAME : named('Clause')} value={value} onChange={setValue} />
        </FaultsIn>
      </PlanProvider>
    </Drawer>
  );
}

function newClause(plan: Plan): unknown {
  const taken = new Set(plan.clauses.map((clause) => clause.id));
  let number = plan.clauses.length + 1;
  while (taken.has(`clause-${number}`)) number += 1;
  return { ...(blank(named('Clause')) as Record<string, unknown>), strength: 'must', binds: 'supplier', id: `clause-${number}` };
}

/** Where a clause stands now; one that is new, or was removed meanwhile, comes last. */
function placeOf(clauses: readonly Clause[], old: Clause | undefined): number {
  const index = clauses.findIndex(({ id }) => id === old?.id);
  return index < 0 ? clauses.length : index;
}

function put<T>(list: readonly T[], index: number, one: T): T[] {
  return index < list.length ? list.map((old, at) => (at === index ? one : old)) : [...list, one];
}
