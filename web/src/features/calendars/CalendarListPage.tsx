import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Card, Table, Tag } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { useLive } from '@/shared/api/live';
import type { components } from '@/shared/api/schema';
import { PageHeader } from '@/shared/components/PageHeader';
import { LoadingPage, ReadProblem } from '@/shared/components/states';
import { StatusTag, type StatusTone } from '@/shared/components/StatusTag';
import { formatRow } from '@/shared/format';
import { useMay } from '@/shared/session/useMe';
import styles from './calendars.module.css';
import { HolidayImport } from './HolidayImport';
import { overridesOf, readSpec, weekLines, type Weekday } from './spec';
import { calendarTexts, titleOf } from './texts';

type Calendar = components['schemas']['CalendarView'];

export default function CalendarListPage() {
  const t = calendarTexts.useT();
  const may = useMay('calendar.edit');
  useLive('calendars');
  const { data, error, refetch } = $api.useQuery('get', '/api/calendars');
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={may && <Link to="/calendars/new"><Button type="primary" icon={<PlusOutlined />}>{t('new')}</Button></Link>} />
      <div className={styles['list']}>
        {data.items.map((calendar) => <CalendarCard key={calendar.name} calendar={calendar} />)}
      </div>
      <HolidayYears may={may} />
    </>
  );
}

function CalendarCard({ calendar }: { calendar: Calendar }) {
  const t = calendarTexts.useT();
  const spec = readSpec(calendar.spec);
  const exceptions = overridesOf(spec).length;
  const days = (run: readonly Weekday[]) => {
    const [first = 'mon'] = run;
    const last = run.at(-1) ?? first;
    return first === last ? t(`day.${first}`) : t('days.to', { from: t(`day.${first}`), to: t(`day.${last}`) });
  };
  return (
    <Card title={<Link to="/calendars/$name" params={{ name: calendar.name }}>{titleOf(calendar)}</Link>} extra={calendar.built_in && <Tag variant="outlined">{t('builtIn')}</Tag>}>
      <p className={styles['soft']}><code>{calendar.name}</code> · {spec.zone} · {spec['public-holidays'] === 'cn' ? t('follows.cn') : t('follows.none')}</p>
      <dl className={styles['hours']}>
        {weekLines(spec.weekly).map((line) => (
          <div key={line.days[0]} style={{ display: 'contents' }}>
            <dt>{days(line.days)}</dt>
            <dd>{line.hours.length > 0 ? formatRow(line.hours, 'words') : <span className={styles['soft']}>{t('closed')}</span>}</dd>
          </div>
        ))}
      </dl>
      {exceptions > 0 && <p className={styles['soft']} style={{ marginTop: 8 }}>{t('exceptions', { count: exceptions })}</p>}
    </Card>
  );
}

const TONES: Readonly<Record<string, StatusTone>> = { published: 'done', predicted: 'waiting', unknown: 'off' };

function HolidayYears({ may }: { may: boolean }) {
  const t = calendarTexts.useT();
  const [dialog, setDialog] = useState<'open' | 'closed'>('closed');
  const { data } = $api.useQuery('get', '/api/holidays');
  return (
    <Card
      style={{ maxWidth: 720 }}
      styles={{ header: { flexWrap: 'wrap', rowGap: 4, paddingBlock: 8 }, title: { whiteSpace: 'normal' } }}
      title={t('holidays')}
      extra={may && <Button size="small" icon={<ImportOutlined />} onClick={() => setDialog('open')}>{t('holidays.import')}</Button>}
    >
      <p className={styles['soft']} style={{ marginBottom: 12 }}>{t('holidays.hint')}</p>
      <Table
        size="small"
        rowKey="year"
        pagination={false}
        dataSource={data?.years ?? []}
        columns={[
          { title: t('holidays.year'), dataIndex: 'year' },
          { title: t('holidays.status'), render: (_, { status }) => <StatusTag tone={TONES[status] ?? 'off'}>{t(`status.${status}` as 'status.published')}</StatusTag> },
          { title: t('holidays.off'), align: 'right', render: (_, { holidays }) => t('holidays.days', { count: holidays }) },
          { title: t('holidays.makeup'), align: 'right', render: (_, { makeup_days }) => t('holidays.days', { count: makeup_days }) },
        ]}
      />
      {dialog === 'open' && <HolidayImport onClose={() => setDialog('closed')} />}
    </Card>
  );
}
