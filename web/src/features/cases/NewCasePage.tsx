import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Card, Form, Input, Select } from 'antd';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { useCreateKeys } from '@/shared/api/headers';
import { isProblem } from '@/shared/api/problem';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { happened, InstantPicker } from '@/shared/components/InstantPicker';
import { useFilters } from '@/shared/components/list';
import { PageHeader } from '@/shared/components/PageHeader';
import { ProblemAlert } from '@/shared/components/states';
import { WarrantyLine } from '@/shared/components/WarrantyLine';
import { useNarrow } from '@/shared/hooks/useNarrow';
import { useMay, useMe } from '@/shared/session/useMe';
import { AgreementField } from './AgreementField';
import { CallerPanel } from './CallerPanel';
import { useCaseWord } from './caseWordTexts';
import styles from './cases.module.css';
import { Duplicates, Foresight } from './Foresight';
import { isSameNumber, reportOf, requiredFields, useIntake, withoutCaller, type IntakeValues, type SlipField, type Taken } from './intake';
import { IntakeGrade } from './IntakeGrade';
import { IntakePhotos, sendPhotos } from './IntakePhotos';
import { NewCaller } from './NewCaller';
import { NewUnit } from './NewUnit';
import { ownTexts } from './ownTexts';
import { servedTexts } from './servedTexts';
import { slipTexts } from './slipTexts';
import { caseTexts } from './texts';
import { UnitPicker, type Unit } from './UnitPicker';
import { refreshCase, showCase } from './useActs';
import type { Registered } from './useRegister';

const CHANNELS = ['phone', 'mail', 'web', 'fax', 'counter', 'inspection', 'app', 'code'] as const;

/** Takes a report: by telephone with the caller's file beside it, or as a plain form for customers; `?unit=` names the unit. */
export default function NewCasePage() {
  const t = caseTexts.useT();
  const own = ownTexts.useT();
  const served = servedTexts.useT();
  const navigate = useNavigate();
  const keys = useCreateKeys();
  const me = useMe();
  const narrow = useNarrow();
  const isCustomer = me.roles.includes('customer');
  const mayRegister = useMay('customer.edit');
  const mayRead = useMay('customer.read');
  const mayRegisterUnit = useMay('unit.edit');
  const { filters } = useFilters();
  const named = $api.useQuery('get', '/api/units/{id}', { params: { path: { id: filters['unit'] ?? '' } } }, { enabled: Boolean(filters['unit']) }).data;
  const [form] = Form.useForm<IntakeValues>();
  const initial: IntakeValues = { channel: isCustomer ? 'web' : 'phone', unit: filters['unit'] ?? null, grading: 'later', ...(isCustomer && { slip: { name: me.name, phone: me.phone ?? '' } }) };
  const [values, setValues] = useState(initial);
  const [picked, setPicked] = useState<Unit>();
  const unit = picked ?? (values.unit ? named : undefined);
  const intake = useIntake(values);
  const plan = values.unit || values.agreement || values.customer ? intake.data?.plan : undefined;
  const [taken, setTaken] = useState<Taken>();
  const [aside, setAside] = useState<'registering' | 'unit' | 'cleared'>();
  const [photos, setPhotos] = useState<File[]>([]);
  const mayAttach = useMay('file.use');
  const { message } = App.useApp();
  const [owner, setOwner] = useState<{ id: string; name: string }>();
  const report = $api.useMutation('post', '/api/cases', {
    onSuccess: async (opened) => {
      const unsent = await sendPhotos(opened.id, photos);
      for (const one of unsent) void message.warning(slipTexts.t('photos.unsent', one), 8);
      showCase(opened);
      if (photos.length > 0) void refreshCase(opened.id);
      return navigate({ to: '/cases/$id', params: { id: opened.id } });
    },
  });
  const rest = useFieldProblems(form, report.error, 'grade');
  // The caller's number comes first: one key opens the page, the next digits are the number.
  useEffect(() => {
    if (!isCustomer) form.focusField(['slip', 'phone']);
  }, [form, isCustomer]);
  const read = () => setValues(form.getFieldsValue(true) as IntakeValues);
  const fill = (some: Record<string, unknown>) => {
    form.setFieldsValue(some as never);
    read();
  };
  const choose = (chosen: Unit | undefined) => {
    setPicked(chosen);
    const written = form.getFieldValue(['slip', 'address']) as string | undefined;
    const isByHand = written !== taken?.address && written;
    const address = isByHand || placeOf(chosen?.site_name, chosen?.place);
    setTaken((caller) => caller && { ...caller, address });
    if (chosen?.site && !isByHand && mayRead) void lookUp(chosen, address);
    // Answers about another unit's plan say nothing about this one.
    fill({ unit: chosen?.id ?? null, agreement: null, question: null, region: null, answers: {}, severity: null, slip: { address } });
  };
  // The site's address takes the place of its name once it is read, unless somebody wrote meanwhile.
  const lookUp = async (chosen: Unit, name: string) => {
    const site = await siteOf(chosen);
    if (!site?.address || form.getFieldValue('unit') !== chosen.id || form.getFieldValue(['slip', 'address']) !== name) return;
    const address = placeOf(site.address, chosen.place);
    setTaken((caller) => caller && { ...caller, address });
    fill({ slip: { address } });
  };
  const leave = (caller: Taken) => {
    const left = withoutCaller(form.getFieldsValue(true) as IntakeValues, caller, { unit: unit?.customer, plan: plan?.customer });
    if (left.unit === null) setPicked(undefined);
    setTaken(undefined);
    fill(left);
  };
  const take = ({ customer, name, phone }: Taken) => {
    if (taken && taken.customer !== customer) leave(taken);
    const number = phone.includes('*') ? ((form.getFieldValue(['slip', 'phone']) as string | undefined) ?? '') : phone;
    setTaken((caller) => ({ ...(caller?.customer === customer && caller), customer, name, phone: number }));
    setAside(undefined);
    fill({ customer, slip: { name, phone: number } });
  };
  // Who is recognised stands in the slip at once; a name that somebody typed stays.
  const recognise = (caller: Taken) => {
    if (!taken && !form.getFieldValue(['slip', 'name'])) take(caller);
  };
  const register = ({ unit: made, ...caller }: Registered) => {
    take(caller);
    if (made) choose(made);
    setTaken(caller);
    fill({ slip: { address: caller.address } });
  };
  const onChange = (changed: Partial<IntakeValues>) => {
    const phone = changed.slip?.phone;
    if (phone !== undefined && taken && !isSameNumber(taken.phone, phone)) {
      leave(taken);
      setAside('cleared');
    }
    read();
  };
  const send = () => {
    const body = reportOf(form.getFieldsValue(true) as IntakeValues);
    report.mutate({ params: { header: keys.of(body) }, body });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
  };
  const callerPanel = !isCustomer && <CallerPanel phone={values.slip?.phone ?? ''} unit={unit} onCaller={take} onRecognised={(caller) => recognise({ ...caller, phone: caller.phone ?? '' })} onUnit={choose} {...(mayRegister && { onNew: () => setAside('registering') })} {...(mayRegisterUnit && { onNewUnit: (caller) => { take(caller); setOwner({ id: caller.customer, name: caller.customer_name }); setAside('unit'); } })} />;
  const hasUnit = Boolean(values.unit);
  const unserved = hasUnit && intake.data !== undefined && !intake.isPlaceholderData && !intake.data.plan;
  // Somebody may report what they may not read: then nothing is foreseen, and nothing is wrong.
  const failed = isProblem(intake.error, 404) || isProblem(intake.error, 403) ? undefined : intake.error;
  return (
    <>
      <PageHeader title={isCustomer ? own('new') : t('intake.title')} hint={isCustomer ? t('intake.hintCustomer') : t('intake.hint')} />
      <div className={styles['page']}>
        <Card>
          <Form form={form} layout="vertical" initialValues={initial} onValuesChange={onChange} onFinish={send} onKeyDown={onKey} scrollToFirstError={{ block: 'center', focus: true }}>
            <SlipInput field="phone" plan={plan} />
            {/* On a phone nobody finds what stands below the whole form. */}
            {narrow && callerPanel && <div style={{ marginBottom: 16 }}>{callerPanel}</div>}
            {aside === 'cleared' && <Alert type="info" showIcon title={t('intake.cleared')} style={{ marginBottom: 16 }} />}
            <SlipInput field="name" plan={plan} />
            <Form.Item name="unit" label={t('intake.unit')} rules={isCustomer ? [{ required: true, message: t('act.missing') }] : []}><UnitPicker chosen={unit} onChoose={choose} /></Form.Item>
            {unserved && <Alert type="warning" showIcon title={served('unserved')} style={{ marginBottom: 16 }} />}
            {hasUnit && intake.data?.warranty && <p style={{ marginBottom: 16 }}><WarrantyLine said={intake.data.warranty} /></p>}
            {hasUnit && <Duplicates open={intake.data?.open ?? []} />}
            {!isCustomer && (!hasUnit || (intake.data?.agreements.length ?? 0) > 1) && (
              <Form.Item name="agreement" label={t('intake.agreementOf')} rules={hasUnit || plan ? [] : [{ required: true, message: t(values.customer ? 'intake.planMissing' : 'intake.agreementMissing') }]}><AgreementField of={intake.data?.agreements ?? []} hasUnit={hasUnit} /></Form.Item>
            )}
            {plan && plan.source !== 'law' && <p className={styles['soft']} style={{ marginBottom: 16 }}>{served(`plan.${plan.source}`, { title: plan.title })}</p>}
            <SlipInput field="content" plan={plan} />
            {mayAttach && <IntakePhotos plan={plan} photos={photos} onChange={setPhotos} />}
            <SlipInput field="address" plan={plan} />
            <SlipInput field="wishes" plan={plan} />
            {!isCustomer && plan && <PlanInputs plan={plan} />}
            {!isCustomer && <StaffInputs />}
            <ProblemAlert error={failed ?? rest} />
            <Button type="primary" htmlType="submit" size="large" loading={report.isPending} style={{ marginTop: 8 }}>{t('intake.submit')}</Button>
            {!isCustomer && <small className={styles['soft']} style={{ marginInlineStart: 12 }}>{t('intake.sendKey')}</small>}
          </Form>
        </Card>
        <div className={styles['column']}>
          {!narrow && callerPanel}
          {plan && <Foresight plan={plan} />}
        </div>
        {aside === 'unit' && owner && <NewUnit customer={owner} onMade={(made) => { choose(made); setAside(undefined); }} onClose={() => setAside(undefined)} />}
        {aside === 'registering' && <NewCaller slip={values.slip ?? {}} onMade={register} onClose={() => setAside(undefined)} />}
      </div>
    </>
  );
}

function placeOf(...parts: (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

/** The site where a unit stands; nothing where it cannot be read, for the report goes on without. */
async function siteOf({ customer, site }: Unit) {
  const read = queryClient.fetchQuery($api.queryOptions('get', '/api/customers/{id}', { params: { path: { id: customer } } }));
  const known = await read.catch(() => undefined);
  return known?.sites.find(({ id }) => id === site);
}

type Plan = Parameters<typeof requiredFields>[0];

/** One field of the slip; what the plan requires is marked before anybody presses the button, with the clause. */
function SlipInput({ field, plan }: { field: SlipField; plan: Plan }) {
  const t = caseTexts.useT();
  const needed = field === 'content' ? { heading: requiredFields(plan).content?.heading } : requiredFields(plan)[field];
  const heading = needed?.heading;
  return (
    <Form.Item
      name={['slip', field]}
      label={t(`slip.${field}`)}
      {...(heading && { extra: t('intake.requiredBy', { heading }) })}
      rules={needed ? [{ required: true, whitespace: true, message: t('act.missing') }] : []}
    >
      {field === 'content' && <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={40_000} />}
      {field === 'wishes' && <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={40_000} />}
      {field === 'phone' && <Input type="tel" maxLength={40} autoComplete="off" />}
      {(field === 'name' || field === 'address') && <Input maxLength={200} autoComplete="off" />}
    </Form.Item>
  );
}

/** What this plan tells apart: kinds of question, regions, fault levels. */
function PlanInputs({ plan }: { plan: NonNullable<Plan> }) {
  const t = caseTexts.useT();
  const mayGrade = useMay('case.work');
  return (
    <>
      {plan.question_types.length > 0 && (
        <Form.Item name="question" label={t('intake.question')}><Select allowClear style={{ maxWidth: 320 }} options={plan.question_types.map(({ id, label }) => ({ value: id, label }))} /></Form.Item>
      )}
      {plan.regions.length > 0 && (
        <Form.Item name="region" label={t('intake.region')}><Select allowClear style={{ maxWidth: 320 }} placeholder={plan.regions.find(({ id }) => id === plan.region)?.label} options={plan.regions.map(({ id, label }) => ({ value: id, label }))} /></Form.Item>
      )}
      {mayGrade && <IntakeGrade plan={plan} />}
    </>
  );
}

function StaffInputs() {
  const t = caseTexts.useT();
  const word = useCaseWord();
  return (
    <>
      <Form.Item name="channel" label={t('intake.channel')}><Select options={CHANNELS.map((channel) => ({ value: channel, label: word('channel', channel) }))} style={{ maxWidth: 200 }} /></Form.Item>
      <Form.Item name="at" label={t('intake.at')} extra={t('act.atHint')} rules={[happened(slipTexts.t('at.future'))]}><InstantPicker only="past" /></Form.Item>
    </>
  );
}
