import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { HoursInput } from './HoursInput';
import styles from './calendars.module.css';
import { OVERRIDE_KINDS, type Override } from './spec';
import { calendarTexts } from './texts';

const DATE = 'YYYY-MM-DD';

type Props = { overrides: readonly Override[]; onChange: (overrides: Override[]) => void; disabled: boolean };

/** Dated exceptions in both directions: off, worked, other hours. */
export function OverrideEditor({ overrides, onChange, disabled }: Props) {
  const t = calendarTexts.useT();
  const set = (key: string, change: Partial<Override>) => onChange(overrides.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const add = () => onChange([...overrides, { key: crypto.randomUUID(), kind: 'holiday', from: '', to: '', name: '', hours: [] }]);
  return (
    <>
      {overrides.map((line) => (
        <div key={line.key} className={styles['override']}>
          <Select aria-label={t('overrides.kind')} disabled={disabled} value={line.kind} onChange={(kind) => set(line.key, { kind })} options={OVERRIDE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
          <DatePicker.RangePicker
            aria-label={t('overrides.dates')}
            disabled={disabled}
            value={line.from ? [dayjs(line.from), dayjs(line.to)] : null}
            onChange={(dates) => set(line.key, { from: dates?.[0]?.format(DATE) ?? '', to: dates?.[1]?.format(DATE) ?? '' })}
          />
          <Input aria-label={t('overrides.name')} placeholder={t('overrides.name')} disabled={disabled} maxLength={40} value={line.name} onChange={(event) => set(line.key, { name: event.target.value })} />
          {line.kind === 'holiday' ? <span /> : <HoursInput label={t('overrides.hours')} value={line.hours} disabled={disabled} onChange={(hours) => set(line.key, { hours })} />}
          {!disabled && <Button type="text" icon={<DeleteOutlined />} aria-label={t('overrides.remove')} title={t('overrides.remove')} onClick={() => onChange(overrides.filter(({ key }) => key !== line.key))} />}
        </div>
      ))}
      {!disabled && <Button type="dashed" icon={<PlusOutlined />} onClick={add} style={{ marginTop: 12 }}>{t('overrides.add')}</Button>}
    </>
  );
}
