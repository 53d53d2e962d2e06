import { keepPreviousData } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { useIsOurs } from '@/shared/session/useMe';
import { caseTexts } from './texts';
import { ownUnitWords, unitWords } from './unitWords';

export type Unit = components['schemas']['UnitView'];

type Props = { id?: string; chosen: Unit | undefined; onChoose: (unit: Unit | undefined) => void };

/** Finds a unit by any part of what it is known by. */
export function UnitPicker({ id, chosen, onChoose }: Props) {
  const t = caseTexts.useT();
  const words = useIsOurs() ? unitWords : ownUnitWords;
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data } = $api.useQuery('get', '/api/units', { params: { query: { ...(q && { q }), limit: 20 } } }, { placeholderData: keepPreviousData });
  const found = data?.items ?? [];
  const units = chosen && !found.some((unit) => unit.id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      {...(id !== undefined && { id })}
      allowClear
      showSearch
      filterOption={false}
      placeholder={t('intake.unitHint')}
      value={chosen?.id ?? null}
      onSearch={setText}
      onChange={(unit: string | null) => onChoose(units.find((one) => one.id === unit))}
      options={units.map((unit) => ({ value: unit.id, label: words(unit) }))}
    />
  );
}
