import { InputNumber } from 'antd';
import { scaleOf } from './scale';

/** How amounts are typed: fen as yuan, basis points as percent. */
const SCALE = { fen: { unit: '¥', place: 'prefix' }, bps: { unit: '%', place: 'suffix' } } as const;
const HUNDRED = 100;

type Props = { name: string; label: string; value: unknown; onChange: (value: number) => void };

/** A whole number; an amount is typed in yuan and a share in percent. */
export function ScaledInput({ name, label, value, onChange }: Props) {
  const scale = scaleOf(name);
  const number = typeof value === 'number' ? value : null;
  if (!scale) return <InputNumber value={number} precision={0} aria-label={label} onChange={(next) => onChange(next ?? 0)} />;
  const { unit, place } = SCALE[scale];
  return (
    <InputNumber
      value={number === null ? null : number / HUNDRED}
      min={0}
      precision={2}
      aria-label={label}
      {...{ [place]: unit }}
      onChange={(next) => onChange(Math.round((next ?? 0) * HUNDRED))}
    />
  );
}
