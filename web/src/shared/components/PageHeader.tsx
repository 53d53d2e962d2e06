import { useEffect, type ReactNode } from 'react';
import styles from './PageHeader.module.css';

type Props = { title: string; hint?: ReactNode; tags?: ReactNode; actions?: ReactNode };

/** A page's title above the ledger's double rule; also the browser tab's name. */
export function PageHeader({ title, hint, tags, actions }: Props) {
  useEffect(() => {
    document.title = `${title} · 践诺`;
  }, [title]);
  return (
    <header className={styles['header']}>
      <div className={styles['words']}>
        <h1>{title}{tags}</h1>
        {hint && <p>{hint}</p>}
      </div>
      {actions && <div className={`${styles['actions']} jn-no-print`}>{actions}</div>}
    </header>
  );
}
