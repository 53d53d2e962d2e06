import { useParams } from '@tanstack/react-router';
import { Alert, App, Button, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { PageHeader } from '@/shared/components/PageHeader';
import { useBase } from '@/shared/hooks/useBase';
import { LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { CalendarEditor } from './CalendarEditor';
import styles from './calendars.module.css';
import { MonthPreview } from './MonthPreview';
import { overridesOf, readSpec, withOverrides, writeSpec } from './spec';
import { calendarTexts, titleOf } from './texts';

type Calendar = components['schemas']['CalendarView'];

export default function CalendarPage() {
  const { name } = useParams({ strict: false }) as { name: string };
  const { data, error, refetch } = $api.useQuery('get', '/api/calendars/{name}', { params: { path: { name } } });
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return <Loaded calendar={data} />;
}

function Loaded({ calendar }: { calendar: Calendar }) {
  const t = calendarTexts.useT();
  const { message } = App.useApp();
  const kept = useMemo(() => readSpec(calendar.spec), [calendar.spec]);
  const [spec, setSpec] = useState(kept);
  const [overrides, setOverrides] = useState(() => overridesOf(kept));
  const current = useMemo(() => withOverrides(spec, overrides), [spec, overrides]);
  const save = $api.useMutation('put', '/api/calendars/{name}', {
    onSuccess: (saved) => {
      void message.success(t('saved'));
      base.settle(saved);
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/calendars') });
    },
  });
  const may = calendar.actions.some(({ name, allowed }) => name === 'change' && allowed);
  const isChanged = JSON.stringify(withOverrides(kept, overridesOf(kept))) !== JSON.stringify(current);
  const fill = (shown: Calendar) => {
    const fresh = readSpec(shown.spec);
    setSpec(fresh);
    setOverrides(overridesOf(fresh));
  };
  const base = useBase({ shown: calendar, isTouched: () => isChanged, fill, error: save.error });
  return (
    <>
      <PageHeader
        title={titleOf(calendar)}
        hint={<code>{calendar.name}</code>}
        tags={calendar.built_in && <Tag variant="outlined">{t('builtIn')}</Tag>}
        actions={
          may && (
            <>
              {isChanged && <span className={styles['soft']} style={{ alignSelf: 'center' }}>{t('unsaved')}</span>}
              <Button
                type="primary"
                loading={save.isPending}
                disabled={!isChanged}
                onClick={() => save.mutate({ params: { path: { name: calendar.name }, header: ifMatch(base.version()) }, body: { spec: writeSpec(current) } })}
              >
                {t('save')}
              </Button>
            </>
          )
        }
      />
      <ProblemAlert error={save.error} />
      {may ? calendar.built_in && <Alert type="info" showIcon title={t('builtInNote')} style={{ marginBottom: 16 }} /> : <Alert type="info" showIcon title={t('readonly')} style={{ marginBottom: 16 }} />}
      <div className={styles['page']}>
        <div className={styles['column']}><CalendarEditor spec={spec} overrides={overrides} onSpec={setSpec} onOverrides={setOverrides} disabled={!may} /></div>
        <MonthPreview spec={current} />
      </div>
    </>
  );
}
