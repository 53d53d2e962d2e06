import { Link, useRouter } from '@tanstack/react-router';
import { Alert, App, Button, Drawer, Form, Input, Segmented, Select, Space } from 'antd';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch, useCreateKeys } from '@/shared/api/headers';
import { isProblem } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { useMe } from '@/shared/session/useMe';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import { customerTexts } from './texts';

type Customer = components['schemas']['CustomerView'];
type Fields = components['schemas']['CustomerFields'];

export function customersChanged() {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/customers') });
}

/** The customers that stand in the way of a new one: of the same name and telephone. */
function namesakesIn(error: unknown): components['schemas']['ExistingRef'][] {
  return isProblem(error, 409) ? (error.body?.existing ?? []).filter(({ kind }) => kind === 'customer') : [];
}

/** What was said after the button at the end of a long form was pressed stands at its beginning: it is scrolled there. */
function inSight(alert: { nativeElement: HTMLElement | null } | null): void {
  alert?.nativeElement?.scrollIntoView?.({ block: 'center' });
}

function Namesakes({ found, title, onCreate }: { found: readonly components['schemas']['ExistingRef'][]; title: string; onCreate: () => void }) {
  const t = customerTexts.useT();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      ref={inSight}
      style={{ marginBottom: 16 }}
      title={title}
      description={
        <>
          {found.map(({ id, title: name }) => <div key={id}><Link to="/customers/$id" params={{ id }}>{name}</Link></div>)}
          <Button size="small" style={{ marginTop: 8 }} onClick={onCreate}>{t('allTheSame')}</Button>
        </>
      }
    />
  );
}

/** Adds a customer, or changes the one given. */
export function CustomerDrawer({ customer, onClose }: { customer?: Customer; onClose: () => void }) {
  const t = customerTexts.useT();
  const router = useRouter();
  const { message } = App.useApp();
  const { org_id } = useMe();
  const keys = useCreateKeys();
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form);
  const places = $api.useQuery('get', '/api/org').data?.items ?? [];
  const create = $api.useMutation('post', '/api/customers', {
    onSuccess: (made) => {
      void message.success(t('created', { number: made.number }));
      router.history.push(`/customers/${made.id}`);
      return customersChanged();
    },
  });
  const change = $api.useMutation('put', '/api/customers/{id}', {
    onSuccess: () => {
      void message.success(t('saved'));
      onClose();
      return customersChanged();
    },
  });
  const version = useOpenedVersion(customer, change.error);
  const namesakes = namesakesIn(create.error);
  const rest = useFieldProblems(form, customer ? change.error : namesakes.length > 0 ? null : create.error);
  const submit = (body: Fields) => {
    if (customer) change.mutate({ params: { path: { id: customer.id }, header: ifMatch(version()) }, body });
    else create.mutate({ params: { header: keys.of(body) }, body });
  };
  const createAllTheSame = () => {
    const body = form.getFieldsValue(true) as Fields;
    create.mutate({ params: { header: keys.of([body, 'all the same']), query: { all_the_same: true } }, body });
  };
  const required = { required: true, whitespace: true, message: t('missing') };
  return (
    <Drawer
      open
      size={480}
      title={customer ? customer.name : t('new')}
      onClose={onClose}
      footer={
        <Space style={{ justifyContent: 'flex-end', width: '100%' }}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={create.isPending || change.isPending} onClick={() => form.submit()}>{t('save')}</Button>
        </Space>
      }
    >
      <Form form={form} layout="vertical" initialValues={customer ?? { kind: 'organisation', branch: org_id, phone: '', mail: '', uscc: '', note: '' }} onFinish={submit}>
        {namesakes.length > 0 && <Namesakes found={namesakes} title={create.error instanceof Error ? create.error.message : ''} onCreate={createAllTheSame} />}
        <Form.Item name="kind" label={t('field.kind')}>
          <Segmented options={[{ value: 'organisation', label: t('kind.organisation') }, { value: 'consumer', label: t('kind.consumer') }]} />
        </Form.Item>
        <Form.Item name="name" label={t('field.name')} rules={[required]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="phone" label={t('field.phone')} extra={t('field.phoneHint')}><Input type="tel" maxLength={40} /></Form.Item>
        <Form.Item name="mail" label={t('field.mail')}><Input type="email" maxLength={254} /></Form.Item>
        {kind !== 'consumer' && <Form.Item name="uscc" label={t('field.uscc')}><Input maxLength={18} /></Form.Item>}
        <Form.Item name="branch" label={t('field.branch')} rules={[{ required: true, message: t('missing') }]}>
          <Select options={places.filter((place) => !place.closed).map((place) => ({ value: place.id, label: place.name }))} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="note" label={t('field.note')}><Input.TextArea rows={3} maxLength={4000} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Drawer>
  );
}
