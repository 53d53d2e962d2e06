import { FileWordOutlined, TableOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Card, Input, Select, Space, Table, Upload } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { saveAs, sendFile } from '@/shared/api/file';
import type { components } from '@/shared/api/schema';
import { Why } from '@/shared/components/actions/Why';
import { PageHeader } from '@/shared/components/PageHeader';
import { LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { StatusTag, type StatusTone } from '@/shared/components/StatusTag';
import { bidTexts } from './bidTexts';
import styles from './plans.module.css';

type View = components['schemas']['DeviationView'];
type Line = components['schemas']['DeviationLine'];
type Side = components['schemas']['DeviationSide'];
type Verdict = Line['verdict'];

const VERDICTS: readonly Verdict[] = ['better', 'equal', 'worse', 'missing', 'unclear'];
const TONES: Readonly<Record<Verdict, StatusTone>> = { better: 'active', equal: 'done', worse: 'alert', missing: 'alert', unclear: 'waiting' };

/** A tender beside the plan: better, equal, worse or missing, demand by demand. */
export default function BidPage() {
  const t = bidTexts.useT();
  const { id } = useParams({ strict: false }) as { id: string };
  const plan = $api.useQuery('get', '/api/plans/{id}', { params: { path: { id } } });
  const [text, setText] = useState('');
  const [file, setFile] = useState<File>();
  const [number, setNumber] = useState<number>();
  const tender = () => file ?? new Blob([text], { type: 'text/plain' });
  const edition = number === undefined ? '' : `number=${number}`;
  const compare = useMutation({
    mutationFn: async () => (await (await sendFile(`/api/plans/${id}/deviations?${edition}`, tender())).json()) as View,
  });
  const print = useMutation({
    mutationFn: async (format: 'docx' | 'xlsx') => saveAs(await sendFile(`/api/plans/${id}/deviations/document?format=${format}&${edition}`, tender()), `${t('title')}.${format}`),
  });
  if (plan.error) return <ReadProblem error={plan.error} />;
  if (!plan.data) return <LoadingPage />;
  const editions = [
    ...(plan.data.draft ? [{ value: 0, label: t('draft') }] : []),
    ...plan.data.versions.map((version) => ({ value: version.number, label: t('version', { number: version.number }) })),
  ];
  const changed = () => compare.reset();
  return (
    <>
      <PageHeader title={`${t('title')} · ${plan.data.title}`} hint={t('hint')} />
      <Card size="small" style={{ marginBottom: 16 }}>
        <label htmlFor="tender">{t('paste')}</label>
        <Input.TextArea id="tender" rows={6} maxLength={200_000} value={text} disabled={file !== undefined} placeholder={t('placeholder')} onChange={(event) => { setText(event.target.value); changed(); }} />
        <Space wrap style={{ marginTop: 8 }}>
          <Upload accept=".docx,.pdf,.html,.htm,.md,.txt" maxCount={1} fileList={[]} beforeUpload={(chosen) => { setFile(chosen); changed(); return false; }}>
            <Button icon={<UploadOutlined />}>{t('file')}</Button>
          </Upload>
          {file ? <Button type="link" onClick={() => { setFile(undefined); changed(); }}>{t('chosen', { name: file.name })} ✕</Button> : <span>{t('fileHint')}</span>}
          <Select aria-label={t('edition')} style={{ minWidth: 120 }} value={number ?? editions[0]?.value} options={editions} onChange={(next) => { setNumber(next === 0 ? undefined : next); changed(); }} />
          <Why action={t('compare')} because={!file && text.trim() === '' ? t('tenderFirst') : undefined}>
            <Button type="primary" loading={compare.isPending} disabled={!file && text.trim() === ''} onClick={() => compare.mutate()}>{t('compare')}</Button>
          </Why>
          <Why action={t('word')} because={compare.data ? undefined : t('compareFirst')}>
            <Button icon={<FileWordOutlined />} disabled={!compare.data} loading={print.isPending} onClick={() => print.mutate('docx')}>{t('word')}</Button>
          </Why>
          <Why action={t('sheet')} because={compare.data ? undefined : t('compareFirst')}>
            <Button icon={<TableOutlined />} disabled={!compare.data} loading={print.isPending} onClick={() => print.mutate('xlsx')}>{t('sheet')}</Button>
          </Why>
        </Space>
      </Card>
      <ProblemAlert error={compare.error ?? print.error} />
      {compare.data && <Deviations view={compare.data} />}
    </>
  );
}

function Deviations({ view }: { view: View }) {
  const t = bidTexts.useT();
  return (
    <>
      <Space wrap size={16} style={{ marginBottom: 12 }}>
        {VERDICTS.map((verdict, index) => <span key={verdict}><StatusTag tone={TONES[verdict]}>{t(`verdict.${verdict}`)}</StatusTag> {view.counts[index]}</span>)}
      </Space>
      <Table<Line & { key: number }>
        size="small"
        pagination={false}
        scroll={{ x: 760 }}
        dataSource={view.lines.map((line, key) => ({ ...line, key }))}
        columns={[
          { title: t('demand'), width: '36%', render: (_, line) => <Statement side={line.demand} /> },
          { title: t('offer'), width: '36%', render: (_, line) => (line.offer ? <Statement side={line.offer} /> : t('none')) },
          { title: t('verdict'), render: (_, line) => <StatusTag tone={TONES[line.verdict]}>{t(`verdict.${line.verdict}`)}</StatusTag> },
          { title: t('because'), render: (_, line) => t(`because.${line.because}`) },
        ]}
      />
      {view.unread.length > 0 && (
        <Card size="small" title={t('unread')} style={{ marginTop: 16 }}>
          <ul>{view.unread.map((quote) => <li key={quote}>{quote}</li>)}</ul>
        </Card>
      )}
    </>
  );
}

function Statement({ side }: { side: Side }) {
  return <>{side.value && <strong className={styles['after']}>{side.value}　</strong>}{side.sentence}</>;
}
