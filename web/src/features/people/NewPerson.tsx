import { App, Button, Drawer, Form, Input, Space } from 'antd';
import { $api, queryClient } from '@/shared/api/client';
import { useCreateKeys } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { useMe } from '@/shared/session/useMe';
import { PasswordInput } from '@/shared/components/PasswordInput';
import { PersonFieldItems } from './PersonFields';
import { peopleTexts } from './texts';

type Values = components['schemas']['CreatePerson'];

/** A drawer that adds a person with a first password. */
export function NewPerson({ onClose }: { onClose: () => void }) {
  const t = peopleTexts.useT();
  const { message } = App.useApp();
  const { org_id } = useMe();
  const keys = useCreateKeys();
  const [form] = Form.useForm<Values>();
  const create = $api.useMutation('post', '/api/people', {
    onSuccess: (person) => {
      void queryClient.invalidateQueries({ queryKey: ['get', '/api/people'] });
      void message.success(t('created', { login: person.login }));
      onClose();
    },
  });
  const rest = useFieldProblems(form, create.error);
  const required = { required: true, message: t('missing') };
  return (
    <Drawer
      open
      size={480}
      title={t('new')}
      onClose={onClose}
      footer={
        <Space style={{ justifyContent: 'flex-end', width: '100%' }}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={create.isPending} onClick={() => form.submit()}>{t('create')}</Button>
        </Space>
      }
    >
      <Form form={form} layout="vertical" initialValues={{ person: { org: org_id, language: 'zh', roles: [] } }} onFinish={(body) => create.mutate({ params: { header: keys.of(body) }, body })}>
        <Form.Item name="login" label={t('field.login')} extra={t('field.loginHint')} rules={[required]}><Input maxLength={32} autoComplete="off" /></Form.Item>
        <Form.Item name="password" label={t('field.password')} extra={t('field.passwordHint')} rules={[required]}><PasswordInput autoComplete="new-password" /></Form.Item>
        <PersonFieldItems at={['person']} />
        <ProblemAlert error={rest} />
      </Form>
    </Drawer>
  );
}
