import { useParams } from '@tanstack/react-router';
import { App, Button, Card, Descriptions, Form, Modal } from 'antd';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import { useLive } from '@/shared/api/live';
import type { components } from '@/shared/api/schema';
import { ActionButtons, ConfirmDialog } from '@/shared/components/actions';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { PageHeader } from '@/shared/components/PageHeader';
import { useBase } from '@/shared/hooks/useBase';
import { LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { PasswordInput } from '@/shared/components/PasswordInput';
import { PhoneText } from '@/shared/components/text';
import { formatRow } from '@/shared/format';
import { useWord } from '@/shared/words';
import { PersonFieldItems } from './PersonFields';
import { usePlaces } from './places';
import { peopleTexts } from './texts';

type Person = components['schemas']['PersonView'];

function usePersonChanged() {
  return () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/people') });
}

export default function PersonPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  useLive('people');
  const { data, error, refetch } = $api.useQuery('get', '/api/people/{id}', { params: { path: { id } } });
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return <Loaded person={data} />;
}

type Dialog = 'deactivate' | 'reset_password' | 'none';

function Loaded({ person }: { person: Person }) {
  const t = peopleTexts.useT();
  const { message } = App.useApp();
  const changed = usePersonChanged();
  const [dialog, setDialog] = useState<Dialog>('none');
  const params = { path: { id: person.id }, header: ifMatch(person.version) };
  const deactivate = $api.useMutation('post', '/api/people/{id}/deactivate', { onSuccess: changed });
  const reactivate = $api.useMutation('post', '/api/people/{id}/reactivate', {
    onSuccess: () => {
      void message.success(t('reactivated.done', { name: person.name }));
      return changed();
    },
  });
  const act = (name: string) => {
    if (name === 'reactivate') reactivate.mutate({ params });
    if (name === 'deactivate' || name === 'reset_password') setDialog(name);
  };
  const label = (name: string) => t(`action.${name}` as 'action.change');
  const may = person.actions.some(({ name, allowed }) => name === 'change' && allowed);
  return (
    <>
      <PageHeader
        title={person.name}
        hint={person.login}
        tags={!person.active && <StatusTag tone="off">{t('deactivated')}</StatusTag>}
        actions={<ActionButtons actions={person.actions.filter(({ name }) => name !== 'change')} label={label} onAct={act} danger={['deactivate']} {...(reactivate.isPending && { busy: 'reactivate' })} />}
      />
      <ProblemAlert error={reactivate.error} />
      {may ? <Edit person={person} onSaved={() => void changed()} /> : <Facts person={person} />}
      <ConfirmDialog
        open={dialog === 'deactivate'}
        title={t('action.deactivate')}
        text={t('deactivate.text', { name: person.name })}
        okText={t('action.deactivate')}
        look="danger"
        onOk={() => deactivate.mutateAsync({ params })}
        onClose={() => setDialog('none')}
      />
      {dialog === 'reset_password' && <ResetPassword person={person} onClose={() => setDialog('none')} />}
    </>
  );
}

/** What there is to know of somebody, for those who change nothing of it. */
function Facts({ person }: { person: Person }) {
  const t = peopleTexts.useT();
  const word = useWord();
  const place = usePlaces().find(({ id }) => id === person.org);
  const facts = [
    { key: 'field.roles', children: formatRow(person.roles.map((role) => word('role', role)), 'words') },
    { key: 'field.org', children: place?.name },
    { key: 'field.phone', children: person.phone && <PhoneText phone={person.phone} /> },
    { key: 'field.email', children: person.email },
    { key: 'field.skills', children: formatRow(person.skills, 'words') },
    { key: 'field.areas', children: formatRow(person.areas, 'words') },
  ] as const;
  const items = facts.filter(({ children }) => children).map((fact) => ({ ...fact, label: t(fact.key) }));
  return <Card style={{ maxWidth: 640 }}><Descriptions column={1} items={items} /></Card>;
}

function Edit({ person, onSaved }: { person: Person; onSaved: () => void }) {
  const t = peopleTexts.useT();
  const { message } = App.useApp();
  const [form] = Form.useForm<components['schemas']['PersonFields']>();
  const save = $api.useMutation('put', '/api/people/{id}', {
    onSuccess: (saved) => {
      void message.success(t('saved'));
      base.settle(saved);
      onSaved();
    },
  });
  const fill = (shown: Person) => {
    form.resetFields();
    form.setFieldsValue(shown as components["schemas"]["PersonFields"]);
  };
  const base = useBase({ shown: person, isTouched: () => form.isFieldsTouched(), fill, error: save.error });
  const rest = useFieldProblems(form, save.error);
  return (
    <Card style={{ maxWidth: 640 }}>
      <Form
        form={form}
        layout="vertical"
        initialValues={person}
        onFinish={(values) => save.mutate({ params: { path: { id: person.id }, header: ifMatch(base.version()) }, body: { ...values, customer: person.customer ?? null } })}
      >
        <PersonFieldItems />
        <ProblemAlert error={rest} />
        <Button type="primary" htmlType="submit" loading={save.isPending} style={{ marginTop: 8 }}>{t('save')}</Button>
      </Form>
    </Card>
  );
}

function ResetPassword({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = peopleTexts.useT();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ password: string }>();
  const reset = $api.useMutation('put', '/api/people/{id}/password', {
    onSuccess: () => {
      void message.success(t('reset.done'));
      onClose();
    },
  });
  const rest = useFieldProblems(form, reset.error);
  return (
    <Modal open title={t('reset.title', { name: person.name })} okText={t('action.reset_password')} cancelText={t('cancel')} okButtonProps={{ loading: reset.isPending }} onOk={() => form.submit()} onCancel={onClose} width={440}>
      <p style={{ marginBottom: 12 }}>{t('reset.text')}</p>
      <Form form={form} layout="vertical" onFinish={(body) => reset.mutate({ params: { path: { id: person.id } }, body })}>
        <Form.Item name="password" label={t('field.password')} extra={t('field.passwordHint')} rules={[{ required: true, message: t('missing') }]}><PasswordInput autoComplete="new-password" /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
