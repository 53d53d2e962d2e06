import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData } from '@tanstack/react-query';
import { Alert, Button, Card, InputNumber, Select, Space } from 'antd';
import { useDeferredValue, useState } from 'react';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { InstantPicker } from '@/shared/components/InstantPicker';
import { Arithmetic, type ArithmeticSpan } from '@/shared/components/promise';
import { ProblemAlert } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { TimeText } from '@/shared/components/text';
import { formatInstant } from '@/shared/format';
import styles from './calendars.module.css';
import { DAYS, onDay, writeSpec, type CalendarSpec } from './spec';
import { calendarTexts } from './texts';

type Day = components['schemas']['PreviewDay'];
const UNITS = ['working', 'natural', 'working-days', 'natural-days', 'months'] as const;
type Unit = (typeof UNITS)[number];

/** What the calendar as it stands in the form means: a month of open time, and a limit tried on it. */
export function MonthPreview({ spec }: { spec: CalendarSpec }) {
  const t = calendarTexts.useT();
  const [month, setMonth] = useState(() => formatInstant(Date.now(), 'day').slice(0, 7));
  const [start, setStart] = useState(() => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString());
  const [amount, setAmount] = useState(8);
  const [unit, setUnit] = useState<Unit>('working');
  const limit = unit === 'working' || unit === 'natural' ? `${unit}:PT${amount}H` : `${unit}:${amount}`;
  const body = useDeferredValue({ spec: writeSpec(spec), month, due: { start, limit } });
  const { data, error } = $api.useQuery('post', '/api/calendar-preview', { body }, { placeholderData: keepPreviousData, staleTime: 60_000 });
  const move = (by: number) => setMonth((from) => moved(from, by));
  return (
    <div className={styles['column']}>
      <Card
        title={t('preview')}
        extra={
          <Space size={4}>
            <Button type="text" icon={<LeftOutlined />} aria-label={t('preview.previous')} onClick={() => move(-1)} />
            <Button type="text" icon={<RightOutlined />} aria-label={t('preview.next')} onClick={() => move(1)} />
          </Space>
        }
      >
        <ProblemAlert error={error} />
        {data && !error && (
          <>
            <Space><strong>{t('preview.month', { month: data.days[0]?.date.slice(0, 7) ?? month, hours: Math.round(data.open_minutes / 6) / 10 })}</strong>{spec['public-holidays'] && <StatusTag tone={data.year_status === 'published' ? 'done' : 'waiting'}>{t(`status.${data.year_status}` as 'status.published')}</StatusTag>}</Space>
            <Month days={data.days} />
          </>
        )}
      </Card>
      <Card title={t('try')}>
        <div className={styles['try']}>
          <label>{t('try.start')}<InstantPicker value={start} onChange={(at) => at && setStart(at)} /></label>
          <label>{t('try.amount')}<InputNumber min={0} max={9999} precision={0} value={amount} onChange={(value) => setAmount(value ?? 0)} style={{ width: '100%' }} /></label>
          <label>{t('try.unit')}<Select value={unit} onChange={setUnit} options={UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))} /></label>
        </div>
        {data?.due && !error && (
          <>
            <p className={styles['due']}>{t('try.due')} <strong><TimeText at={data.due.at} /></strong></p>
            {data.due.provisional && <Alert type="warning" showIcon title={t('try.provisional')} style={{ marginBottom: 12 }} />}
            <Arithmetic spans={data.due.spans as unknown as ArithmeticSpan[]} kind={unit === 'working' ? 'working' : 'natural'} />
          </>
        )}
      </Card>
    </div>
  );
}

function moved(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Monday first; each day with its open time drawn over 24 hours. */
function Month({ days }: { days: readonly Day[] }) {
  const t = calendarTexts.useT();
  const first = days[0] ? (new Date(`${days[0].date}T00:00:00Z`).getUTCDay() + 6) % 7 : 0;
  return (
    <ul className={styles['month']}>
      {DAYS.map((day) => <li key={day} className={styles['weekday']} aria-hidden>{t(`day.${day}`)}</li>)}
      {DAYS.slice(0, first).map((day) => <li key={`before ${day}`} className={styles['cell']} data-open="no" aria-hidden />)}
      {days.map((day) => (
        <li key={day.date} className={styles['cell']} data-open={day.hours.length > 0 ? 'yes' : 'no'} title={`${day.date} ${day.name}\n${day.hours.join('\n')}`}>
          <span className={styles['date']}><strong>{Number(day.date.slice(8))}</strong><span>{day.name || (day.rule !== 'weekly' && t(`kind.${day.rule}` as 'kind.holiday'))}</span></span>
          <span className={styles['bar']} aria-hidden>
            {day.hours.map((interval) => <i key={interval} style={{ insetInlineStart: `${onDay(interval).start}%`, width: `${onDay(interval).width}%` }} />)}
          </span>
          <small>{day.hours.length > 0 ? day.hours.map((interval) => <span key={interval} style={{ display: 'block' }}>{interval}</span>) : t('preview.closed')}</small>
        </li>
      ))}
    </ul>
  );
}
