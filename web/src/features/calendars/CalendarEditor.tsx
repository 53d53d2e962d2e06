import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { formatInstant } from '@/shared/format';
import { useNow } from '@/shared/hooks/useNow';
import { OverrideEditor } from './OverrideEditor';
import styles from './calendars.module.css';
import type { CalendarSpec, LastDay, Override } from './spec';
import { calendarTexts } from './texts';
import { WeekEditor } from './WeekEditor';

const LAST_DAYS: readonly LastDay[] = ['moves-off-holidays', 'moves-off-closed-days', 'stays'];

type Props = {
  spec: CalendarSpec;
  overrides: readonly Override[];
  onSpec: (spec: CalendarSpec) => void;
  onOverrides: (overrides: Override[]) => void;
  disabled: boolean;
};

/** Everything a calendar says: name and rules, weekly hours and their later versions, dated exceptions. */
export function CalendarEditor({ spec, overrides, onSpec, onOverrides, disabled }: Props) {
  const t = calendarTexts.useT();
  const set = (change: Partial<CalendarSpec>) => onSpec({ ...spec, ...change });
  return (
    <>
      <Card>
        <Form layout="vertical" component="div" disabled={disabled}>
          <Form.Item label={t('field.name')} htmlFor="calendar-name"><Input id="calendar-name" maxLength={60} value={spec.name ?? ''} onChange={(event) => set({ name: event.target.value })} /></Form.Item>
          <Form.Item label={t('field.zone')} htmlFor="calendar-zone"><Input id="calendar-zone" value={spec.zone ?? 'Asia/Shanghai'} onChange={(event) => set({ zone: event.target.value })} /></Form.Item>
          <Form.Item label={t('field.public')} htmlFor="calendar-public">
            <Select id="calendar-public" value={spec['public-holidays'] ?? ''} onChange={(table) => onSpec(withTable(spec, table))} options={[{ value: 'cn', label: t('follows.cn') }, { value: '', label: t('follows.none') }]} />
          </Form.Item>
          <Form.Item label={t('field.lastDay')} htmlFor="calendar-last-day" style={{ marginBottom: 0 }}>
            <Select id="calendar-last-day" value={spec['last-day'] ?? 'moves-off-holidays'} onChange={(rule) => set({ 'last-day': rule })} options={LAST_DAYS.map((value) => ({ value, label: t(`lastDay.${value}`) }))} />
          </Form.Item>
        </Form>
      </Card>
      <Card title={t('week')}>
        <p className={styles['soft']} style={{ marginBottom: 12 }}>{t('week.hint')}</p>
        <WeekEditor week={spec.weekly} onChange={(weekly) => set({ weekly })} disabled={disabled} />
      </Card>
      <Card title={t('overrides')}>
        <p className={styles['soft']} style={{ marginBottom: 4 }}>{t('overrides.hint')}</p>
        <OverrideEditor overrides={overrides} onChange={onOverrides} disabled={disabled} />
      </Card>
      <Versions spec={spec} onSpec={onSpec} disabled={disabled} />
    </>
  );
}

function withTable(spec: CalendarSpec, table: string): CalendarSpec {
  const { 'public-holidays': _, ...rest } = spec;
  return table ? { ...rest, 'public-holidays': table } : rest;
}

function Versions({ spec, onSpec, disabled }: Pick<Props, 'spec' | 'onSpec' | 'disabled'>) {
  const t = calendarTexts.useT();
  const versions = spec.versions ?? [];
  const write = (next: typeof versions) => onSpec({ ...spec, versions: next });
  const today = formatInstant(useNow(), 'day');
  const set = (index: number, change: Partial<(typeof versions)[number]>) => write(versions.map((version, at) => (at === index ? { ...version, ...change } : version)));
  return (
    <Card title={t('versions')}>
      <p className={styles['soft']} style={{ marginBottom: 12 }}>{t('versions.hint')}</p>
      {versions.map((version, index) => (
        <Card key={version['effective-from']} size="small" style={{ marginBottom: 12 }} title={
          <DatePicker aria-label={t('versions.from')} disabled={disabled} allowClear={false} value={dayjs(version['effective-from'])} onChange={(date) => date && set(index, { 'effective-from': date.format('YYYY-MM-DD') })} />
        } extra={!disabled && <Button type="text" icon={<DeleteOutlined />} aria-label={t('versions.remove')} onClick={() => write(versions.filter((_, at) => at !== index))} />}>
          <WeekEditor week={version.weekly} onChange={(weekly) => set(index, { weekly })} disabled={disabled} />
        </Card>
      ))}
      {!disabled && <Button type="dashed" icon={<PlusOutlined />} onClick={() => write([...versions, { 'effective-from': nextDate(today, versions.map((version) => version['effective-from'])), weekly: spec.weekly }])}>{t('versions.add')}</Button>}
    </Card>
  );
}

/** The first of next month, or the day after the last version. */
function nextDate(today: string, known: readonly string[]): string {
  const last = known.toSorted().at(-1);
  return (last ? dayjs(last).add(1, 'day') : dayjs(today).add(1, 'month').startOf('month')).format('YYYY-MM-DD');
}
