import { Alert, App, Button, Card, Form, Space, Switch, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { PageHeader } from '@/shared/components/PageHeader';
import { useBase } from '@/shared/hooks/useBase';
import { LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { sessionTexts } from './texts';

type Choice = components['schemas']['MailChoiceView'];
type Values = { quiet_hours?: { from?: string; to?: string } };

const TIME = 'HH:mm';
const NIGHT = { from: '22:00', to: '07:00' };
/** The form keeps `HH:mm` texts; the picker speaks its own type. */
const asTime = {
  getValueProps: (value: string | undefined) => ({ value: value ? dayjs(`2000-01-01T${value}`) : undefined }),
  getValueFromEvent: (value: Dayjs | null) => value?.format(TIME),
};

/** Whether one's own notices come by mail as well, and when not. */
export default function MailPage() {
  const { data, error, refetch } = $api.useQuery('get', '/api/me/mail');
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return <MailForm choice={data} />;
}

function MailForm({ choice }: { choice: Choice }) {
  const t = sessionTexts.useT();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [mail, setMail] = useState(choice.wanted ? 'on' : 'off');
  const [quiet, setQuiet] = useState(choice.quiet_hours ? 'own' : 'company');
  const save = $api.useMutation('put', '/api/me/mail', {
    onSuccess: (kept) => {
      void message.success(t('mail.saved'));
      base.settle(kept);
      queryClient.setQueryData($api.queryOptions('get', '/api/me/mail').queryKey, kept);
    },
  });
  const fill = (shown: Choice) => {
    form.resetFields();
    form.setFieldsValue({ quiet_hours: shown.quiet_hours ?? NIGHT });
    setMail(shown.wanted ? 'on' : 'off');
    setQuiet(shown.quiet_hours ? 'own' : 'company');
  };
  const isTouched = () => form.isFieldsTouched() || (mail === 'on') !== choice.wanted || (quiet === 'own') !== Boolean(choice.quiet_hours);
  const base = useBase({ shown: choice, isTouched, fill, error: save.error });
  const rest = useFieldProblems(form, save.error);
  const send = ({ quiet_hours: hours }: Values) =>
    save.mutate({
      params: { header: ifMatch(base.version()) },
      body: { wanted: mail === 'on', quiet_hours: quiet === 'own' ? { from: hours?.from ?? '', to: hours?.to ?? '' } : null },
    });
  const required = { required: true, message: t('password.missing') };
  return (
    <>
      <PageHeader title={t('mail.title')} hint={t('mail.hint')} />
      <Form form={form} layout="vertical" initialValues={{ quiet_hours: choice.quiet_hours ?? NIGHT }} onFinish={send} style={{ display: 'grid', gap: 16, maxWidth: 640 }}>
        <Card title={t('mail.wanted')} extra={<Switch aria-label={t('mail.wanted')} checked={mail === 'on'} onChange={(on) => setMail(on ? 'on' : 'off')} />}>
          <p style={{ color: 'var(--jn-ink-soft)', lineHeight: 1.7 }}>{mail === 'on' ? t('mail.onHint') : t('mail.offHint')}</p>
        </Card>
        <Card title={t('mail.quiet')} extra={<Switch aria-label={t('mail.quiet')} checked={quiet === 'own'} onChange={(on) => setQuiet(on ? 'own' : 'company')} />}>
          <p style={{ color: 'var(--jn-ink-soft)', lineHeight: 1.7 }}>{quiet === 'own' ? t('mail.quietHint') : t('mail.quietCompany')}</p>
          {quiet === 'own' && (
            <Space size={16} wrap style={{ marginTop: 12 }}>
              <Form.Item name={['quiet_hours', 'from']} label={t('mail.from')} rules={[required]} style={{ marginBottom: 0 }} {...asTime}><TimePicker format={TIME} minuteStep={5} needConfirm={false} /></Form.Item>
              <Form.Item name={['quiet_hours', 'to']} label={t('mail.to')} rules={[required]} style={{ marginBottom: 0 }} {...asTime}><TimePicker format={TIME} minuteStep={5} needConfirm={false} /></Form.Item>
            </Space>
          )}
        </Card>
        <Alert type="info" showIcon title={t('mail.inApp')} />
        <ProblemAlert error={rest} />
        <div><Button type="primary" htmlType="submit" loading={save.isPending}>{t('mail.save')}</Button></div>
      </Form>
    </>
  );
}
