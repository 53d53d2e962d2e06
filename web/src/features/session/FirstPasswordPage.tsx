import { Button } from 'antd';
import { queryClient } from '@/shared/api/client';
import { meQuery } from '@/shared/session/useMe';
import { useSignOut } from '@/shared/session/useSignOut';
import { DoorPage } from './DoorPage';
import { PasswordForm } from './PasswordForm';
import styles from './session.module.css';
import { sessionTexts } from './texts';

/** Nobody works with a password that somebody else knows: the desk opens once it is replaced. */
export default function FirstPasswordPage() {
  const t = sessionTexts.useT();
  const signOut = useSignOut();
  return (
    <DoorPage>
      <h1 className={styles['heading']}>{t('first.title')}</h1>
      <p className={styles['about']}>{t('first.hint')}</p>
      <PasswordForm onDone={() => void queryClient.invalidateQueries({ queryKey: meQuery.queryKey })} />
      <Button type="link" style={{ padding: 0, marginTop: 16 }} onClick={signOut}>{t('signOut')}</Button>
    </DoorPage>
  );
}
