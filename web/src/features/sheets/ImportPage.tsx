import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { Alert, Button, Card, Result, Space, Statistic, Steps, Table, Upload } from 'antd';
import { useState } from 'react';
import { queryClient } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { ExportButton } from '@/shared/components/ExportButton';
import { PageHeader } from '@/shared/components/PageHeader';
import { NotFoundPage, ProblemAlert } from '@/shared/components/states';
import { saveAs, sendFile } from '@/shared/api/file';
import { sheetTexts } from './texts';

type Book = 'customers' | 'products' | 'units';
type Report = components['schemas']['ImportReport'];

const BOOKS: readonly string[] = ['customers', 'products', 'units'];

async function send(book: Book, file: File, step: 'preview' | 'commit'): Promise<Report> {
  const response = await sendFile(`/api/sheets/${book}/import?step=${step}`, file);
  return (await response.json()) as Report;
}

export default function ImportPage() {
  const { book } = useParams({ strict: false }) as { book: string };
  if (!BOOKS.includes(book)) return <NotFoundPage />;
  return <Wizard key={book} book={book as Book} />;
}

/** Template → upload → every bad row with its reason, or everything at once. */
function Wizard({ book }: { book: Book }) {
  const t = sheetTexts.useT();
  const router = useRouter();
  const [file, setFile] = useState<File>();
  const check = useMutation({ mutationFn: (chosen: File) => send(book, chosen, 'preview') });
  const write = useMutation({
    mutationFn: (chosen: File) => send(book, chosen, 'commit'),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const take = (chosen: File) => {
    setFile(chosen);
    write.reset();
    check.mutate(chosen);
    return false;
  };
  const restart = () => {
    setFile(undefined);
    check.reset();
    write.reset();
  };
  const report = write.data ?? check.data;
  const done = write.data?.committed === true;
  return (
    <>
      <PageHeader title={t(`title.${book}`)} hint={t('hint')} />
      <Steps current={done ? 2 : report ? 1 : 0} items={[{ title: t('step.template') }, { title: t('step.upload') }, { title: t('step.done') }]} style={{ maxWidth: 720, marginBottom: 24 }} />
      {!report && (
        <Card style={{ maxWidth: 720 }}>
          <Space orientation="vertical" size={16} style={{ width: '100%' }}>
            <p style={{ margin: 0 }}>{t('templateHint')}</p>
            <ExportButton href={`/api/sheets/${book}/template`}>{t('template')}</ExportButton>
            <Upload.Dragger accept=".xlsx,.csv,.txt" showUploadList={false} beforeUpload={take} disabled={check.isPending} style={{ padding: 16 }}>
              <p><InboxOutlined style={{ fontSize: 28, color: 'var(--jn-accent)' }} /></p>
              <p>{check.isPending ? t('checking') : t('choose')}</p>
              <p style={{ color: 'var(--jn-ink-soft)' }}>{t('limit')}</p>
            </Upload.Dragger>
            <ProblemAlert error={check.error} />
          </Space>
        </Card>
      )}
      {report && !done && file && (
        <Checked
          book={book}
          file={file}
          report={report}
          busy={write.isPending}
          error={write.error}
          onCommit={() => write.mutate(file)}
          onAgain={restart}
        />
      )}
      {done && (
        <Result
          status="success"
          title={t('done', { count: write.data?.new_rows ?? 0 })}
          extra={[
            <Button key="open" type="primary" onClick={() => router.history.push(`/${book}`)}>{t('open')}</Button>,
            <Button key="again" onClick={restart}>{t('again')}</Button>,
          ]}
        />
      )}
    </>
  );
}

type CheckedProps = { book: Book; file: File; report: Report; busy: boolean; error: unknown; onCommit: () => void; onAgain: () => void };

function Checked({ book, file, report, busy, error, onCommit, onAgain }: CheckedProps) {
  const t = sheetTexts.useT();
  const download = useMutation({
    mutationFn: async () => saveAs(await sendFile(`/api/sheets/${book}/report`, file), `${book}-problems.xlsx`),
  });
  const bad = report.bad_rows > 0;
  const nothing = !bad && report.new_rows === 0;
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Card style={{ maxWidth: 720 }}>
        <Space size={40} wrap>
          <Statistic title={file.name} value={report.rows} formatter={() => t('rows', { count: report.rows })} />
          <Statistic title={'＋'} value={report.new_rows} formatter={() => t('new', { count: report.new_rows })} />
          <Statistic title={'＝'} value={report.known_rows} formatter={() => t('known', { count: report.known_rows })} />
          {bad && <Statistic title={'▲'} value={report.bad_rows} styles={{ content: { color: 'var(--jn-broken)' } }} formatter={() => t('bad', { count: report.bad_rows })} />}
        </Space>
      </Card>
      <Alert showIcon type={bad ? 'error' : nothing ? 'info' : 'success'} title={bad ? t('badHint') : nothing ? t('nothing') : t('goodHint')} style={{ maxWidth: 720 }} />
      <ProblemAlert error={error ?? download.error} />
      <Space wrap>
        {!bad && !nothing && <Button type="primary" loading={busy} onClick={onCommit}>{busy ? t('writing') : t('commit', { count: report.new_rows })}</Button>}
        {bad && <Button type="primary" icon={<DownloadOutlined />} loading={download.isPending} onClick={() => download.mutate()}>{t('report')}</Button>}
        <Button onClick={onAgain}>{t('again')}</Button>
      </Space>
      {bad && (
        <Table
          size="small"
          rowKey={(row) => `${row.line} ${row.column}`}
          dataSource={report.problems}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: t('column.line'), dataIndex: 'line', width: 80 },
            { title: t('column.column'), dataIndex: 'column', width: 160 },
            { title: t('column.text'), dataIndex: 'text' },
          ]}
          {...(report.problems.length >= 500 && { footer: () => t('more') })}
        />
      )}
    </Space>
  );
}
