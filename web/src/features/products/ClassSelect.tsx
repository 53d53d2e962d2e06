import { Select } from 'antd';
import { useState } from 'react';
import { CLASS_SOURCES, classWords, newCode, type KnownClass } from './classes';
import { partName } from '@/shared/words/partName';
import { productTexts } from './texts';

type Props = {
  known: readonly KnownClass[];
  /** Classes of the other lines: each is listed once. */
  taken: readonly string[];
  loading: boolean;
  /** Given by the form. */
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
};

/** Chooses a class of components by its name, from those there are; what is typed and is none of them can be a new one. */
export function ClassSelect({ known, taken, loading, id, value, onChange }: Props) {
  const t = productTexts.useT();
  const [text, setText] = useState('');
  const option = ({ class: code, name }: KnownClass) => {
    const words = classWords({ class: code, name });
    return taken.includes(code) ? { value: code, label: t('class.taken', { name: words }), disabled: true } : { value: code, label: words };
  };
  const groups = CLASS_SOURCES.map((source) => ({ label: t(`class.${source}`), options: known.filter((one) => one.source === source).map(option) }));
  const isKnown = (code: string) => known.some((one) => one.class === code) || taken.includes(code);
  const typed = newCode(text);
  const fresh = [...new Set([typed, value])].flatMap((code) => (code && !isKnown(code) ? [{ value: code, label: code === value ? (partName(code) ?? code) : t('class.new', { code }) }] : []));
  return (
    <Select
      {...(id && { id })}
      aria-label={t('field.class')}
      placeholder={t('class.choose')}
      showSearch={{ filterOption: (input, found) => fits(input, found), onSearch: setText }}
      loading={loading}
      style={{ flex: '1 1 0', minWidth: 0 }}
      popupMatchSelectWidth={false}
      {...(value && { value })}
      onChange={(chosen: string) => onChange?.(chosen)}
      options={[...groups, { label: t('class.other'), options: fresh }].filter(({ options }) => options.length > 0)}
      notFoundContent={t(text.trim() === '' ? 'class.none' : 'class.howNew')}
    />
  );
}

/** Whether a class fits what is typed, by its words or its code; a group shows for its classes alone. */
function fits(input: string, found: { label?: unknown; value?: unknown } | undefined): boolean {
  if (typeof found?.value !== 'string') return false;
  return found.value === newCode(input) || String(found.label).toLowerCase().includes(input.trim().toLowerCase());
}
