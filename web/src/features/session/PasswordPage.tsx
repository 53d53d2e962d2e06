import { App, Card } from 'antd';
import { useState } from 'react';
import { PageHeader } from '@/shared/components/PageHeader';
import { PasswordForm } from './PasswordForm';
import { sessionTexts } from './texts';

export default function PasswordPage() {
  const t = sessionTexts.useT();
  const { message } = App.useApp();
  const [round, setRound] = useState(0);
  const done = () => {
    setRound(round + 1);
    void message.success(t('password.done'));
  };
  return (
    <>
      <PageHeader title={t('password.title')} />
      <Card style={{ maxWidth: 480 }}><PasswordForm key={round} onDone={done} /></Card>
    </>
  );
}
