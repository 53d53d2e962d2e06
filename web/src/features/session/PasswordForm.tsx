import { Button, Form } from 'antd';
import { $api } from '@/shared/api/client';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { PasswordInput } from '@/shared/components/PasswordInput';
import { sessionTexts } from './texts';

type Values = { current_password: string; new_password: string; repeated: string };

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const t = sessionTexts.useT();
  const [form] = Form.useForm<Values>();
  const change = $api.useMutation('put', '/api/me/password', { onSuccess: onDone });
  const rest = useFieldProblems(form, change.error);
  const required = { required: true, message: t('password.missing') };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={({ current_password, new_password }) => change.mutate({ body: { current_password, new_password } })}>
      <Form.Item name="current_password" label={t('password.current')} rules={[required]}>
        <PasswordInput autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="new_password"
        label={t('password.new')}
        extra={t('password.newHint')}
        dependencies={['current_password']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, value) => (value && value === getFieldValue('current_password') ? Promise.reject(new Error(t('password.same'))) : Promise.resolve()),
          }),
        ]}
      >
        <PasswordInput autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('password.repeat')}
        dependencies={['new_password']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, value) => (value && value !== getFieldValue('new_password') ? Promise.reject(new Error(t('password.differs'))) : Promise.resolve()),
          }),
        ]}
      >
        <PasswordInput autoComplete="new-password" />
      </Form.Item>
      <ProblemAlert error={rest} />
      <Button type="primary" htmlType="submit" loading={change.isPending} style={{ marginTop: 8 }}>{t('password.submit')}</Button>
    </Form>
  );
}
