import { FileWordOutlined, PlusOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Table } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { PageHeader } from '@/shared/components/PageHeader';
import { EmptyState, LoadingPage, ReadProblem } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { TimeText } from '@/shared/components/text';
import { useNewForm } from '@/shared/hooks/useNewForm';
import { useMe } from '@/shared/session/useMe';
import { NewPlan } from './NewPlan';
import { planTexts } from './texts';

type Head = components['schemas']['PlanHeadView'];

/** Every plan of the company. There are dozens at most, so one page holds them. */
export default function PlansPage() {
  const t = planTexts.useT();
  const navigate = useNavigate();
  const { permissions } = useMe();
  const [retired, setRetired] = useState<'hidden' | 'shown'>('hidden');
  const [dialog, setDialog] = useNewForm();
  const { data, error, refetch } = $api.useQuery('get', '/api/plans', { params: { query: { limit: 200, with_retired: retired === 'shown' } } });
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  const mayEdit = permissions.includes('plan.edit');
  const begin = mayEdit && (
    <>
      <Link to="/readings"><Button icon={<FileWordOutlined />}>{t('list.read')}</Button></Link>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setDialog('open')}>{t('list.new')}</Button>
    </>
  );
  return (
    <>
      <PageHeader
        title={t('list.title')}
        hint={t('list.hint')}
        actions={<><Checkbox style={{ alignItems: 'center' }} checked={retired === 'shown'} onChange={({ target }) => setRetired(target.checked ? 'shown' : 'hidden')}>{t('list.withRetired')}</Checkbox>{begin}</>}
      />
      {data.items.length === 0 ? <EmptyState title={t('list.empty')} hint={t('list.emptyHint')} action={begin} /> : (
        <Table<Head>
          rowKey="id"
          size="middle"
          pagination={false}
          dataSource={data.items}
          onRow={(row) => ({ onClick: () => void navigate({ to: '/plans/$id', params: { id: row.id } }), style: { cursor: 'pointer' } })}
          columns={[
            { title: t('list.name'), render: (_, row) => <a href={`/plans/${row.id}`} onClick={(event) => event.preventDefault()}><strong>{row.title}</strong></a> },
            { title: t('list.trade'), dataIndex: 'trade', responsive: ['md'] },
            { title: t('list.state'), render: (_, row) => <State row={row} /> },
            { title: t('list.changed'), responsive: ['md'], render: (_, row) => <TimeText at={row.changed_at} /> },
          ]}
        />
      )}
      {mayEdit && dialog === 'open' && <NewPlan onClose={() => setDialog('closed')} />}
    </>
  );
}

function State({ row }: { row: Head }) {
  const t = planTexts.useT();
  if (row.retired) return <StatusTag tone="off">{t('list.retired')}</StatusTag>;
  if (row.latest_number === 0) return <StatusTag tone="waiting">{t('list.draft')}</StatusTag>;
  return (
    <>
      <StatusTag tone="active">{t('list.published', { number: row.latest_number })}</StatusTag>
      {row.has_draft && <> {t('list.draftBeside')}</>}
    </>
  );
}
