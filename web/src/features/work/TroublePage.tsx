import { ReloadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Card, Table, type TableColumnsType } from 'antd';
import { $api, queryClient } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { PageHeader } from '@/shared/components/PageHeader';
import { EmptyState, LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { TimeText } from '@/shared/components/text';
import { useMay } from '@/shared/session/useMe';
import { workTexts } from './texts';

type Job = components['schemas']['DeadJobView'];
type Letter = components['schemas']['FailedLetterView'];
type Retry = components['schemas']['Retry'];

/** What the program could not do by itself, for the administrator to look at. */
export default function TroublePage() {
  const t = workTexts.useT();
  const { message } = App.useApp();
  const may = useMay('settings.edit');
  const { data, error, refetch, isFetching } = $api.useQuery('get', '/api/work/trouble', {}, { refetchInterval: 60_000 });
  const retry = $api.useMutation('post', '/api/work/retry', {
    onSuccess: () => void message.success(t('retried')),
    onSettled: () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === '/api/work/trouble' }),
  });
  if (error && !data) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  const again = (body: Retry) => retry.mutate({ body });
  const none = data.jobs.length + data.letters.length === 0;
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={<Button icon={<ReloadOutlined />} loading={isFetching} onClick={() => void refetch()}>{t('refresh')}</Button>} />
      <ProblemAlert error={error ?? retry.error} onRetry={() => void refetch()} />
      {!may && !none && <Alert type="info" showIcon title={t('readonly')} style={{ marginBottom: 16 }} />}
      {none && <EmptyState title={t('fine')} hint={t('fineHint')} />}
      {data.jobs.length > 0 && <Jobs jobs={data.jobs} busy={retry.isPending} onRetry={may ? again : undefined} />}
      {data.letters.length > 0 && <Letters letters={data.letters} busy={retry.isPending} onRetry={may ? again : undefined} />}
    </>
  );
}

type Tools = { busy: boolean; onRetry: ((what: Retry) => void) | undefined };

function Jobs({ jobs, busy, onRetry }: { jobs: readonly Job[] } & Tools) {
  const t = workTexts.useT();
  const name = (kind: string) => {
    const key = `job.${kind}`;
    return workTexts.has(key) ? t(key) : kind;
  };
  const columns: TableColumnsType<Job> = [
    { title: t('kind'), render: (_, job) => name(job.kind) },
    { title: t('subject'), render: (_, job) => [job.subject, job.mark].filter(Boolean).join(' · ') || t('none') },
    { title: t('due'), render: (_, job) => <TimeText at={job.due_at} as="short" /> },
    { title: t('why'), render: (_, job) => <Why text={job.why} /> },
    ...(onRetry ? [{ title: '', render: (_: unknown, job: Job) => <Button size="small" disabled={busy} onClick={() => onRetry({ what: 'job', kind: job.kind, subject: job.subject, mark: job.mark })}>{t('retry')}</Button> }] : []),
  ];
  return (
    <Card title={t('jobs')} extra={t('count', { count: jobs.length })} style={{ marginBottom: 16 }}>
      <Table<Job> size="small" rowKey={(job) => `${job.kind} ${job.subject} ${job.mark}`} columns={columns} dataSource={jobs} pagination={false} scroll={{ x: 'max-content' }} />
    </Card>
  );
}

function Letters({ letters, busy, onRetry }: { letters: readonly Letter[] } & Tools) {
  const t = workTexts.useT();
  const columns: TableColumnsType<Letter> = [
    { title: t('address'), dataIndex: 'address' },
    { title: t('title.letter'), dataIndex: 'subject' },
    { title: t('attempts'), render: (_, letter) => t('attempts.count', { count: letter.attempts }) },
    { title: t('failed'), render: (_, letter) => (letter.failed_at ? <TimeText at={letter.failed_at} as="short" /> : t('none')) },
    { title: t('why'), render: (_, letter) => <Why text={letter.why} /> },
    ...(onRetry ? [{ title: '', render: (_: unknown, letter: Letter) => <Button size="small" disabled={busy} onClick={() => onRetry({ what: 'letter', id: letter.id })}>{t('retry')}</Button> }] : []),
  ];
  return (
    <Card title={t('letters')} extra={t('count', { count: letters.length })}>
      <Table<Letter> size="small" rowKey="id" columns={columns} dataSource={letters} pagination={false} scroll={{ x: 'max-content' }} />
    </Card>
  );
}

/** The words of the failure as they came; they may be long. */
function Why({ text }: { text: string | null | undefined }) {
  const t = workTexts.useT();
  if (!text) return t('none');
  return <span title={text} style={{ display: 'block', maxWidth: 360, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text.length > 300 ? `${text.slice(0, 300)}…` : text}</span>;
}
