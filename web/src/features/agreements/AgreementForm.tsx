import { Button, Card, Form } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import styles from './agreements.module.css';
import { BasicFields } from './BasicFields';
import { fieldsOf, useFormError, type Fields, type FormValues } from './model';
import { PlanFields } from './PlanFields';
import { Preview } from './Preview';
import { SubjectFields } from './SubjectFields';
import { agreementTexts } from './texts';

type Props = {
  initial: FormValues;
  /** The customer of an agreement that is there: it never changes. */
  fixed?: { id: string; name: string };
  submitText: string;
  busy: boolean;
  error: unknown;
  onSubmit: (customer: string, fields: Fields) => void;
  onCancel: () => void;
};

/** Everything an agreement says, with what would hold beside it. */
export function AgreementForm({ initial, fixed, submitText, busy, error, onSubmit, onCancel }: Props) {
  const t = agreementTexts.useT();
  const [form] = Form.useForm<FormValues>();
  // All values, also of fields that are not drawn: what is seen beside the form is what will be sent.
  const [values, setValues] = useState(initial);
  const read = () => setValues(form.getFieldsValue(true) as FormValues);
  const version = $api.useQuery('get', '/api/plan-versions/{id}', { params: { path: { id: values.plan_version ?? '' } } }, { enabled: Boolean(values.plan_version) });
  const plan = values.plan_version ? version.data?.body : undefined;
  const rest = useFieldProblems(form, useFormError(error));
  const submit = () => {
    const all = form.getFieldsValue(true) as FormValues;
    if (plan) onSubmit(all.customer ?? '', fieldsOf(all, plan));
  };
  return (
    <Form form={form} layout="vertical" initialValues={initial} onValuesChange={read} onFinish={submit} scrollToFirstError={{ block: 'center', focus: true }}>
      <div className={styles['form']}>
        <div className={styles['column']}>
          <Card title={t('basics')}><BasicFields fixed={fixed} onChange={read} /></Card>
          <Card title={t('plan')}><PlanFields plan={plan} busy={version.isLoading} onChange={read} /></Card>
          <Card title={t('subjects')}><SubjectFields customer={values.customer} onChange={read} /></Card>
          <ProblemAlert error={version.error ?? rest} />
          <div className={styles['foot']}>
            <Button type="primary" htmlType="submit" size="large" loading={busy}>{submitText}</Button>
            <Button size="large" onClick={onCancel}>{t('cancel')}</Button>
          </div>
        </div>
        <div className={styles['aside']}><Preview values={values} plan={plan} /></div>
      </div>
    </Form>
  );
}
