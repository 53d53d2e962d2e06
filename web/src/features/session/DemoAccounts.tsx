import { Button } from 'antd';
import type { components } from '@/shared/api/schema';
import { useWord } from '@/shared/words';
import styles from './session.module.css';
import { sessionTexts } from './texts';

type DemoAccount = components['schemas']['DemoSignIn'];
type Props = { accounts: readonly DemoAccount[]; busy: string | undefined; onChoose: (account: { login: string; password: string }) => void };

/** One sign-in per role; the server lists them in a demo only. */
export function DemoAccounts({ accounts, busy, onChoose }: Props) {
  const t = sessionTexts.useT();
  const word = useWord();
  const sees = (role: string) => {
    const key = `sees.${role}`;
    return sessionTexts.has(key) ? t(key) : undefined;
  };
  return (
    <section className={`${styles['sheet']} ${styles['wide']}`} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={styles['heading']}>{t('signIn.demo')}</h2>
      <p className={styles['about']}>{t('signIn.demoHint')}</p>
      <ul className={styles['accounts']}>
        {accounts.map(({ login, password, name, role }) => (
          <li key={login}>
            <Button block className={styles['accountButton'] ?? ''} loading={busy === login} disabled={busy !== undefined && busy !== login} onClick={() => onChoose({ login, password })}>
              <span className={styles['account']}>
                <span className="jn-visually-hidden">{t('signIn.as', { role: word('role', role) })}</span>
                <span><strong>{word('role', role)}</strong> <span>{name}</span></span>
                {sees(role) && <small>{sees(role)}</small>}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
