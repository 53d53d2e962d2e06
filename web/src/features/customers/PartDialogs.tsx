import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { $api } from '@/shared/api/client';
import { ifMatch, useCreateKeys } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import { customersChanged } from './CustomerDrawer';
import { customerTexts } from './texts';

type Site = components['schemas']['SiteView'];
type Contact = components['schemas']['ContactView'];
type Props<Part> = { customer: string; part?: Part; onClose: () => void };

/** Adds a site to a customer, or changes the one given. */
export function SiteDialog({ customer, part, onClose }: Props<Site>) {
  const t = customerTexts.useT();
  const keys = useCreateKeys();
  const [form] = Form.useForm<components['schemas']['SiteFields']>();
  const regions = $api.useQuery('get', '/api/regions').data ?? [];
  const done = () => {
    onClose();
    return customersChanged();
  };
  const add = $api.useMutation('post', '/api/customers/{id}/sites', { onSuccess: done });
  const change = $api.useMutation('put', '/api/sites/{id}', { onSuccess: done });
  const version = useOpenedVersion(part, change.error);
  const rest = useFieldProblems(form, part ? change.error : add.error);
  const required = { required: true, whitespace: true, message: t('missing') };
  const submit = (values: components['schemas']['SiteFields']) => {
    const body = { ...values, region: values.region ?? null, distance_km: values.distance_km ?? null };
    if (part) change.mutate({ params: { path: { id: part.id }, header: ifMatch(version()) }, body });
    else add.mutate({ params: { path: { id: customer }, header: keys.of(body) }, body });
  };
  return (
    <Modal open title={part ? t('site.change') : t('site.add')} okText={t('save')} cancelText={t('cancel')} okButtonProps={{ loading: add.isPending || change.isPending }} onOk={() => form.submit()} onCancel={onClose} width={480}>
      <Form form={form} layout="vertical" {...(part && { initialValues: part })} onFinish={submit}>
        <Form.Item name="name" label={t('field.name')} rules={[required]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="address" label={t('field.address')} rules={[required]}><Input maxLength={500} /></Form.Item>
        <Form.Item name="region" label={t('field.region')}>
          <Select allowClear options={regions.filter((region) => !region.closed).map((region) => ({ value: region.key, label: region.label }))} />
        </Form.Item>
        <Form.Item name="distance_km" label={t('field.distance')} extra={t('field.distanceHint')}><InputNumber min={0} max={20000} precision={0} style={{ width: 160 }} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}

/** Adds a contact to a customer, or changes the one given. */
export function ContactDialog({ customer, part, onClose }: Props<Contact>) {
  const t = customerTexts.useT();
  const keys = useCreateKeys();
  const [form] = Form.useForm<components['schemas']['ContactFields']>();
  const done = () => {
    onClose();
    return customersChanged();
  };
  const add = $api.useMutation('post', '/api/customers/{id}/contacts', { onSuccess: done });
  const change = $api.useMutation('put', '/api/contacts/{id}', { onSuccess: done });
  const version = useOpenedVersion(part, change.error);
  const rest = useFieldProblems(form, part ? change.error : add.error);
  const submit = (body: components['schemas']['ContactFields']) => {
    if (part) change.mutate({ params: { path: { id: part.id }, header: ifMatch(version()) }, body });
    else add.mutate({ params: { path: { id: customer }, header: keys.of(body) }, body });
  };
  return (
    <Modal open title={part ? t('contact.change') : t('contact.add')} okText={t('save')} cancelText={t('cancel')} okButtonProps={{ loading: add.isPending || change.isPending }} onOk={() => form.submit()} onCancel={onClose} width={440}>
      <Form form={form} layout="vertical" {...(part && { initialValues: part })} onFinish={submit}>
        <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('missing') }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="duty" label={t('field.duty')}><Input maxLength={100} /></Form.Item>
        <Form.Item name="phone" label={t('field.phone')}><Input type="tel" maxLength={40} /></Form.Item>
        <Form.Item name="mail" label={t('field.mail')}><Input type="email" maxLength={254} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
