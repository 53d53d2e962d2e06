import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { FoldingTable } from '@/shared/components/list';
import { PageHeader } from '@/shared/components/PageHeader';
import { LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { lawValue, legalWord, ruleWord } from '@/shared/words/legal';
import { RowDrawer } from './RowDrawer';
import { lawTexts } from './texts';
import { useSaveLaw } from './useSaveLaw';

type Law = components['schemas']['LawView'];
type Row = components['schemas']['LegalRow'];

/** The law's least terms and longest times: the rows every plan is held against, edited and verified by the company. */
export default function LawPage() {
  const { data, error, refetch } = $api.useQuery('get', '/api/law');
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return <LawTable law={data} />;
}

function LawTable({ law }: { law: Law }) {
  const t = lawTexts.useT();
  const [open, setOpen] = useState<number | 'new'>();
  const save = useSaveLaw(law);
  const may = law.actions.some(({ name, allowed }) => name === 'change' && allowed);
  const doubtful = law.rows.filter(({ status }) => status === 'to_verify').length;
  const replace = (index: number, ...rows: Row[]) => law.rows.toSpliced(index, 1, ...rows);
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        tags={<StatusTag tone={law.shipped ? 'off' : 'active'}>{t(law.shipped ? 'shipped' : 'edited')}</StatusTag>}
        actions={may && (
          <Space wrap>
            {!law.shipped && (
              <Popconfirm title={t('restore')} description={t('restoreAsk')} okText={t('restore')} cancelText={t('cancel')} onConfirm={() => save.keep([], t('restored'))}>
                <Button>{t('restore')}</Button>
              </Popconfirm>
            )}
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>{t('new')}</Button>
          </Space>
        )}
      />
      {!may && <Alert type="info" showIcon title={t('readonly')} style={{ marginBottom: 16 }} />}
      {doubtful > 0 && <Alert type="warning" showIcon title={t('toVerify', { count: doubtful })} description={t('toVerifyHint')} style={{ marginBottom: 16 }} />}
      <ProblemAlert error={save.error} />
      <FoldingTable<Row & { index: number }>
        size="small"
        rowKey="index"
        dataSource={law.rows.map((row, index) => ({ ...row, index }))}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 900 }}
        columns={[
          { title: t('column.rule'), render: (_, row) => <div style={{ maxWidth: 200 }}>{ruleWord(row.rule)}</div> },
          { title: t('column.product'), render: (_, row) => legalWord('product', row.product) },
          { title: t('column.covers'), render: (_, row) => legalWord('covers', row.covers) },
          { title: t('column.value'), render: (_, row) => <strong>{lawValue(row.value)}</strong> },
          { title: t('column.source'), render: (_, row) => <div style={{ maxWidth: 240 }}>{law.source_names[row.source] ?? row.source}</div> },
          { title: t('column.days'), render: (_, row) => (row.to ? t('until', { from: row.from, to: row.to }) : t('from', { day: row.from })) },
          { title: t('column.status'), render: (_, row) => <StatusTag tone={row.status === 'confirmed' ? 'done' : 'alert'}>{t(`status.${row.status}`)}</StatusTag> },
          ...(may
            ? [{
                key: 'do',
                render: (_: unknown, { index, ...row }: Row & { index: number }) => (
                  <Space size={0}>
                    {row.status === 'to_verify' && <Button type="link" size="small" loading={save.isPending} onClick={() => save.keep(replace(index, { ...row, status: 'confirmed' }), t('confirmed'))}>{t('confirm')}</Button>}
                    <Button type="link" size="small" onClick={() => setOpen(index)}>{t('edit')}</Button>
                  </Space>
                ),
              }]
            : []),
        ]}
      />
      {open !== undefined && <RowDrawer law={law} index={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
