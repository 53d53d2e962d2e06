import { useNavigate } from '@tanstack/react-router';
import { Button, Drawer, Form, Input, Modal, Select, Space, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { api, queryClient } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import { Why } from '@/shared/components/actions/Why';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import type { Plan } from '@/shared/plan/Context';
import { blankVariant, blank, choiceOf, named, resolved } from '@/shared/plan/schema';
import { FaultsIn } from '@/shared/plan/Faults';
import { usePlace } from '@/shared/plan/place';
import { SchemaField } from '@/shared/plan/SchemaField';
import { useWords } from '@/shared/plan/useWords';
import { cutOf } from './cut';
import type { Words } from './marked';
import { standing, type Item, type Reading } from './model';
import styles from './studio.module.css';
import { studioTexts } from './texts';
import { keepReading, type useSteps } from './useSteps';

export type Dialog = { what: 'edit' | 'ignore' | 'split'; item: number } | { what: 'write'; words?: Words } | { what: 'scopes'; problem: string } | { what: 'make' };
type Clause = Plan['clauses'][number];
type Condition = NonNullable<Clause['when']>;
type Props = { reading: Reading; plan: Plan; dialog: Dialog | undefined; steps: ReturnType<typeof useSteps>; onClose: () => void; onDone: (no?: number) => void };
type Of = Omit<Props, 'dialog' | 'plan'> & { item: Item };

/** What a step asks for before it is taken. */
export function Dialogs({ reading, plan, dialog, steps, onClose, onDone }: Props) {
  // Who puts several aside does so mostly for one reason.
  const [lastReason, setLastReason] = useState('');
  if (!dialog) return null;
  if (dialog.what === 'make') return <Make reading={reading} plan={plan} onClose={onClose} />;
  if (dialog.what === 'write') return <Edit reading={reading} words={dialog.words} steps={steps} onClose={onClose} onDone={onDone} />;
  if (dialog.what === 'scopes') return <ScopesDialog reading={reading} problem={dialog.problem} steps={steps} onClose={onClose} onDone={onDone} />;
  const item = reading.items.find((one) => one.no === dialog.item);
  if (!item) return null;
  const of = { reading, item, steps, onClose, onDone };
  switch (dialog.what) {
    case 'edit':
      return <Edit {...of} />;
    case 'ignore':
      return <Ignore {...of} last={lastReason} onReason={setLastReason} />;
    case 'split':
      return <Split {...of} />;
  }
}

const PROMISES = choiceOf(resolved(named('Promise')));

/** A clause written by hand: blank but for its words. */
function begun(id: string, words: string, kind: string): Clause | undefined {
  const variant = PROMISES?.variants.find((one) => one.word === kind);
  if (!PROMISES || !variant) return undefined;
  return { ...(blank(named('Clause')) as Clause), id, heading: words.slice(0, 16), text: words, promise: withWords(blankVariant(PROMISES, variant) as Clause['promise'], words) };
}

/** The words stand for the first line of what is listed line by line. */
function withWords(promise: Clause['promise'], words: string): Clause['promise'] {
  const lines = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? [line(value[0])] : value);
  const line = (one: unknown): unknown => {
    if (one === '') return words;
    return typeof one === 'object' && one !== null && 'text' in one && one.text === '' ? { ...one, text: words } : one;
  };
  return Object.fromEntries(Object.entries(promise).map(([name, value]) => [name, lines(value)])) as Clause['promise'];
}

type EditProps = Omit<Of, 'item'> & { item?: Item; words?: Words | undefined };

/** The form of a clause: of an item, of words somebody marked, or of neither. */
function Edit({ reading, item, words, steps, onClose, onDone }: EditProps) {
  const t = studioTexts.useT();
  const word = useWords();
  const place = usePlace();
  const [value, setValue] = useState<unknown>(item?.clause ?? undefined);
  const [busy, setBusy] = useState<'busy' | 'idle'>('idle');
  const known = item?.clause;
  const quote = item ? item.places.map((one) => one.quote.trim()).join(' … ') : words?.quote;
  const save = async () => {
    setBusy('busy');
    const clause = value as Clause;
    const done = await steps.step(
      item
        ? { step: known ? 'correct' : 'write', item: item.no, clause }
        : { step: 'write', clause, ...(words && { place: words }) },
    );
    setBusy('idle');
    if (done) onDone(item ? undefined : newest(reading, done));
  };
  const begin = (kind: string) => setValue(begun(item ? `by-hand-${item.no}` : 'by-hand', (quote ?? '').replaceAll(/\s+/g, ''), kind));
  return (
    <Drawer
      open
      title={t(known ? 'edit.title' : 'edit.writeTitle')}
      size={720}
      onClose={() => { steps.clear(); onClose(); }}
      footer={<Space><Why action={t('edit.save')} because={value === undefined ? t('edit.kindFirst') : undefined}><Button type="primary" disabled={value === undefined} loading={busy === 'busy'} onClick={() => void save()}>{t('edit.save')}</Button></Why><Button onClick={() => { steps.clear(); onClose(); }}>{t('edit.cancel')}</Button></Space>}
    >
      {quote ? <blockquote className={styles['quote']}>{quote}</blockquote> : <p className={styles['soft']}>{t('edit.noWords')}</p>}
      <ProblemAlert error={steps.failure} place={place} />
      {!known && (
        <Form layout="vertical">
          <Form.Item label={t('edit.kind')}>
            <Select placeholder={t('edit.kindHint')} options={(PROMISES?.variants ?? []).map((one) => ({ value: one.word, label: word(one.word) }))} onChange={begin} />
          </Form.Item>
        </Form>
      )}
      {value !== undefined && <FaultsIn error={steps.failure} from="/do/clause"><SchemaField name="clause" schema={named('Clause')} value={value} onChange={setValue} /></FaultsIn>}
    </Drawer>
  );
}

/** The item a step has added. */
function newest(before: Reading, after: Reading): number | undefined {
  return after.items.find((one) => before.items.every((old) => old.no !== one.no))?.no;
}

function Ignore({ item, steps, last, onReason, onClose, onDone }: Of & { last: string; onReason: (reason: string) => void }) {
  const t = studioTexts.useT();
  const [reason, setReason] = useState(last);
  const input = useRef<InputRef>(null);
  const go = async () => {
    if (reason.trim() === '') return;
    onReason(reason);
    const done = await steps.step({ step: 'ignore', items: [item.no], reason });
    if (done) onDone();
  };
  const usual = ['ignore.notPromise', 'ignore.repeated', 'ignore.otherParty', 'ignore.outdated'] as const;
  return (
    <Modal open title={t('ignore.title')} okText={t('ignore.go')} cancelText={t('edit.cancel')} okButtonProps={{ disabled: reason.trim() === '', 'aria-describedby': 'ignore-why' }} onOk={() => void go()} onCancel={() => { steps.clear(); onClose(); }} afterOpenChange={(open) => open && input.current?.focus({ cursor: 'all' })}>
      <ProblemAlert error={steps.failure} />
      <blockquote className={styles['quote']}>{item.places.map((place) => place.quote.trim()).join(' … ')}</blockquote>
      <p className={styles['soft']}>{t('ignore.hint')}</p>
      <Space wrap className={styles['usual'] ?? ''}>{usual.map((key) => <Button key={key} size="small" onClick={() => setReason(t(key))}>{t(key)}</Button>)}</Space>
      <Input ref={input} value={reason} maxLength={500} aria-label={t('ignore.reason')} placeholder={t('ignore.reason')} onChange={(event) => setReason(event.target.value)} onPressEnter={() => void go()} />
      <p id="ignore-why" className={styles['soft']}>{reason.trim() === '' && t('ignore.reasonFirst')}</p>
    </Modal>
  );
}

function Split({ item, steps, onClose, onDone }: Of) {
  const t = studioTexts.useT();
  const chars = [...(item.places[0]?.quote ?? '')];
  const [at, setAt] = useState(() => cutOf(chars));
  const go = async () => {
    const done = await steps.step({ step: 'split', item: item.no, at });
    if (done) onDone(standing(done, item.no));
  };
  return (
    <Modal open title={t('split.title')} okText={t('split.go')} cancelText={t('edit.cancel')} onOk={() => void go()} onCancel={() => { steps.clear(); onClose(); }}>
      <ProblemAlert error={steps.failure} />
      <p className={styles['soft']}>{t('split.hint')}</p>
      <p className={styles['cut']}>
        {chars.map((char, index) => (
          // A character has no name but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <button key={index} type="button" data-part={index < at ? 'first' : 'second'} disabled={index === 0} onClick={() => setAt(index)}>{char}</button>
        ))}
      </p>
      <p><b>{t('split.first')}</b> {chars.slice(0, at).join('')}</p>
      <p><b>{t('split.second')}</b> {chars.slice(at).join('')}</p>
    </Modal>
  );
}

/** When each side holds, where neither its words nor the plan tell. */
function ScopesDialog({ reading, problem, steps, onClose, onDone }: Omit<Of, 'item'> & { problem: string }) {
  const t = studioTexts.useT();
  const found = reading.problems.find((one) => one.id === problem);
  const sides = (found?.sides ?? []).flatMap((side) => reading.items.find((one) => one.no === side.item) ?? []);
  const proposed = found?.apart?.[0] ?? [];
  const [whens, setWhens] = useState<Record<string, unknown>>(() => Object.fromEntries(proposed.map((scope) => [scope.clause, scope.when])));
  const [reason, setReason] = useState('');
  const go = async () => {
    const scopes = sides.flatMap(({ clause }) => (clause && stated(whens[clause.id]) ? [{ clause: clause.id, when: whens[clause.id] as Condition }] : []));
    const done = await steps.step({ step: 'settle', problem, by: 'different_scope', scopes, ...(reason.trim() !== '' && { reason }) });
    if (done) onDone(sides[0]?.no);
  };
  return (
    <Drawer
      open
      title={t('scopes.title')}
      size={720}
      onClose={() => { steps.clear(); onClose(); }}
      footer={<Space><Button type="primary" onClick={() => void go()}>{t('scopes.go')}</Button><Button onClick={() => { steps.clear(); onClose(); }}>{t('edit.cancel')}</Button></Space>}
    >
      <p className={styles['soft']}>{t('scopes.hint')}</p>
      <ProblemAlert error={steps.failure} />
      {sides.map(({ no, clause, places }) => clause && (
        <section key={no}>
          <blockquote className={styles['quote']}>{places.map((place) => place.quote.trim()).join(' … ') || clause.text}</blockquote>
          <SchemaField name="when" schema={named('Condition')} value={whens[clause.id] ?? {}} onChange={(when) => setWhens({ ...whens, [clause.id]: when })} />
        </section>
      ))}
      <Input value={reason} maxLength={500} aria-label={t('scopes.reason')} placeholder={t('scopes.reason')} onChange={(event) => setReason(event.target.value)} />
    </Drawer>
  );
}

function stated(when: unknown): boolean {
  return typeof when === 'object' && when !== null && Object.values(when).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null));
}

function Make({ reading, plan, onClose }: { reading: Reading; plan: Plan; onClose: () => void }) {
  const t = studioTexts.useT();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState<'make' | 'publish'>();
  const [form] = Form.useForm<{ title: string; trade: string }>();
  const unplaced = useFieldProblems(form, failure);
  const go = async (then: 'make' | 'publish') => {
    // What is missing stands at its field.
    const body = await form.validateFields().catch(() => undefined);
    if (!body) return;
    setBusy(then);
    setFailure(undefined);
    try {
      const id = await made(reading, body, then);
      void navigate({ to: '/plans/$id', params: { id } });
    } catch (error) {
      setFailure(error);
      setBusy(undefined);
    }
  };
  return (
    <Modal
      open
      title={t('make.title')}
      onCancel={onClose}
      footer={<Space><Button onClick={onClose}>{t('edit.cancel')}</Button><Button loading={busy === 'make'} onClick={() => void go('make')}>{t('make.go')}</Button><Button type="primary" loading={busy === 'publish'} onClick={() => void go('publish')}>{t('make.publish')}</Button></Space>}
    >
      <ProblemAlert error={unplaced} />
      <p className={styles['soft']}>{t('make.hint')}</p>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ title: reading.title.trim().slice(0, 200), trade: plan.trade }}>
        <Form.Item name="title" label={t('make.name')} rules={[{ required: true, whitespace: true, message: t('make.nameMissing') }]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="trade" label={t('make.trade')} extra={t('make.tradeHint')} rules={[{ required: true, whitespace: true, message: t('make.tradeMissing') }]}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}

/** Makes the draft, and publishes it where that was asked; the plan's id. */
async function made(reading: Reading, body: { title: string; trade: string }, then: 'make' | 'publish'): Promise<string> {
  const id = reading.id;
  const { data } = await api.POST('/api/readings/{id}/plan', { params: { path: { id }, header: ifMatch(reading.version) }, body });
  if (!data?.plan) throw new Error('the server names the plan it made');
  keepReading(data);
  void queryClient.invalidateQueries({ queryKey: ['get', '/api/plans'] });
  if (then === 'publish') {
    const plan = await api.GET('/api/plans/{id}', { params: { path: { id: data.plan } } });
    await api.POST('/api/plans/{id}/publish', { params: { path: { id: data.plan }, header: ifMatch(plan.data?.version ?? 0) } });
    await queryClient.invalidateQueries({ queryKey: ['get', '/api/plans/{id}'] });
  }
  return data.plan;
}
