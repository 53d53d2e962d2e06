import { PlusOutlined } from '@ant-design/icons';
import { useLocation } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch, useCreateKeys } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { FoldingTable } from '@/shared/components/list';
import { PageHeader } from '@/shared/components/PageHeader';
import { EmptyState, LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { useMay, useMe } from '@/shared/session/useMe';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import { regionTexts } from './texts';

type Region = components['schemas']['RegionView'];
type Values = { key: string; label: string; from_km?: number | null; to_km?: number | null; branch: string };

function changed() {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === '/api/regions' });
}

export default function RegionsPage() {
  const t = regionTexts.useT();
  const mayEdit = useMay('region.edit');
  const sought = useLocation({ select: (location) => location.hash });
  const [dialog, setDialog] = useState<Region | 'new'>();
  const { data, error, refetch } = $api.useQuery('get', '/api/regions');
  const places = $api.useQuery('get', '/api/org').data?.items ?? [];
  const close = $api.useMutation('post', '/api/regions/{key}/close', { onSuccess: changed });
  const reopen = $api.useMutation('post', '/api/regions/{key}/reopen', { onSuccess: changed });
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  const act = (name: string, region: Region) => {
    const params = { path: { key: region.key }, header: ifMatch(region.version) };
    if (name === 'change') setDialog(region);
    if (name === 'close') close.mutate({ params });
    if (name === 'reopen') reopen.mutate({ params });
  };
  const band = ({ from_km, to_km }: Region) => {
    if (typeof from_km !== 'number' && typeof to_km !== 'number') return '—';
    return typeof to_km === 'number' ? t('band', { from: from_km ?? 0, to: to_km }) : t('bandFrom', { from: from_km ?? 0 });
  };
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={mayEdit && <Button type="primary" icon={<PlusOutlined />} onClick={() => setDialog('new')}>{t('new')}</Button>} />
      <ProblemAlert error={close.error ?? reopen.error} />
      {data.length === 0 ? <EmptyState title={t('empty')} hint={t('emptyHint')} /> : (
        <FoldingTable<Region>
          rowKey="key"
          size="middle"
          pagination={false}
          dataSource={data}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: t('column.label'), render: (_, row) => <strong>{row.key === sought ? <mark>{row.label}</mark> : row.label}</strong> },
            { title: t('column.key'), dataIndex: 'key' },
            { title: t('column.band'), render: (_, row) => band(row) },
            { title: t('column.branch'), render: (_, row) => places.find(({ id }) => id === row.branch)?.name ?? '' },
            { title: t('column.state'), render: (_, row) => <StatusTag tone={row.closed ? 'off' : 'active'}>{row.closed ? t('closed') : t('open')}</StatusTag> },
            {
              render: (_, row) => (
                <Space size={0}>
                  {row.actions.filter(({ allowed }) => allowed).map(({ name }) => <Button key={name} type="link" size="small" onClick={() => act(name, row)}>{t(`action.${name}` as 'action.change')}</Button>)}
                </Space>
              ),
            },
          ]}
        />
      )}
      {dialog && <RegionDialog {...(dialog !== 'new' && { region: data.find(({ key }) => key === dialog.key) ?? dialog })} onClose={() => setDialog(undefined)} />}
    </>
  );
}

function RegionDialog({ region, onClose }: { region?: Region; onClose: () => void }) {
  const t = regionTexts.useT();
  const { org_id } = useMe();
  const keys = useCreateKeys();
  const [form] = Form.useForm<Values>();
  const places = $api.useQuery('get', '/api/org').data?.items ?? [];
  const done = () => {
    onClose();
    return changed();
  };
  const create = $api.useMutation('post', '/api/regions', { onSuccess: done });
  const change = $api.useMutation('put', '/api/regions/{key}', { onSuccess: done });
  const version = useOpenedVersion(region, change.error);
  const rest = useFieldProblems(form, region ? change.error : create.error);
  const submit = ({ key: named, ...values }: Values) => {
    const body = { ...values, from_km: values.from_km ?? null, to_km: values.to_km ?? null };
    if (region) change.mutate({ params: { path: { key: region.key }, header: ifMatch(version()) }, body });
    else create.mutate({ params: { header: keys.of([named, body]) }, body: { key: named, region: body } });
  };
  const required = { required: true, message: t('missing') };
  return (
    <Modal open title={region ? region.label : t('new')} okText={t('save')} cancelText={t('cancel')} okButtonProps={{ loading: create.isPending || change.isPending }} onOk={() => form.submit()} onCancel={onClose} width={440}>
      <Form form={form} layout="vertical" initialValues={region ?? { branch: org_id }} onFinish={submit}>
        {!region && <Form.Item name="key" label={t('field.key')} extra={t('field.keyHint')} rules={[required, { pattern: /^[a-z0-9][a-z0-9-]*$/, message: t('field.keyHint') }]}><Input maxLength={64} /></Form.Item>}
        <Form.Item name="label" label={t('field.label')} rules={[{ ...required, whitespace: true }]}><Input maxLength={100} /></Form.Item>
        <Space>
          <Form.Item name="from_km" label={t('field.from')}><InputNumber min={0} max={20000} precision={0} /></Form.Item>
          <Form.Item name="to_km" label={t('field.to')}><InputNumber min={0} max={20000} precision={0} /></Form.Item>
        </Space>
        <Form.Item name="branch" label={t('field.branch')} rules={[required]}>
          <Select options={places.filter((place) => !place.closed).map((place) => ({ value: place.id, label: place.name }))} />
        </Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
