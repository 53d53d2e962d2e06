import { DeleteOutlined, FileWordOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Popconfirm, Progress, Upload } from 'antd';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch, useCreateKeys } from '@/shared/api/headers';
import { sendFile } from '@/shared/api/upload';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { PageHeader } from '@/shared/components/PageHeader';
import { LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { TimeText } from '@/shared/components/text';
import type { components } from '@/shared/api/schema';
import styles from './studio.module.css';
import { studioTexts } from './texts';
import { keepReading } from './useSteps';

type Head = components['schemas']['ReadingHeadView'];

const LARGEST = 50 * 1024 * 1024;
const KINDS = '.docx,.pdf,.html,.htm,.md,.txt';

/** Where a document comes in: by drop, by choice, or as pasted text. */
export default function StartPage() {
  const t = studioTexts.useT();
  return (
    <>
      <PageHeader title={t('start.title')} hint={t('start.hint')} />
      <div className={styles['start']}>
        <div>
          <DropZone />
          <Paste />
        </div>
        <Recent />
      </div>
    </>
  );
}

function DropZone() {
  const t = studioTexts.useT();
  const navigate = useNavigate();
  const [sending, setSending] = useState<{ name: string; percent: number }>();
  const [failure, setFailure] = useState<unknown>();
  const [tooLarge, setTooLarge] = useState<string>();
  const take = (file: File) => {
    setFailure(undefined);
    // Said before it is sent: a server that stops listening half-way looks like a lost connection.
    setTooLarge(file.size > LARGEST ? file.name : undefined);
    if (file.size > LARGEST) return false;
    setSending({ name: file.name, percent: 0 });
    sendFile('/api/readings', file, (percent) => setSending({ name: file.name, percent }))
      .then(({ id }) => navigate({ to: '/readings/$id', params: { id } }))
      .catch((error: unknown) => {
        setFailure(error);
        setSending(undefined);
      });
    return false;
  };
  return (
    <>
      {tooLarge !== undefined && <div className={styles['failed']}><Alert role="alert" type="error" showIcon title={t('start.tooLarge', { name: tooLarge })} /></div>}
      {failure !== undefined && <div className={styles['failed']}><p>{t('start.failed')}</p><ProblemAlert error={failure} /></div>}
      <Upload.Dragger showUploadList={false} accept={KINDS} beforeUpload={take} disabled={sending !== undefined} className={styles['drop'] ?? ''}>
        {sending ? (
          <div className={styles['sending']} role="status">
            <p>{t(sending.percent < 100 ? 'start.sending' : 'start.reading', { name: sending.name })}</p>
            <Progress percent={sending.percent} showInfo={false} status="active" />
          </div>
        ) : (
          <>
            <FileWordOutlined className={styles['dropIcon'] ?? ''} />
            <p className={styles['dropWord']}>{t('start.drop')}</p>
            <p className={styles['soft']}>{t('start.kinds')}</p>
          </>
        )}
      </Upload.Dragger>
    </>
  );
}

function Paste() {
  const t = studioTexts.useT();
  const navigate = useNavigate();
  const keys = useCreateKeys();
  const [form] = Form.useForm<{ title: string; text: string }>();
  const paste = $api.useMutation('post', '/api/readings/paste', {
    onSuccess: (reading) => {
      keepReading(reading);
      void navigate({ to: '/readings/$id', params: { id: reading.id } });
    },
  });
  const unplaced = useFieldProblems(form, paste.error);
  return (
    <Form form={form} layout="vertical" className={styles['paste'] ?? ''} requiredMark={false} onFinish={(body: { title: string; text: string }) => paste.mutate({ params: { header: keys.of(body) }, body })}>
      <h2>{t('start.paste')}</h2>
      <ProblemAlert error={unplaced} />
      <Form.Item name="title" label={t('start.pasteTitle')} rules={[{ required: true, whitespace: true, message: t('make.nameMissing') }]}><Input maxLength={190} /></Form.Item>
      <Form.Item name="text" label={t('start.pasteText')} rules={[{ required: true, whitespace: true, message: t('start.textMissing') }]}><Input.TextArea autoSize={{ minRows: 5, maxRows: 14 }} /></Form.Item>
      <Button htmlType="submit" loading={paste.isPending}>{t('start.pasteGo')}</Button>
    </Form>
  );
}

function Recent() {
  const t = studioTexts.useT();
  const { data, error, refetch } = $api.useQuery('get', '/api/readings');
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return (
    <section>
      <h2 className={styles['h2']}>{t('start.recent')}</h2>
      {data.length === 0 && <p className={styles['soft']}>{t('start.none')}</p>}
      <ul className={styles['recent']}>{data.map((head) => <RecentOne key={head.id} head={head} />)}</ul>
    </section>
  );
}

function RecentOne({ head }: { head: Head }) {
  const t = studioTexts.useT();
  const remove = $api.useMutation('delete', '/api/readings/{id}', { onSuccess: () => queryClient.invalidateQueries({ queryKey: ['get', '/api/readings'] }) });
  const current = $api.useQuery('get', '/api/readings/{id}', { params: { path: { id: head.id } } }, { enabled: false });
  const drop = async () => {
    const { data } = await current.refetch();
    if (data) await remove.mutateAsync({ params: { path: { id: head.id }, header: ifMatch(data.version) } });
  };
  return (
    <li>
      <Link to="/readings/$id" params={{ id: head.id }}><strong>{head.title}</strong></Link>
      <p className={styles['soft']}>{head.name} · {t('start.by', { name: head.created_by })} <TimeText at={head.changed_at} /></p>
      <div className={styles['recentRow']}>
        <Progress percent={head.items === 0 ? 0 : Math.floor((head.settled / head.items) * 100)} size="small" showInfo={false} />
        <span className={styles['soft']}>{head.plan ? t('start.made') : t('start.settled', { settled: head.settled, all: head.items })}</span>
        {!head.plan && (
          <Popconfirm title={t('start.removeSure', { name: head.name })} okText={t('start.remove')} cancelText={t('start.cancel')} onConfirm={drop}>
            <Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={`${t('start.remove')} ${head.title}`} />
          </Popconfirm>
        )}
      </div>
    </li>
  );
}
