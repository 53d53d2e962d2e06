import { useRouter } from '@tanstack/react-router';
import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import { $api } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { formatInstant, parseYuan } from '@/shared/format';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import { useNow } from '@/shared/hooks/useNow';
import { asDay } from './BasicFields';
import { nextDay } from './days';
import { agreementsChanged, useFormError, type Agreement } from './model';
import { agreementTexts } from './texts';

type Props = { agreement: Agreement; onClose: () => void };
type Renewal = { ends_on?: string | null; plan_version?: string | null; contract_yuan?: string };

/** Adds an agreement that begins on the day after this one ends. */
export function RenewDialog({ agreement, onClose }: Props) {
  const t = agreementTexts.useT();
  const router = useRouter();
  const { message } = App.useApp();
  const [form] = Form.useForm<Renewal>();
  const versions = $api.useQuery('get', '/api/plans/{id}', { params: { path: { id: agreement.plan } } }).data?.versions ?? [];
  const renew = $api.useMutation('post', '/api/agreements/{id}/renew', {
    onSuccess: async (made) => {
      void message.success(t('renew.done', { number: made.number }));
      await agreementsChanged();
      router.history.push(`/agreements/${made.id}`);
    },
  });
  const version = useOpenedVersion(agreement, renew.error);
  const rest = useFieldProblems(form, useFormError(renew.error));
  const send = ({ ends_on, plan_version, contract_yuan }: Renewal) =>
    renew.mutate({
      params: { path: { id: agreement.id }, header: ifMatch(version()) },
      body: { ends_on: ends_on ?? null, plan_version: plan_version ?? null, contract_fen: contract_yuan ? (parseYuan(contract_yuan) ?? null) : null },
    });
  return (
    <Modal open title={t('renew.title', { number: agreement.number })} okText={t('action.renew')} cancelText={t('cancel')} okButtonProps={{ loading: renew.isPending }} onOk={() => form.submit()} onCancel={onClose} width={440}>
      {agreement.ends_on && <p style={{ marginBottom: 12, lineHeight: 1.7 }}>{t('renew.text', { day: nextDay(agreement.ends_on) })}</p>}
      <Form form={form} layout="vertical" onFinish={send}>
        <Form.Item name="ends_on" label={t('field.ends')} extra={t('field.endsHint')} {...asDay}><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="plan_version" label={t('renew.version')}>
          <Select allowClear placeholder={t('renew.same')} options={versions.map(({ id, number }) => ({ value: id, label: t('version', { number }) }))} />
        </Form.Item>
        <Form.Item name="contract_yuan" label={t('field.sum')} rules={[{ validator: (_, text: string | undefined) => (!text || parseYuan(text) !== undefined ? Promise.resolve() : Promise.reject(new Error(t('sum.wrong')))) }]}>
          <Input inputMode="decimal" prefix="¥" />
        </Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}

/** Ends an agreement early, for good. */
export function EndDialog({ agreement, onClose }: Props) {
  const t = agreementTexts.useT();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ on: string; reason: string }>();
  const end = $api.useMutation('post', '/api/agreements/{id}/end', {
    onSuccess: async () => {
      void message.success(t('end.done'));
      await agreementsChanged();
      onClose();
    },
  });
  const version = useOpenedVersion(agreement, end.error);
  const rest = useFieldProblems(form, end.error);
  const today = formatInstant(useNow(), 'day');
  const required = { required: true, message: t('missing') };
  return (
    <Modal open title={t('end.title', { number: agreement.number })} okText={t('action.end')} cancelText={t('cancel')} okButtonProps={{ danger: true, loading: end.isPending }} onOk={() => form.submit()} onCancel={onClose} width={440}>
      <p style={{ marginBottom: 12, lineHeight: 1.7 }}>{t('end.text')}</p>
      <Form form={form} layout="vertical" initialValues={{ on: today }} onFinish={(body) => end.mutate({ params: { path: { id: agreement.id }, header: ifMatch(version()) }, body })}>
        <Form.Item name="on" label={t('end.on')} rules={[required]} {...asDay}><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="reason" label={t('end.reason')} rules={[{ ...required, whitespace: true }]}><Input.TextArea rows={3} maxLength={500} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
