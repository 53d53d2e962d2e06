import { DatePicker, type FormRule } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { formatInstant, instantOfWall } from '@/shared/format';
import { wallOf } from '@/shared/format/wall';
import { useNow } from '@/shared/hooks/useNow';

const DAY = 'YYYY-MM-DD';
const WALL = `${DAY} HH:mm`;
const MINUTE_MS = 60_000;

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (instant: string | undefined) => void;
  /** The days that make sense; the others are pale. What is typed is taken all the same, for a rule to refuse it in words. Nobody agrees on more than a year ahead. */
  only?: 'past' | 'future';
  'aria-label'?: string;
};

/** Chooses an instant as the company's clocks show it; fits into a Form.Item. The value is RFC 3339 in UTC. */
export function InstantPicker({ value, onChange, only, ...rest }: Props) {
  const today = formatInstant(useNow(), 'day');
  const isPale = (day: Dayjs) => (only === 'past' && day.format(DAY) > today) || (only === 'future' && day.format(DAY) < today);
  return (
    <DatePicker
      {...rest}
      value={value ? wallOf(formatInstant(value)) : null}
      onChange={(chosen) => onChange?.(chosen ? instantOfWall(chosen.format(WALL)) : undefined)}
      {...(only === 'future' && { maxDate: dayjs(today).add(1, 'year') })}
      showTime={{ format: 'HH:mm', minuteStep: 1 }}
      format={WALL}
      needConfirm={false}
      // Enter takes the time that was typed; it does not send the form around it.
      onKeyDown={(event) => { if (event.key === 'Enter') event.preventDefault(); }}
      style={{ width: '100%' }}
      cellRender={(day, { type, originNode }) => (type === 'date' && isPale(dayjs(day)) ? <span style={{ opacity: 0.4 }}>{originNode}</span> : originNode)}
    />
  );
}

/** A rule for something that happened: an instant of the future is refused with the message. The minute that runs counts as past. */
export function happened(message: string): FormRule {
  return { validator: (_, value?: string | null) => (value && Date.parse(value) >= Date.now() + MINUTE_MS ? Promise.reject(new Error(message)) : Promise.resolve()) };
}

/** A rule for something agreed on: it lies after the instant that another field names, or after now. */
export function after(field: string, message: string): FormRule {
  return ({ getFieldValue }) => ({
    validator: (_, value?: string | null) => {
      const agreed = getFieldValue(field) as string | null | undefined;
      const earliest = agreed ? Date.parse(agreed) : Date.now();
      return value && Date.parse(value) < earliest ? Promise.reject(new Error(message)) : Promise.resolve();
    },
  });
}
