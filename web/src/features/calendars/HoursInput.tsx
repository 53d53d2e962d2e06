import { Select } from 'antd';
import { useState } from 'react';
import { readInterval } from './spec';
import { calendarTexts } from './texts';

type Props = { value: readonly string[]; onChange: (hours: string[]) => void; label: string; disabled?: boolean };

/** A list of open intervals, typed as people write them and kept as the calendar file writes them. */
export function HoursInput({ value, onChange, label, disabled = false }: Props) {
  const t = calendarTexts.useT();
  const [bad, setBad] = useState<string>();
  const take = (texts: string[]) => {
    const wrong = texts.find((text) => readInterval(text) === undefined);
    setBad(wrong);
    const read = texts.map(readInterval).filter((interval) => interval !== undefined);
    onChange([...new Set(read)].toSorted());
  };
  return (
    <div>
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        aria-label={label}
        disabled={disabled}
        value={[...value]}
        onChange={take}
        tokenSeparators={[',', '，', '、', ';']}
        placeholder={t('week.placeholder')}
        status={bad === undefined ? '' : 'error'}
        style={{ width: '100%' }}
      />
      {bad !== undefined && <span role="alert" style={{ color: 'var(--jn-broken)' }}>{t('week.bad', { text: bad })}</span>}
    </div>
  );
}
