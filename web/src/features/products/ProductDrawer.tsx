import { Alert, App, Button, DatePicker, Drawer, Form, Input, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch, useCreateKeys } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { ActionButtons } from '@/shared/components/actions';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { LegalProductSelect } from '@/shared/components/LegalProductSelect';
import { PlanVersionSelect } from '@/shared/components/PlanVersionSelect';
import { ProblemAlert } from '@/shared/components/states';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import { ClassList } from './ClassList';
import { productTexts } from './texts';

type Product = components['schemas']['ProductView'];
type Fields = Omit<components['schemas']['ProductFields'], 'end_of_production_on'> & { end_of_production_on?: Dayjs | null };

/** Adds a product, or changes the one given. */
export function ProductDrawer({ product, onClose }: { product?: Product; onClose: () => void }) {
  const t = productTexts.useT();
  const { message } = App.useApp();
  const keys = useCreateKeys();
  const [form] = Form.useForm<Fields>();
  const done = () => {
    void message.success(t('saved'));
    onClose();
    return queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/product') });
  };
  const create = $api.useMutation('post', '/api/products', { onSuccess: done });
  const change = $api.useMutation('put', '/api/products/{id}', { onSuccess: done });
  const archive = $api.useMutation('post', '/api/products/{id}/archive', { onSuccess: done });
  const restore = $api.useMutation('post', '/api/products/{id}/restore', { onSuccess: done });
  const version = useOpenedVersion(product, change.error);
  const rest = useFieldProblems(form, product ? change.error : create.error);
  const mayChange = product?.actions.find(({ name }) => name === 'change');
  const may = !product || mayChange?.allowed === true;
  const submit = ({ end_of_production_on, ...values }: Fields) => {
    const body = {
      ...values,
      legal_product: values.legal_product ? values.legal_product : null,
      end_of_production_on: end_of_production_on ? end_of_production_on.format('YYYY-MM-DD') : null,
    };
    if (product) change.mutate({ params: { path: { id: product.id }, header: ifMatch(version()) }, body });
    else create.mutate({ params: { header: keys.of(body) }, body });
  };
  const act = (name: string) => {
    if (!product) return;
    const params = { path: { id: product.id }, header: ifMatch(product.version) };
    if (name === 'archive') archive.mutate({ params });
    if (name === 'restore') restore.mutate({ params });
  };
  const required = { required: true, whitespace: true, message: t('missing') };
  const initial = product
    ? { ...product, end_of_production_on: product.end_of_production_on ? dayjs(product.end_of_production_on) : null }
    : { family: '', brand: '', component_classes: [] };
  return (
    <Drawer
      open
      size={480}
      title={product ? product.model : t('new')}
      onClose={onClose}
      extra={product && <ActionButtons actions={product.actions.filter(({ name }) => name === (product.archived ? 'restore' : 'archive'))} label={(name) => t(`action.${name}` as 'action.archive')} onAct={act} danger={['archive']} />}
      footer={
        <Space style={{ justifyContent: 'flex-end', width: '100%' }}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {may && <Button type="primary" loading={create.isPending || change.isPending} onClick={() => form.submit()}>{t('save')}</Button>}
        </Space>
      }
    >
      {mayChange?.because && <Alert type="info" showIcon title={mayChange.because} style={{ marginBottom: 16 }} />}
      <Form form={form} layout="vertical" disabled={!may} initialValues={initial} onFinish={submit}>
        <Form.Item name="model" label={t('field.model')} rules={[required]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="name" label={t('field.name')} rules={[required]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="family" label={t('field.family')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="brand" label={t('field.brand')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="legal_product" label={t('field.legal')} extra={t('field.legalHint')}><LegalProductSelect /></Form.Item>
        <Form.Item name="end_of_production_on" label={t('field.end')}><DatePicker /></Form.Item>
        <Form.Item name="plan_version" label={t('field.plan')} extra={t('field.planHint')}><PlanVersionSelect /></Form.Item>
        <Form.Item label={t('field.classes')} extra={t('field.classesHint')}><ClassList own={product?.component_classes ?? []} /></Form.Item>
        <ProblemAlert error={rest ?? archive.error ?? restore.error} />
      </Form>
    </Drawer>
  );
}
