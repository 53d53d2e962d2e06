import { keepPreviousData } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { $api } from '@/shared/api/client';
import type { Intake } from './intake';
import { caseTexts } from './texts';

type Props = { id?: string; of: Intake['agreements']; hasUnit: boolean; value?: string | null; onChange?: (value: string | null) => void };

/** The agreement that serves: one of the unit's own, or, without a unit, any that is found. */
export function AgreementField({ id, of, hasUnit, value, onChange }: Props) {
  const t = caseTexts.useT();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data } = $api.useQuery('get', '/api/agreements', { params: { query: { ...(q && { q }), standing: 'running', limit: 20 } } }, { enabled: !hasUnit, placeholderData: keepPreviousData });
  const own = of.map((one) => ({ value: one.id, label: `${one.title} · ${one.number}` }));
  const found = (data?.items ?? []).map((one) => ({ value: one.id, label: `${one.title} · ${one.customer_name} · ${one.number}` }));
  const options = hasUnit ? own : [...own.filter((one) => !found.some((other) => other.value === one.value)), ...found];
  return (
    <Select
      {...(id !== undefined && { id })}
      allowClear
      placeholder={hasUnit ? undefined : t('intake.agreementFind')}
      showSearch={hasUnit ? { optionFilterProp: 'label' } : { filterOption: false, onSearch: setText }}
      value={value ?? (hasUnit ? (own[0]?.value ?? null) : null)}
      onChange={(next: string | null) => onChange?.(next ?? null)}
      options={options}
    />
  );
}
