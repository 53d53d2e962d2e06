import { Form, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { $api } from '@/shared/api/client';
import { caseTexts } from './texts';

/** The serial number of a unit that is put on file while the call is taken. */
export function SerialItem() {
  const t = caseTexts.useT();
  return <Form.Item name="serial" label={t('coverage.serial')} rules={[{ required: true, whitespace: true, message: t('act.missing') }]}><Input maxLength={200} autoComplete="off" /></Form.Item>;
}

type FieldProps = { id?: string; value?: string | null; onChange?: (value: string | null) => void };

/** Finds a product by any part of its model or name. */
export function ProductField({ id, value, onChange }: FieldProps) {
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data } = $api.useQuery('get', '/api/products', { params: { query: { ...(q && { q }), limit: 30 } } });
  return (
    <Select
      {...(id !== undefined && { id })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value ?? null}
      onChange={(next: string | null) => onChange?.(next ?? null)}
      options={(data?.items ?? []).map((one) => ({ value: one.id, label: `${one.model} ${one.name}` }))}
    />
  );
}
