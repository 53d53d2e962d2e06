import { Alert, Button, Form, Input } from 'antd';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { ProblemAlert } from '@/shared/components/states';
import { beginSession, useEnded, usePublicInfo } from '@/shared/session/useMe';
import { PasswordInput } from '@/shared/components/PasswordInput';
import { DemoAccounts } from './DemoAccounts';
import { DoorPage } from './DoorPage';
import styles from './session.module.css';
import { sessionTexts } from './texts';

type SignIn = components['schemas']['SignIn'];

export default function SignInPage() {
  const t = sessionTexts.useT();
  const info = usePublicInfo();
  const ended = useEnded();
  const signIn = $api.useMutation('post', '/api/session', { onSuccess: beginSession });
  const submit = (values: SignIn) => signIn.mutate({ body: values });
  return (
    <DoorPage aside={info?.demo && <DemoAccounts accounts={info.demo_accounts} busy={signIn.isPending ? signIn.variables.body.login : undefined} onChoose={submit} />}>
      <h1 className={styles['motto']}>{t('signIn.motto')}</h1>
      {ended ? <Alert type="warning" showIcon title={t('signIn.ended')} description={t('signIn.endedHint', { name: ended.name })} style={{ marginBlock: 12 }} /> : <p className={styles['about']}>{t('signIn.about')}</p>}
      <Form<SignIn> layout="vertical" onFinish={submit} requiredMark={false} className={styles['form'] ?? ''}>
        <Form.Item name="login" label={t('signIn.login')} rules={[{ required: true, message: t('signIn.loginMissing') }]}>
          <Input autoComplete="username" size="large" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('signIn.passwordMissing') }]}>
          <PasswordInput autoComplete="current-password" size="large" />
        </Form.Item>
        <ProblemAlert error={signIn.error} />
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>{t('signIn.submit')}</Button>
      </Form>
    </DoorPage>
  );
}
