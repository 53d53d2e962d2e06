import { Button, Input, InputNumber, Select } from 'antd';
import { DiscountInput } from '@/shared/plan/DiscountInput';
import { useWords } from '@/shared/plan/useWords';
import { LimitInput } from '@/shared/plan/LimitInput';
import { useCalendars } from '@/shared/plan/useCalendars';
import { formatFen, parseYuan } from '@/shared/format';
import { formatLimit } from '@/shared/words';
import { CHARGES } from '@/shared/words/charges';
import { unitOf } from './asked';
import type { Parameter } from './model';
import { agreementTexts } from './texts';

type Props = { id?: string; parameter: Parameter; /** The field of a clause that the answer fills. */ field?: string | undefined; value?: string; onChange?: (value: string | undefined) => void };

/** One answer, by the kind of thing the plan asks for. The form keeps it as the API writes it. */
export function AnswerInput({ id, parameter, field, value, onChange }: Props) {
  const t = agreementTexts.useT();
  const change = (next: string | undefined) => onChange?.(next);
  const named = id === undefined ? {} : { id };
  const unit = unitOf(field);
  const isSpan = parameter.answer === 'limit' || parameter.answer === 'term';
  if (isSpan && !value) {
    const start = parameter.suggested ?? (parameter.answer === 'term' ? 'months:12' : 'natural:PT24H');
    return <Button {...named} onClick={() => change(start)}>{t('asked.set', { value: formatLimit(start) })}</Button>;
  }
  switch (parameter.answer) {
    case 'limit':
    case 'term':
      return (
        <div style={{ display: 'flex', gap: 8 }}>
          <LimitInput {...named} label={parameter.question} term={parameter.answer === 'term'} value={value ?? ''} onChange={change} />
          {parameter.unanswered === 'no_promise' && <Button type="text" onClick={() => change(undefined)}>{t('asked.clear')}</Button>}
        </div>
      );
    case 'number':
      return <InputNumber {...named} min={0} precision={0} value={value ? Number(value) : null} onChange={(next) => change(next === null ? undefined : String(next))} style={{ width: 200 }} {...(unit && { suffix: t(`unitWord.${unit}`) })} {...(parameter.suggested && { placeholder: parameter.suggested })} />;
    case 'fen':
      return <YuanInput {...named} value={value} onChange={change} />;
    case 'basis_points':
      return <DiscountInput {...named} value={value} suggested={parameter.suggested} onChange={change} />;
    case 'charge':
      return <ChargePicker {...named} value={value} onChange={change} />;
    case 'calendar':
      return <CalendarPicker {...named} value={value} onChange={change} />;
    default:
      return <Input {...named} maxLength={500} value={value ?? ''} onChange={(event) => change(event.target.value)} {...(parameter.suggested && { placeholder: parameter.suggested })} />;
  }
}

type PartProps = { id?: string; value: string | undefined; onChange: (value: string | undefined) => void };

function YuanInput({ id, value, onChange }: PartProps) {
  return (
    <Input
      {...(id !== undefined && { id })}
      key={value === undefined ? 'empty' : 'set'}
      inputMode="decimal"
      prefix="¥"
      style={{ width: 200 }}
      defaultValue={value ? formatFen(Number(value)).replace('¥', '') : ''}
      onBlur={(event) => {
        const fen = parseYuan(event.target.value);
        onChange(fen === undefined ? undefined : String(fen));
      }}
    />
  );
}

function ChargePicker({ id, value, onChange }: PartProps) {
  const word = useWords();
  return <Select {...(id !== undefined && { id })} allowClear value={value ?? null} onChange={(next: string | null) => onChange(next ?? undefined)} options={CHARGES.map((one) => ({ value: one, label: word(one) }))} style={{ maxWidth: 320 }} />;
}

function CalendarPicker({ id, value, onChange }: PartProps) {
  const { options } = useCalendars();
  return <Select {...(id !== undefined && { id })} allowClear value={value ?? null} onChange={(next: string | null) => onChange(next ?? undefined)} options={options} style={{ maxWidth: 320 }} />;
}
