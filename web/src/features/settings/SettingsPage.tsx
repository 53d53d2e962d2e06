import { Alert, App, Button, Card, Form, Input, InputNumber, Select, Space, Switch, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { PageHeader } from '@/shared/components/PageHeader';
import { PlanVersionSelect } from '@/shared/components/PlanVersionSelect';
import { useBase } from '@/shared/hooks/useBase';
import { LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { PasswordInput } from '@/shared/components/PasswordInput';
import { useWords } from '@/shared/plan/useWords';
import { settingsTexts } from './texts';

type Settings = components['schemas']['SettingsView'];
type Change = components['schemas']['ChangeSettings'];

const TIME = 'HH:mm';
/** The form keeps `HH:mm` texts; the picker speaks its own type. */
const asTime = {
  getValueProps: (value: string | undefined) => ({ value: value ? dayjs(`2000-01-01T${value}`) : undefined }),
  getValueFromEvent: (value: Dayjs | null) => value?.format(TIME),
};

/** `MM-DD`. */
const DAY_OF_YEAR = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export default function SettingsPage() {
  const { data, error, refetch } = $api.useQuery('get', '/api/settings');
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return <SettingsForm settings={data} />;
}

function SettingsForm({ settings }: { settings: Settings }) {
  const t = settingsTexts.useT();
  const { message } = App.useApp();
  const [form] = Form.useForm<Change>();
  const [mail, setMail] = useState(settings.mail ? 'on' : 'off');
  const [quiet, setQuiet] = useState(settings.quiet_hours ? 'on' : 'off');
  const save = $api.useMutation('put', '/api/settings', {
    onSuccess: (saved) => {
      void message.success(t('saved'));
      base.settle(saved);
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['/api/settings', '/api/me', '/api/public/info'].includes(String(queryKey[1])) });
    },
  });
  const fill = (shown: Settings) => {
    form.resetFields();
    form.setFieldsValue(initial(shown));
    setMail(shown.mail ? 'on' : 'off');
    setQuiet(shown.quiet_hours ? 'on' : 'off');
  };
  const isTouched = () => form.isFieldsTouched() || (mail === 'on') !== Boolean(settings.mail) || (quiet === 'on') !== Boolean(settings.quiet_hours);
  const base = useBase({ shown: settings, isTouched, fill, error: save.error });
  const rest = useFieldProblems(form, save.error);
  const may = settings.actions.some(({ name, allowed }) => name === 'change' && allowed);
  const required = { required: true, whitespace: true, message: t('missing') };
  const send = (values: Change) =>
    save.mutate({
      params: { header: ifMatch(base.version()) },
      body: { ...values, heating_season: values.heating_season?.from && values.heating_season.until ? values.heating_season : null, mail: mail === 'on' && values.mail ? { ...values.mail, password: values.mail.password || null } : null, quiet_hours: quiet === 'on' ? (values.quiet_hours ?? null) : null },
    });
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {!may && <Alert type="info" showIcon title={t('readonly')} style={{ marginBottom: 16, maxWidth: 720 }} />}
      <Form form={form} layout="vertical" disabled={!may} initialValues={initial(settings)} onFinish={send} style={{ display: 'grid', gap: 16, maxWidth: 720 }}>
        <Card title={t('company')}>
          <Form.Item name="company_name" label={t('company_name')} rules={[required]}><Input maxLength={100} /></Form.Item>
          <Form.Item name="hotline" label={t('hotline')} extra={t('hotlineHint')}><Input type="tel" maxLength={40} /></Form.Item>
          <Form.Item name="zone" label={t('zone')} extra={t('zoneHint')} rules={[required]}><Input /></Form.Item>
          <Form.Item name="language" label={t('language')} extra={t('languageHint')}>
            <Select options={[{ value: 'zh', label: t('language.zh') }, { value: 'en', label: t('language.en') }]} />
          </Form.Item>
          <Form.Item name="default_plan" label={t('defaultPlan')} extra={t('defaultPlanHint')}><PlanVersionSelect /></Form.Item>
          <Form.Item name="attended" label={t('attended')} extra={t('attendedHint')}><CalendarSelect /></Form.Item>
          <Form.Item label={t('heating')} extra={t('heatingHint')} style={{ marginBottom: 0 }}>
            <Space.Compact>
              {(['from', 'until'] as const).map((end) => (
                <Form.Item key={end} noStyle name={['heating_season', end]} rules={[{ pattern: DAY_OF_YEAR, message: t('heatingWrong') }]}><Input aria-label={t(`heating.${end}`)} placeholder={t(`heating.${end}`)} maxLength={5} style={{ width: 150 }} /></Form.Item>
              ))}
            </Space.Compact>
          </Form.Item>
        </Card>
        <Card title={t('quiet')} extra={<Switch aria-label={t('quiet.on')} checked={quiet === 'on'} onChange={(on) => setQuiet(on ? 'on' : 'off')} />}>
          <p style={{ color: 'var(--jn-ink-soft)' }}>{t('quietHint')}</p>
          {quiet === 'on' && (
            <Space size={16} style={{ marginTop: 12 }}>
              <Form.Item name={['quiet_hours', 'from']} label={t('quiet.from')} rules={[{ required: true, message: t('missing') }]} style={{ marginBottom: 0 }} {...asTime}><TimePicker format={TIME} minuteStep={5} needConfirm={false} /></Form.Item>
              <Form.Item name={['quiet_hours', 'to']} label={t('quiet.to')} rules={[{ required: true, message: t('missing') }]} style={{ marginBottom: 0 }} {...asTime}><TimePicker format={TIME} minuteStep={5} needConfirm={false} /></Form.Item>
            </Space>
          )}
        </Card>
        <Card title={t('mail')} extra={<Switch aria-label={t('mail.on')} checked={mail === 'on'} onChange={(on) => setMail(on ? 'on' : 'off')} />}>
          <p style={{ color: 'var(--jn-ink-soft)' }}>{t('mailHint')}</p>
          {mail === 'on' && <MailFields passwordIsSet={settings.mail?.password_is_set ?? false} />}
        </Card>
        <ProblemAlert error={rest} />
        {may && <div><Button type="primary" htmlType="submit" loading={save.isPending}>{t('save')}</Button></div>}
      </Form>
    </>
  );
}

/** The company's calendars by title; none where it is not said. */
function CalendarSelect(field: { value?: string | null; onChange?: (name: string | null) => void }) {
  const t = settingsTexts.useT();
  const word = useWords();
  const { data } = $api.useQuery('get', '/api/calendars');
  const options = (data?.items ?? []).map(({ name, title }) => ({ value: name, label: title === name ? word(name) : title }));
  return <Select allowClear placeholder={t('attendedNone')} options={options} {...field} onChange={(name: string | undefined) => field.onChange?.(name ?? null)} />;
}

function MailFields({ passwordIsSet }: { passwordIsSet: boolean }) {
  const t = settingsTexts.useT();
  const required = { required: true, message: t('missing') };
  return (
    <div style={{ marginTop: 12 }}>
      <Form.Item name={['mail', 'host']} label={t('mail.host')} rules={[required]}><Input placeholder="smtp.example.com" /></Form.Item>
      <Space size={16} wrap align="start">
        <Form.Item name={['mail', 'security']} label={t('mail.security')}>
          <Select style={{ width: 220 }} options={(['tls', 'starttls', 'none'] as const).map((value) => ({ value, label: t(`mail.security.${value}`) }))} />
        </Form.Item>
        <Form.Item name={['mail', 'port']} label={t('mail.port')} rules={[required]}><InputNumber min={1} max={65_535} precision={0} /></Form.Item>
      </Space>
      <Form.Item name={['mail', 'username']} label={t('mail.username')}><Input autoComplete="off" /></Form.Item>
      <Form.Item name={['mail', 'password']} label={t('mail.password')} {...(passwordIsSet && { extra: t('mail.passwordKept') })}><PasswordInput autoComplete="new-password" /></Form.Item>
      <Form.Item name={['mail', 'from']} label={t('mail.from')} rules={[required]} style={{ marginBottom: 0 }}><Input type="email" placeholder="service@example.com" /></Form.Item>
    </div>
  );
}

function initial({ company_name, hotline, zone, language, mail, quiet_hours, default_plan, attended, heating_season }: Settings) {
  return {
    company_name,
    hotline,
    zone,
    language,
    default_plan: default_plan ?? null,
    attended: attended ?? null,
    heating_season: heating_season ?? null,
    mail: mail ?? { security: 'tls', port: 465, username: '' },
    quiet_hours: quiet_hours ?? { from: '22:00', to: '07:00' },
  };
}
