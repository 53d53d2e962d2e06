import { Button } from 'antd';
import type { components } from '@/shared/api/schema';
import styles from './session.module.css';
import { sessionTexts } from './texts';

type DemoAccount = components['schemas']['DemoSignIn'];
type Props = { accounts: readonly DemoAccount[]; busy: string | undefined; onChoose: (account: { login: string; password: string }) => void };

/** One sign-in per role; the server lists them in a demo only. */
export function DemoAccounts({ accounts, busy, onChoose }: Props) {
  const t = sessionTexts.useT();
  return (
    <section className={styles['sheet']} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={styles['heading']}>{t('signIn.demo')}</h2>
      <p className={styles['about']}>{t('signIn.demoHint')}</p>
      <ul className={styles['accounts']}>
        {accounts.map(({ login, password, name, role }) => (
          <li key={login}>
            <Button block loading={busy === login} disabled={busy !== undefined && busy !== login} aria-label={t('signIn.as', { role })} onClick={() => onChoose({ login, password })}>
              <span className={styles['account']}><strong>{role}</strong><span>{name}</span></span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
