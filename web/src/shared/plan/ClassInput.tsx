import { Select } from 'antd';
import { useState } from 'react';
import { partName } from '@/shared/words/partName';
import { useWords } from './useWords';

/** Classes of components that have a word in both languages. */
const USUAL = ['main-parts', 'wear-parts', 'compressor', 'motor', 'battery', 'controller', 'bulb', 'waterproofing', 'wiring'] as const;
/** How the API lets a class be written. */
const CODE = /^[a-z0-9][a-z0-9-]{0,63}$/;

type Props = { label: string; value: string; onChange: (value: string) => void };

/** A class of components by its name, as everywhere else; one nobody named before is typed as a code. */
export function ClassInput({ label, value, onChange }: Props) {
  const word = useWords();
  const [typed, setTyped] = useState('');
  const codes = new Set([...USUAL, ...[value, typed.trim().toLowerCase()].filter((code) => CODE.test(code))]);
  return (
    <Select
      {...(value && { value })}
      aria-label={label}
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
      options={[...codes].map((code) => ({ value: code, label: partName(code) ?? word(code) }))}
      onChange={onChange}
    />
  );
}
