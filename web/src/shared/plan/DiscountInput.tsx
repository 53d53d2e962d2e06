import { InputNumber } from 'antd';
import { discountScale, formatDiscount } from '@/shared/format';
import { useLanguage } from '@/shared/i18n';

type Props = { id?: string; label?: string; value: string | undefined; suggested?: string | null | undefined; onChange: (value: string | undefined) => void };

/** How much of the list price is charged, typed as people say it (9 for 9 折, 90 for 90%) and kept in basis points. */
export function DiscountInput({ id, label, value, suggested, onChange }: Props) {
  useLanguage();
  const { unit, bps, full } = discountScale();
  return (
    <InputNumber
      {...(id !== undefined && { id })}
      {...(label !== undefined && { 'aria-label': label })}
      {...(suggested && { placeholder: formatDiscount(Number(suggested)) })}
      min={0}
      max={full}
      step={1}
      suffix={unit}
      value={value ? Number(value) / bps : null}
      onChange={(next) => onChange(next === null ? undefined : String(Math.round(Number(next) * bps)))}
      style={{ width: 200 }}
    />
  );
}
