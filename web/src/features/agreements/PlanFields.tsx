import { Alert, Form, Radio, Select, Skeleton } from 'antd';
import { $api } from '@/shared/api/client';
import styles from './agreements.module.css';
import { AnswerInput } from './AnswerInput';
import { askedField, inOrderOfClauses } from './asked';
import { openChoices, withSuggestions, type FormValues, type Parameter, type Plan } from './model';
import { OwnLimits } from './OwnLimits';
import { agreementTexts } from './texts';

type Props = { plan: Plan | undefined; busy: boolean; onChange: () => void };

/** Which plan, in which version, and everything it leaves to the agreement. */
export function PlanFields({ plan, busy, onChange }: Props) {
  const t = agreementTexts.useT();
  const form = Form.useFormInstance<FormValues>();
  const chosen = Form.useWatch('plan', form);
  const list = $api.useQuery('get', '/api/plans', { params: { query: { limit: 200 } } }).data?.items ?? [];
  const versions = $api.useQuery('get', '/api/plans/{id}', { params: { path: { id: chosen ?? '' } } }, { enabled: Boolean(chosen) }).data?.versions ?? [];
  const required = { required: true, message: t('missing') };
  const choosePlan = (id: string) => {
    const latest = list.find((one) => one.id === id)?.latest_version;
    form.setFieldsValue({ plan_version: latest ?? undefined });
    form.setFieldValue('terms', { answers: {}, own: [], chosen: {} });
    onChange();
  };
  return (
    <>
      <div className={styles['pair']}>
        <Form.Item name="plan" label={t('field.plan')} rules={[required]}>
          <Select showSearch={{ optionFilterProp: 'label' }} onChange={choosePlan} options={list.filter((one) => one.latest_version || one.id === chosen).map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
        <Form.Item name="plan_version" label={t('field.version')} rules={[required]}>
          <Select disabled={!chosen} options={versions.map(({ id, number }, index) => ({ value: id, label: t(index === 0 ? 'version.latest' : 'version', { number }) }))} />
        </Form.Item>
      </div>
      {busy && <Skeleton active title={false} />}
      {!plan && !busy && <p className={styles['soft']}>{t('plan.choose')}</p>}
      {plan && <Levels plan={plan} />}
      {plan && <Asked key={plan.title} plan={plan} onChange={onChange} />}
      {plan && <Choices plan={plan} />}
      {plan && <OwnLimits plan={plan} />}
    </>
  );
}

function Levels({ plan }: { plan: Plan }) {
  const t = agreementTexts.useT();
  const levels = named(plan.service_levels);
  const regions = named(plan.regions);
  if (levels.length + regions.length === 0) return null;
  return (
    <div className={styles['pair']}>
      {levels.length > 0 && <Form.Item name={['terms', 'service_level']} label={t('field.level')} extra={t('field.levelHint')}><Select allowClear options={levels} /></Form.Item>}
      {regions.length > 0 && <Form.Item name={['terms', 'region']} label={t('field.region')} extra={t('field.regionHint')}><Select allowClear options={regions} /></Form.Item>}
    </div>
  );
}

function named(list: readonly { id: string; label: string }[] | undefined) {
  return (list ?? []).map(({ id, label }) => ({ value: id, label }));
}

/** What the plan leaves out is asked when it is applied. */
function Asked({ plan, onChange }: { plan: Plan; onChange: () => void }) {
  const t = agreementTexts.useT();
  const form = Form.useFormInstance<FormValues>();
  const parameters = inOrderOfClauses(plan.parameters ?? [], plan.clauses);
  const suggest = () => {
    form.setFieldValue(['terms', 'answers'], withSuggestions((form.getFieldValue(['terms', 'answers']) as FormValues['terms']['answers'] | undefined) ?? {}, plan));
    onChange();
  };
  const open = parameters.some(({ suggested }) => suggested);
  return (
    <section aria-label={t('asked')} style={{ marginBlock: 8 }}>
      <h3 style={{ fontSize: 14 }}>{t('asked')}</h3>
      <p className={styles['soft']} style={{ marginBottom: 12 }}>{parameters.length === 0 ? t('asked.none') : t('asked.hint')} {open && <button type="button" onClick={suggest} style={{ all: 'unset', cursor: 'pointer', color: 'var(--jn-accent)' }}>{t('asked.suggest')}</button>}</p>
      {parameters.map((parameter) => <Question key={parameter.id} parameter={parameter} field={askedField(plan.clauses, parameter.id)} />)}
    </section>
  );
}

function Question({ parameter, field }: { parameter: Parameter; field: string | undefined }) {
  const t = agreementTexts.useT();
  const optional = parameter.unanswered === 'no_promise';
  return (
    <Form.Item
      name={['terms', 'answers', parameter.id]}
      label={parameter.question}
      {...(optional && { extra: t('asked.optional') })}
      rules={optional ? [] : [{ required: true, whitespace: true, message: t('missing') }]}
    >
      <AnswerInput parameter={parameter} field={field} />
    </Form.Item>
  );
}

function Choices({ plan }: { plan: Plan }) {
  const t = agreementTexts.useT();
  return openChoices(plan).map(({ key, asked, clauses, reason }) => (
    <section key={key}>
      <Form.Item name={['terms', 'chosen', key]} label={t('choice.asked', { clauses: asked })} extra={t('choices.needed')}>
        <Radio.Group options={clauses.map((clause) => ({ value: clause.id, label: `${clause.heading}：${clause.text}` }))} style={{ display: 'grid', gap: 8 }} />
      </Form.Item>
      {reason && <Alert type="info" title={reason} style={{ marginBottom: 16 }} />}
    </section>
  ));
}
