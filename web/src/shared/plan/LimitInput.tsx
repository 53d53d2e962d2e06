import { InputNumber, Select, Space } from 'antd';
import { formTexts } from './texts';

const UNITS = ['natural', 'natural-minutes', 'working', 'working-minutes', 'working-days', 'natural-days', 'months', 'years'] as const;
type Unit = (typeof UNITS)[number] | 'lifetime' | 'seasons';

type Props = { id?: string; label: string; value: string; onChange: (value: string) => void; /** Warranty terms are days, months, years, heating seasons or a lifetime. */ term: boolean };

/** `natural:PT24H` as 24 hours: an amount and its unit, because eight working hours and one day end at different moments. */
export function LimitInput({ id, label, value, onChange, term }: Props) {
  const t = formTexts.useT();
  const { amount, unit } = parse(value);
  const units: readonly Unit[] = term ? ['natural-days', 'months', 'years', 'seasons', 'lifetime'] : UNITS;
  return (
    <Space.Compact style={{ width: '100%', maxWidth: 340 }}>
      {unit !== 'lifetime' && (
        <InputNumber {...(id !== undefined && { id })} min={1} max={100_000} precision={0} value={amount} aria-label={label} style={{ width: '40%' }} onChange={(next) => onChange(write(next ?? 1, unit))} />
      )}
      <Select value={unit} aria-label={label} style={{ width: '60%' }} options={units.map((one) => ({ value: one, label: t(`unit.${one}`) }))} onChange={(next: Unit) => onChange(write(amount, next))} />
    </Space.Compact>
  );
}

export function parse(text: string): { amount: number; unit: Unit } {
  if (text === 'lifetime') return { amount: 1, unit: 'lifetime' };
  const [unit, rest = ''] = text.split(':');
  if (unit === 'natural' || unit === 'working') {
    const match = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(rest);
    const hours = Number(match?.[1] ?? 0);
    const minutes = Number(match?.[2] ?? 0);
    return minutes > 0 ? { amount: hours * 60 + minutes, unit: `${unit}-minutes` } : { amount: hours || 1, unit };
  }
  const count = Number(rest) || 1;
  if (unit === 'seasons') return { amount: count, unit };
  if (unit === 'months' && count % 12 === 0) return { amount: count / 12, unit: 'years' };
  const known = UNITS.find((one) => one === unit);
  return { amount: count, unit: known ?? 'natural' };
}

export function write(amount: number, unit: Unit): string {
  switch (unit) {
    case 'lifetime':
      return 'lifetime';
    case 'natural':
    case 'working':
      return `${unit}:PT${amount}H`;
    case 'natural-minutes':
      return `natural:PT${amount}M`;
    case 'working-minutes':
      return `working:PT${amount}M`;
    case 'years':
      return `months:${amount * 12}`;
    default:
      return `${unit}:${amount}`;
  }
}
