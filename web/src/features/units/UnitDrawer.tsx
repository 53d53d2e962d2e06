import { useRouter } from '@tanstack/react-router';
import { App, Button, Col, DatePicker, Drawer, Form, Input, InputNumber, Row, Segmented, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useDeferredValue, useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch, useCreateKeys } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { formatFen, formatInstant, parseYuan } from '@/shared/format';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import { useNow } from '@/shared/hooks/useNow';
import { useMay } from '@/shared/session/useMe';
import { DATE_KINDS } from './dates';
import { unitTexts } from './texts';

type Unit = components['schemas']['UnitView'];
type Fields = Omit<components['schemas']['UnitFields'], 'dates' | 'price_fen'> & { price_yuan?: string; dates?: Record<string, Dayjs | null> };

export function unitsChanged() {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/units') });
}

/** Registers a unit, or changes the one given. */
export function UnitDrawer({ unit, onClose }: { unit?: Unit; onClose: () => void }) {
  const t = unitTexts.useT();
  const router = useRouter();
  const { message } = App.useApp();
  const keys = useCreateKeys();
  const today = formatInstant(useNow(), 'day');
  const seesPrice = useMay('agreement.read');
  const [form] = Form.useForm<Fields>();
  const create = $api.useMutation('post', '/api/units', {
    onSuccess: (made) => {
      void message.success(t('created', { number: made.number }));
      router.history.push(`/units/${made.id}`);
      return unitsChanged();
    },
  });
  const change = $api.useMutation('put', '/api/units/{id}', {
    onSuccess: () => {
      void message.success(t('saved'));
      onClose();
      return unitsChanged();
    },
  });
  const version = useOpenedVersion(unit, change.error);
  const rest = useFieldProblems(form, unit ? change.error : create.error);
  const submit = ({ dates, price_yuan: yuan, ...values }: Fields) => {
    const known = Object.entries(dates ?? {}).flatMap(([kind, day]) => (day ? [[kind, day.format('YYYY-MM-DD')]] : []));
    const body = {
      ...values,
      site: values.site ?? null,
      branch: unit?.branch ?? null,
      usage_amount: values.usage_amount ?? null,
      price_fen: yuan ? (parseYuan(yuan) ?? null) : null,
      dates: Object.fromEntries(known) as Record<string, string>,
    };
    if (unit) change.mutate({ params: { path: { id: unit.id }, header: ifMatch(version()) }, body });
    else create.mutate({ params: { header: keys.of(body) }, body });
  };
  const days = (found: Unit) => Object.fromEntries(Object.entries(found.dates).map(([kind, day]) => [kind, dayjs(day as string)]));
  const initial = unit ? { ...unit, dates: days(unit), ...(typeof unit.price_fen === 'number' && { price_yuan: formatFen(unit.price_fen).slice(1) }) } : { card: 'present', proof: 'present', territory: 'domestic', place: '', note: '' };
  const required = { required: true, message: t('missing') };
  const papers = [{ value: 'present', label: t('paper.present') }, { value: 'missing', label: t('paper.missing') }];
  return (
    <Drawer
      open
      size={560}
      title={unit ? `${unit.model} · ${unit.serial}` : t('new')}
      onClose={onClose}
      footer={
        <Space style={{ justifyContent: 'flex-end', width: '100%' }}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={create.isPending || change.isPending} onClick={() => form.submit()}>{t('save')}</Button>
        </Space>
      }
    >
      <Form form={form} layout="vertical" initialValues={initial} onFinish={submit}>
        <Form.Item name="product" label={t('field.product')} rules={[required]}><ProductPicker {...(unit && { known: { value: unit.product, label: `${unit.model} ${unit.product_name}` } })} /></Form.Item>
        <Form.Item name="serial" label={t('field.serial')} rules={[{ ...required, whitespace: true }]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="customer" label={t('field.customer')} rules={[required]}><CustomerPicker {...(unit && { known: { value: unit.customer, label: unit.customer_name } })} /></Form.Item>
        <Row gutter={12}>
          <Col xs={24} sm={12}><Form.Item name="site" label={t('field.site')}><SitePicker form={form} /></Form.Item></Col>
          <Col xs={24} sm={12}><Form.Item name="place" label={t('field.place')}><Input maxLength={200} /></Form.Item></Col>
        </Row>
        <Form.Item label={t('field.dates')} extra={t('field.datesHint')} style={{ marginBottom: 12 }}>
          <Row gutter={[12, 8]}>
            {DATE_KINDS.map((kind) => (
              <Col key={kind} xs={12} sm={8}>
                <Form.Item name={['dates', kind]} label={t(`date.${kind}`)} style={{ marginBottom: 4 }} rules={[{ warningOnly: true, validator: (_, day: Dayjs | null | undefined) => (day && day.format('YYYY-MM-DD') > today ? Promise.reject(new Error(t('field.dayAhead'))) : Promise.resolve()) }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
              </Col>
            ))}
          </Row>
        </Form.Item>
        <Space size={24} wrap align="start">
          <Form.Item name="card" label={t('field.card')}><Segmented options={papers} /></Form.Item>
          <Form.Item name="proof" label={t('field.proof')}><Segmented options={papers} /></Form.Item>
          <Form.Item name="territory" label={t('field.territory')}>
            <Segmented options={[{ value: 'domestic', label: t('territory.domestic') }, { value: 'anywhere', label: t('territory.anywhere') }]} />
          </Form.Item>
        </Space>
        <Space size={24} wrap align="start">
          <Form.Item name="usage_amount" label={t('field.usage')} extra={t('field.usageHint')}><InputNumber min={0} precision={0} style={{ width: 180 }} /></Form.Item>
          {seesPrice && <Form.Item name="price_yuan" label={t('field.price')} extra={t('field.priceHint')} rules={[{ validator: (_, text: string | undefined) => (!text || parseYuan(text) !== undefined ? Promise.resolve() : Promise.reject(new Error(t('field.priceWrong')))) }]}><Input inputMode="decimal" prefix="¥" style={{ width: 180 }} /></Form.Item>}
        </Space>
        <Form.Item name="note" label={t('field.note')}><Input.TextArea rows={3} maxLength={4000} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Drawer>
  );
}

type Option = { value: string; label: string };
type PickerProps = { known?: Option; value?: string; onChange?: (value: string) => void };

/** Finds while one types; what was chosen before stays shown by its name. */
function Picker({ found, known, onSearch, ...rest }: PickerProps & { found: Option[]; onSearch: (text: string) => void }) {
  const options = known && !found.some(({ value }) => value === known.value) ? [known, ...found] : found;
  return <Select showSearch={{ filterOption: false, onSearch }} options={options} {...rest} />;
}

function ProductPicker(props: PickerProps) {
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data } = $api.useQuery('get', '/api/products', { params: { query: { ...(q && { q }), limit: 30 } } });
  return <Picker {...props} onSearch={setText} found={(data?.items ?? []).map(({ id, model, name }) => ({ value: id, label: `${model} ${name}` }))} />;
}

function CustomerPicker(props: PickerProps) {
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data } = $api.useQuery('get', '/api/customers', { params: { query: { ...(q && { q }), limit: 30 } } });
  return <Picker {...props} onSearch={setText} found={(data?.items ?? []).map(({ id, name, number }) => ({ value: id, label: `${name} (${number})` }))} />;
}

function SitePicker({ form, ...rest }: { form: ReturnType<typeof Form.useForm<Fields>>[0]; value?: string; onChange?: (value: string) => void }) {
  const customer = Form.useWatch('customer', form);
  const { data } = $api.useQuery('get', '/api/customers/{id}', { params: { path: { id: customer ?? '' } } }, { enabled: Boolean(customer) });
  return <Select allowClear {...rest} options={(data?.sites ?? []).map(({ id, name }) => ({ value: id, label: name }))} />;
}
