import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { formatInstant, instantOfWall } from '@/shared/format';
import { useNow } from '@/shared/hooks/useNow';

const WALL = 'YYYY-MM-DD HH:mm';

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (instant: string | undefined) => void;
  /** Days that cannot be chosen. */
  only?: 'past' | 'future';
  'aria-label'?: string;
};

/** Chooses an instant as the company's clocks show it; fits into a Form.Item. The value is RFC 3339 in UTC. */
export function InstantPicker({ value, onChange, only, ...rest }: Props) {
  const today = dayjs(formatInstant(useNow(), 'day'));
  return (
    <DatePicker
      {...rest}
      value={value ? dayjs(formatInstant(value).replace(' ', 'T')) : null}
      onChange={(chosen) => onChange?.(chosen ? instantOfWall(chosen.format(WALL)) : undefined)}
      showTime={{ format: 'HH:mm', minuteStep: 1 }}
      format={WALL}
      needConfirm={false}
      style={{ width: '100%' }}
      disabledDate={(day) => (only === 'past' && day.isAfter(today, 'day')) || (only === 'future' && day.isBefore(today, 'day'))}
    />
  );
}
