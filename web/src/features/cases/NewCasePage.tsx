import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Card, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { useCreateKey } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { InstantPicker } from '@/shared/components/InstantPicker';
import { PageHeader } from '@/shared/components/PageHeader';
import { ProblemAlert } from '@/shared/components/states';
import { useMe } from '@/shared/session/useMe';
import { CallerPanel } from './CallerPanel';
import { useCaseWord } from './caseWordTexts';
import styles from './cases.module.css';
import { caseTexts } from './texts';
import { UnitPicker, type Unit } from './UnitPicker';
import { showCase } from './useActs';

type Report = components['schemas']['Report'];
type Values = Omit<Report, 'slip'> & { slip: Partial<Report['slip']> };

const CHANNELS = ['phone', 'mail', 'web', 'fax', 'counter', 'inspection', 'app', 'code'] as const;
const NO_SLIP = { name: '', phone: '', address: '', content: '', wishes: '' };

/** Takes a report: by telephone with the caller's file beside it, or as a plain form for customers. */
export default function NewCasePage() {
  const t = caseTexts.useT();
  const word = useCaseWord();
  const navigate = useNavigate();
  const key = useCreateKey();
  const isCustomer = useMe().roles.includes('customer');
  const [form] = Form.useForm<Values>();
  const phone = Form.useWatch(['slip', 'phone'], form) ?? '';
  const [unit, setUnit] = useState<Unit>();
  const report = $api.useMutation('post', '/api/cases', {
    onSuccess: (opened) => {
      showCase(opened);
      return navigate({ to: '/cases/$id', params: { id: opened.id } });
    },
  });
  const rest = useFieldProblems(form, report.error);
  const choose = (chosen: Unit | undefined) => {
    setUnit(chosen);
    form.setFieldsValue({ unit: chosen?.id ?? null });
    if (chosen && !form.getFieldValue(['slip', 'address'])) form.setFieldValue(['slip', 'address'], [chosen.site_name, chosen.place].filter(Boolean).join(' '));
  };
  const send = (values: Values) => report.mutate({ params: { header: key }, body: { ...values, slip: { ...NO_SLIP, ...values.slip } } });
  const required = { required: true, whitespace: true, message: t('act.missing') };
  return (
    <>
      <PageHeader title={t('intake.title')} hint={isCustomer ? t('intake.hintCustomer') : t('intake.hint')} />
      <div className={styles['page']}>
        <Card>
          <Form form={form} layout="vertical" initialValues={{ channel: isCustomer ? 'web' : 'phone' }} onFinish={send} scrollToFirstError>
            {!isCustomer && (
              <Form.Item name="channel" label={t('intake.channel')}><Select options={CHANNELS.map((channel) => ({ value: channel, label: word('channel', channel) }))} style={{ maxWidth: 200 }} /></Form.Item>
            )}
            {isCustomer && <Form.Item name="channel" hidden><Input /></Form.Item>}
            <Form.Item name={['slip', 'phone']} label={t('slip.phone')}><Input type="tel" maxLength={40} autoComplete="off" /></Form.Item>
            <Form.Item name={['slip', 'name']} label={t('slip.name')}><Input maxLength={200} autoComplete="off" /></Form.Item>
            <Form.Item name="unit" label={t('intake.unit')}><UnitPicker chosen={unit} onChoose={choose} /></Form.Item>
            {unit && !unit.agreement && <Alert type="warning" showIcon title={t('intake.noAgreement')} style={{ marginBottom: 16 }} />}
            <Form.Item name={['slip', 'content']} label={t('slip.content')} rules={[required]}><Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={40_000} /></Form.Item>
            <Form.Item name={['slip', 'address']} label={t('slip.address')}><Input maxLength={200} /></Form.Item>
            <Form.Item name={['slip', 'wishes']} label={t('slip.wishes')}><Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={40_000} /></Form.Item>
            {!isCustomer && (
              <>
                {!unit && <Form.Item name="agreement" label={t('intake.agreement')} extra={t('intake.agreementHint')}><Input /></Form.Item>}
                <Form.Item name="question" label={t('intake.question')} extra={t('intake.questionHint')}><Input /></Form.Item>
                <Form.Item name="at" label={t('intake.at')} extra={t('act.atHint')}><InstantPicker only="past" /></Form.Item>
              </>
            )}
            <ProblemAlert error={rest} />
            <Button type="primary" htmlType="submit" size="large" loading={report.isPending}>{t('intake.submit')}</Button>
          </Form>
        </Card>
        {!isCustomer && (
          <CallerPanel
            phone={phone}
            unit={unit}
            onName={(name) => form.setFieldValue(['slip', 'name'], name)}
            onUnit={choose}
          />
        )}
      </div>
    </>
  );
}
