import type { ReactNode } from 'react';
import { componentTexts } from '../texts';
import styles from './states.module.css';

type Props = { title?: string; hint?: ReactNode; action?: ReactNode; mark?: ReactNode };

/** Nothing to show: says so, and what to do about it. */
export function EmptyState({ title, hint, action, mark }: Props) {
  const t = componentTexts.useT();
  return (
    <div className={styles['state']}>
      {mark ?? <BlankPage />}
      <h2 className={styles['title']}>{title ?? t('empty.title')}</h2>
      {hint && <p className={styles['hint']}>{hint}</p>}
      {action}
    </div>
  );
}

/** An unwritten ledger page. */
function BlankPage() {
  return (
    <svg className={styles['mark']} viewBox="0 0 72 56" width="72" height="56" aria-hidden="true">
      <path d="M8 4h56v48H8z" fill="var(--jn-sheet)" stroke="var(--jn-rule)" />
      <path d="M14 16h44M14 24h44M14 32h44" stroke="var(--jn-rule-soft)" />
      <path d="M40 42h18M40 45h18" stroke="var(--jn-ink-faint)" />
      <path d="M22 4v48" stroke="var(--jn-accent)" opacity=".35" />
    </svg>
  );
}
