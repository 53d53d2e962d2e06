import { DatePicker } from 'antd';
import dayjs from 'dayjs';

type Props = { from: string; to: string; onChange: (from: string, to: string) => void };

/** Two days, both included. */
export function DayRange({ from, to, onChange }: Props) {
  return (
    <DatePicker.RangePicker
      allowClear={false}
      value={[dayjs(from), dayjs(to)]}
      onChange={(days) => {
        const [first, last] = days ?? [];
        if (first && last) onChange(first.format('YYYY-MM-DD'), last.format('YYYY-MM-DD'));
      }}
    />
  );
}
