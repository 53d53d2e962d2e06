import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button, Form, Input, Select, Space } from 'antd';
import { $api } from '@/shared/api/client';
import { useLive } from '@/shared/api/live';
import type { components } from '@/shared/api/schema';
import { keyset, ListPage, useFilters } from '@/shared/components/list';
import { EmptyState } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { PhoneText, TimeText } from '@/shared/components/text';
import { formatPhone } from '@/shared/format';
import { useNewForm } from '@/shared/hooks/useNewForm';
import { useMay } from '@/shared/session/useMe';
import { CustomerDrawer } from './CustomerDrawer';
import { customerTexts } from './texts';

type Kind = components['schemas']['CustomerKind'];

export default function CustomersPage() {
  const t = customerTexts.useT();
  const router = useRouter();
  const mayEdit = useMay('customer.edit');
  const mayImport = useMay('data.import');
  const { filters } = useFilters();
  const [drawer, setDrawer] = useNewForm();
  useLive('customers');
  const query = {
    ...(filters['q'] && { q: filters['q'] }),
    ...(filters['kind'] && { kind: filters['kind'] as Kind }),
    ...(filters['with_archived'] && { with_archived: true }),
  };
  const source = $api.useInfiniteQuery('get', '/api/customers', { params: { query } }, keyset);
  const { kind: _, ...exported } = query;
  const kinds = [{ value: 'organisation', label: t('kind.organisation') }, { value: 'consumer', label: t('kind.consumer') }];
  const create = mayEdit && <Button type="primary" icon={<PlusOutlined />} onClick={() => setDrawer('open')}>{t('new')}</Button>;
  const takeIn = mayImport && <Button icon={<ImportOutlined />} onClick={() => router.history.push('/import/customers')}>{t('import')}</Button>;
  return (
    <>
      <ListPage
        list="customers"
        title={t('title')}
        hint={t('hint')}
        {...(mayImport && !filters['kind'] && { exportHref: `/api/sheets/customers/export?${new URLSearchParams(exported as Record<string, string>).toString()}` })}
        actions={
          <>
            {takeIn}
            {create}
          </>
        }
        filters={
          <>
            <Form.Item name="q" label={t('filter.q')}><Input allowClear style={{ width: 200 }} /></Form.Item>
            <Form.Item name="kind" label={t('filter.kind')}><Select allowClear style={{ minWidth: 100 }} options={kinds} /></Form.Item>
            <Form.Item name="with_archived" label={t('filter.archived')}><Select allowClear style={{ minWidth: 80 }} options={[{ value: 'true', label: t('yes') }]} /></Form.Item>
          </>
        }
        source={source}
        columns={[
          { title: t('column.name'), render: (_value, row) => <Space><strong>{row.name}</strong>{row.archived_at && <StatusTag tone="off">{t('archived')}</StatusTag>}</Space> },
          { title: t('column.number'), dataIndex: 'number' },
          { title: t('column.kind'), render: (_value, row) => t(`kind.${row.kind}`) },
          { title: t('column.phone'), render: (_value, row) => row.phone && <PhoneText phone={row.phone} /> },
          { title: t('column.mail'), dataIndex: 'mail' },
          { title: t('column.since'), render: (_value, row) => <TimeText at={row.created_at} as="short" /> },
        ]}
        card={(row) => (
          <>
            <Space><strong>{row.name}</strong>{row.archived_at && <StatusTag tone="off">{t('archived')}</StatusTag>}</Space>
            <div style={{ color: 'var(--jn-ink-soft)' }}>{row.number} · {t(`kind.${row.kind}`)}</div>
            {row.phone && <div>{formatPhone(row.phone)}</div>}
          </>
        )}
        hrefOf={(row) => `/customers/${row.id}`}
        empty={<EmptyState title={t('empty')} hint={t(mayEdit ? 'emptyHint' : 'emptyHint.read')} />}
        none={<EmptyState title={t('nothing')} hint={t(mayEdit ? 'nothingHint' : 'nothingHint.read')} action={<Space>{create}{takeIn}</Space>} />}
      />
      {mayEdit && drawer === 'open' && <CustomerDrawer onClose={() => setDrawer('closed')} />}
    </>
  );
}
