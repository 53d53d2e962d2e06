import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { useLive } from '@/shared/api/live';
import type { components } from '@/shared/api/schema';
import { keyset, ListPage, rowsOf, useFilters } from '@/shared/components/list';
import { EmptyState } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { formatRow } from '@/shared/format';
import { useNewForm } from '@/shared/hooks/useNewForm';
import { useMay } from '@/shared/session/useMe';
import { ProductDrawer } from './ProductDrawer';
import { productTexts } from './texts';

type Product = components['schemas']['ProductView'];

export default function ProductsPage() {
  const t = productTexts.useT();
  const router = useRouter();
  const mayEdit = useMay('product.edit');
  const mayImport = useMay('data.import');
  const { filters } = useFilters();
  const [form, setForm] = useNewForm();
  const [open, setOpen] = useState<Product>();
  useLive('products');
  const query = {
    ...(filters['q'] && { q: filters['q'] }),
    ...(filters['family'] && { family: filters['family'] }),
    ...(filters['with_archived'] && { with_archived: true }),
  };
  const source = $api.useInfiniteQuery('get', '/api/products', { params: { query } }, keyset);
  const families = $api.useQuery('get', '/api/product-families').data ?? [];
  const opened = open && (rowsOf(source).find(({ id }) => id === open.id) ?? open);
  const classes = (product: Product) => formatRow(product.component_classes.map(({ label }) => label), 'words');
  const create = mayEdit && <Button type="primary" icon={<PlusOutlined />} onClick={() => setForm('open')}>{t('new')}</Button>;
  const takeIn = mayImport && <Button icon={<ImportOutlined />} onClick={() => router.history.push('/import/products')}>{t('import')}</Button>;
  return (
    <>
      <ListPage
        list="products"
        title={t('title')}
        hint={t('hint')}
        {...(mayImport && { exportHref: `/api/sheets/products/export?${new URLSearchParams(query as Record<string, string>).toString()}` })}
        actions={
          <>
            {takeIn}
            {create}
          </>
        }
        filters={
          <>
            <Form.Item name="q" label={t('filter.q')}><Input allowClear style={{ width: 180 }} /></Form.Item>
            <Form.Item name="family" label={t('filter.family')}><Select allowClear style={{ minWidth: 120 }} options={families.filter(Boolean).map((family) => ({ value: family, label: family }))} /></Form.Item>
            <Form.Item name="with_archived" label={t('filter.archived')}><Select allowClear style={{ minWidth: 80 }} options={[{ value: 'true', label: t('yes') }]} /></Form.Item>
          </>
        }
        source={source}
        columns={[
          { title: t('column.model'), render: (_, row) => <Space><strong>{row.model}</strong>{row.archived && <StatusTag tone="off">{t('archived')}</StatusTag>}</Space> },
          { title: t('column.name'), dataIndex: 'name' },
          { title: t('column.family'), dataIndex: 'family' },
          { title: t('column.brand'), dataIndex: 'brand' },
          { title: t('column.classes'), render: (_, row) => classes(row) },
          { title: t('column.end'), dataIndex: 'end_of_production_on' },
        ]}
        card={(row) => (
          <>
            <Space><strong>{row.model}</strong>{row.archived && <StatusTag tone="off">{t('archived')}</StatusTag>}</Space>
            <div>{row.name}</div>
            <div style={{ color: 'var(--jn-ink-soft)' }}>{[row.brand, row.family, classes(row)].filter(Boolean).join(' · ')}</div>
          </>
        )}
        {...(mayEdit && { onOpen: (row: Product) => setOpen(row) })}
        empty={<EmptyState title={t('empty')} hint={t(mayEdit ? 'emptyHint' : 'emptyHint.read')} />}
        none={<EmptyState title={t('nothing')} hint={t(mayEdit ? 'nothingHint' : 'nothingHint.read')} action={<Space>{create}{takeIn}</Space>} />}
      />
      {opened && <ProductDrawer product={opened} onClose={() => setOpen(undefined)} />}
      {mayEdit && form === 'open' && <ProductDrawer onClose={() => setForm('closed')} />}
    </>
  );
}
