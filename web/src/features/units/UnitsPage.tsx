import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button, Form, Input, Select, Space } from 'antd';
import { $api } from '@/shared/api/client';
import { useLive } from '@/shared/api/live';
import { keyset, ListPage, useFilters } from '@/shared/components/list';
import { EmptyState } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { WarrantyDays } from '@/shared/components/WarrantyLine';
import { useNewForm } from '@/shared/hooks/useNewForm';
import { useMay } from '@/shared/session/useMe';
import { unitTexts } from './texts';
import { UnitDrawer } from './UnitDrawer';

export default function UnitsPage() {
  const t = unitTexts.useT();
  const router = useRouter();
  const mayEdit = useMay('unit.edit');
  const mayImport = useMay('data.import');
  const { filters } = useFilters();
  const [drawer, setDrawer] = useNewForm();
  useLive('units');
  const common = { ...(filters['q'] && { q: filters['q'] }), ...(filters['customer'] && { customer: filters['customer'] }) };
  const query = { ...common, ...(filters['with_retired'] && { with_retired: true }) };
  const exported = new URLSearchParams({ ...common, ...(filters['with_retired'] && { with_archived: 'true' }) });
  const source = $api.useInfiniteQuery('get', '/api/units', { params: { query } }, keyset);
  const create = mayEdit && <Button type="primary" icon={<PlusOutlined />} onClick={() => setDrawer('open')}>{t('new')}</Button>;
  const takeIn = mayImport && <Button icon={<ImportOutlined />} onClick={() => router.history.push('/import/units')}>{t('import')}</Button>;
  return (
    <>
      <ListPage
        list="units"
        title={t('title')}
        hint={t('hint')}
        {...(mayImport && { exportHref: `/api/sheets/units/export?${exported.toString()}` })}
        actions={
          <>
            {takeIn}
            {create}
          </>
        }
        filters={
          <>
            <Form.Item name="q" label={t('filter.q')}><Input allowClear style={{ width: 220 }} /></Form.Item>
            <Form.Item name="with_retired" label={t('filter.retired')}><Select allowClear style={{ minWidth: 80 }} options={[{ value: 'true', label: t('yes') }]} /></Form.Item>
          </>
        }
        source={source}
        columns={[
          { title: t('column.model'), render: (_, row) => <Space><strong>{row.model}</strong>{row.product_name}</Space> },
          { title: t('column.serial'), render: (_, row) => <Space>{row.serial}{row.retired_at && <StatusTag tone="off">{t('retired')}</StatusTag>}</Space> },
          { title: t('column.number'), dataIndex: 'number' },
          { title: t('column.customer'), dataIndex: 'customer_name' },
          { title: t('column.place'), render: (_, row) => [row.site_name, row.place].filter(Boolean).join(' · ') },
          { title: t('column.warranty'), render: (_, row) => <WarrantyDays said={row.warranty} /> },
        ]}
        card={(row) => (
          <>
            <Space><strong>{row.model}</strong>{row.serial}{row.retired_at && <StatusTag tone="off">{t('retired')}</StatusTag>}</Space>
            <div>{[row.customer_name, row.site_name, row.place].filter(Boolean).join(' · ')}</div>
            <div style={{ color: 'var(--jn-ink-soft)' }}>{row.number} · <WarrantyDays said={row.warranty} /></div>
          </>
        )}
        hrefOf={(row) => `/units/${row.id}`}
        empty={<EmptyState title={t('empty')} hint={t(mayEdit ? 'emptyHint' : 'emptyHint.read')} />}
        none={<EmptyState title={t('nothing')} hint={t(mayEdit ? 'nothingHint' : 'nothingHint.read')} action={<Space>{create}{takeIn}</Space>} />}
      />
      {mayEdit && drawer === 'open' && <UnitDrawer onClose={() => setDrawer('closed')} />}
    </>
  );
}
