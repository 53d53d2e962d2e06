import { keepPreviousData } from '@tanstack/react-query';
import { DatePicker, Form, Input, Segmented, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useDeferredValue, useState } from 'react';
import { $api } from '@/shared/api/client';
import { parseYuan } from '@/shared/format';
import { useNarrow } from '@/shared/hooks/useNarrow';
import styles from './agreements.module.css';
import { KINDS, type FormValues } from './model';
import { agreementTexts } from './texts';

/** The form keeps `2026-11-22`; the picker speaks its own type. */
export const asDay = {
  getValueProps: (value: string | null | undefined) => ({ value: value ? dayjs(value) : null }),
  getValueFromEvent: (value: Dayjs | null) => value?.format('YYYY-MM-DD') ?? null,
};

/** Whose agreement it is, of what kind, from when to when and for how much. */
export function BasicFields({ fixed, onChange }: { fixed: { id: string; name: string } | undefined; onChange: () => void }) {
  const t = agreementTexts.useT();
  const narrow = useNarrow();
  const form = Form.useFormInstance<FormValues>();
  const places = $api.useQuery('get', '/api/org').data?.items ?? [];
  const required = { required: true, message: t('missing') };
  const changed = () => {
    form.setFieldsValue({ units: [], sites: [] });
    onChange();
  };
  return (
    <>
      <Form.Item name="customer" label={t('field.customer')} rules={[required]}>
        {fixed ? <Select disabled options={[{ value: fixed.id, label: fixed.name }]} /> : <CustomerPicker onChange={changed} />}
      </Form.Item>
      <Form.Item name="kind" label={t('field.kind')}>
        <Segmented vertical={narrow} options={KINDS.map((value) => ({ value, label: <span title={t(`kindHint.${value}`)}>{t(`kind.${value}`)}</span> }))} />
      </Form.Item>
      <Form.Item name="title" label={t('field.title')} rules={[{ ...required, whitespace: true }]}><Input maxLength={200} placeholder={t('field.titleHint')} /></Form.Item>
      <div className={styles['pair']}>
        <Form.Item name="starts_on" label={t('field.starts')} rules={[required]} {...asDay}><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="ends_on" label={t('field.ends')} extra={t('field.endsHint')} {...asDay}><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="contract_yuan" label={t('field.sum')} extra={t('field.sumHint')} rules={[{ validator: (_, text: string | undefined) => (!text || parseYuan(text) !== undefined ? Promise.resolve() : Promise.reject(new Error(t('sum.wrong')))) }]}>
          <Input inputMode="decimal" prefix="¥" />
        </Form.Item>
        <Form.Item name="org" label={t('field.org')} extra={t('field.orgHint')}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={places.filter((place) => !place.closed).map((place) => ({ value: place.id, label: place.name }))} />
        </Form.Item>
      </div>
    </>
  );
}

type PickerProps = { id?: string; value?: string; onChange: (value: string) => void };

/** Form.Item hands over its own `onChange`; the page's runs after it. */
function CustomerPicker({ id, value, onChange }: PickerProps) {
  const form = Form.useFormInstance<FormValues>();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const list = $api.useQuery('get', '/api/customers', { params: { query: { ...(q && { q }), limit: 20 } } }, { placeholderData: keepPreviousData });
  const chosen = $api.useQuery('get', '/api/customers/{id}', { params: { path: { id: value ?? '' } } }, { enabled: Boolean(value) });
  const found = (list.data?.items ?? []).map((row) => ({ value: row.id, label: `${row.name} · ${row.number}` }));
  const known = chosen.data && !found.some((row) => row.value === value) ? [{ value: chosen.data.id, label: `${chosen.data.name} · ${chosen.data.number}` }, ...found] : found;
  return (
    <Select
      {...(id !== undefined && { id })}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value ?? null}
      options={known}
      loading={list.isFetching}
      onChange={(next: string) => {
        form.setFieldsValue({ customer: next, units: [], sites: [] });
        onChange(next);
      }}
    />
  );
}
