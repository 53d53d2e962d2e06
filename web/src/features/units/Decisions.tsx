import { Button, Card, DatePicker, Form, Input, Modal, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { useCreateKeys } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { TimeText } from '@/shared/components/text';
import { formatInstant, formatNamed, formatRow } from '@/shared/format';
import { useNow } from '@/shared/hooks/useNow';
import { useMay } from '@/shared/session/useMe';
import { decisionTexts } from './decisionTexts';

type Charges = components['schemas']['Charges'];
type Values = { from: Dayjs; until?: Dayjs | null; charges?: Charges; reason: string };
type T = ReturnType<typeof decisionTexts.useT>;

const COSTS = ['labour', 'parts', 'travel', 'shipping'] as const;
const CHARGES = ['free', 'at_cost', 'price_list', 'by_quote', 'refused'] as const satisfies readonly Charges['labour'][];

/** What the customer pays, cost by cost, in words. */
export function chargesInWords(t: T, charges: Charges) {
  return formatRow(COSTS.map((cost) => `${t(`cost.${cost}`)} ${t(`charge.${charges[cost]}`)}`), 'phrases');
}

/** What people decided about who pays for this unit, the last first; somebody entitled can decide anew. */
export function Decisions({ unit }: { unit: string }) {
  const t = decisionTexts.useT();
  const may = useMay('entitlement.override');
  const [dialog, setDialog] = useState<'decide' | 'back' | 'none'>('none');
  const { data, error } = $api.useQuery('get', '/api/units/{id}/entitlement/decisions', { params: { path: { id: unit } } });
  const last = data?.items[0];
  return (
    <Card
      title={t('title')}
      extra={may && (
        <Space>
          {last?.charges && <Button size="small" onClick={() => setDialog('back')}>{t('back')}</Button>}
          <Button size="small" onClick={() => setDialog('decide')}>{t('decide')}</Button>
        </Space>
      )}
    >
      <p style={{ marginTop: 0, color: 'var(--jn-ink-soft)' }}>{t('hint')}</p>
      <ProblemAlert error={error} />
      {data && data.items.length === 0 && <p style={{ marginBottom: 0 }}>{t('none')}</p>}
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {data?.items.map((made) => (
          <li key={made.seq} style={{ marginBottom: 8 }}>
            <div>{formatNamed(made.until ? t('between', { from: made.from, until: made.until }) : t('from', { from: made.from }), made.charges ? chargesInWords(t, made.charges) : t('plan'))}</div>
            <q>{made.reason}</q> <TimeText at={made.at} as="short" />
          </li>
        ))}
      </ul>
      {dialog !== 'none' && <Decide unit={unit} kind={dialog} onClose={() => setDialog('none')} />}
    </Card>
  );
}

function Decide({ unit, kind, onClose }: { unit: string; kind: 'decide' | 'back'; onClose: () => void }) {
  const t = decisionTexts.useT();
  const keys = useCreateKeys();
  const today = formatInstant(useNow(), 'day');
  const [form] = Form.useForm<Values>();
  const decide = $api.useMutation('post', '/api/units/{id}/entitlement/decisions', {
    onSuccess: () => {
      onClose();
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/units/{id}/entitlement') });
    },
  });
  const rest = useFieldProblems(form, decide.error);
  const required = { required: true, message: t('missing') };
  const send = ({ from, until, charges, reason }: Values) => {
    const body = { from: from.format('YYYY-MM-DD'), until: until ? until.format('YYYY-MM-DD') : null, charges: kind === 'decide' ? (charges ?? null) : null, reason };
    decide.mutate({ params: { path: { id: unit }, header: keys.of(body) }, body });
  };
  const title = t(kind);
  return (
    <Modal open title={title} okText={title} cancelText={t('cancel')} okButtonProps={{ loading: decide.isPending }} onOk={() => form.submit()} onCancel={onClose} width={480}>
      <p style={{ marginBottom: 12 }}>{kind === 'back' ? t('backText') : t('hint')}</p>
      <Form form={form} layout="vertical" initialValues={{ from: dayjs(today) }} onFinish={send}>
        {kind === 'decide' && COSTS.map((cost) => (
          <Form.Item key={cost} name={['charges', cost]} label={t(`cost.${cost}`)} rules={[required]} layout="horizontal" labelCol={{ span: 6 }}>
            <Select options={CHARGES.map((value) => ({ value, label: t(`charge.${value}`) }))} />
          </Form.Item>
        ))}
        <Space size={16} align="start">
          <Form.Item name="from" label={t('field.from')} rules={[required]}><DatePicker allowClear={false} /></Form.Item>
          {kind === 'decide' && <Form.Item name="until" label={t('field.until')} extra={t('field.untilHint')}><DatePicker /></Form.Item>}
        </Space>
        <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, whitespace: true, message: t('missing') }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={4_000} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
