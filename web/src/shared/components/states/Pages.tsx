import { Button, Skeleton } from 'antd';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ApiProblem } from '@/shared/api/problem';
import { componentTexts } from '../texts';
import { EmptyState } from './EmptyState';
import { ProblemAlert } from './ProblemAlert';
import styles from './states.module.css';

export function NotFoundPage() {
  const t = componentTexts.useT();
  return <EmptyState mark={<span className={styles['code']}>404</span>} title={t('notFound.title')} hint={t('notFound.hint')} action={<Button href="/">{t('notFound.home')}</Button>} />;
}

export function ForbiddenPage() {
  const t = componentTexts.useT();
  return <EmptyState mark={<span className={styles['code']}>403</span>} title={t('forbidden.title')} hint={t('forbidden.hint')} />;
}

/** Shown in place of a page that failed; the shell around it stays. */
export function CrashPage({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) {
  const t = componentTexts.useT();
  if (error instanceof ApiProblem) return <div className={styles['loading']}><ProblemAlert error={error} onRetry={reset} /></div>;
  return (
    <EmptyState
      title={t('crash.title')}
      hint={t('crash.hint')}
      action={<Button type="primary" onClick={() => globalThis.location.reload()}>{t('crash.reload')}</Button>}
    />
  );
}

export function LoadingPage() {
  return <div className={styles['loading']}><Skeleton active paragraph={{ rows: 6 }} /></div>;
}

/** What a failed read becomes: 404 and 403 are pages of their own, everything else says what to do. */
export function ReadProblem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />;
  if (error instanceof ApiProblem && error.status === 403) return <ForbiddenPage />;
  return <ProblemAlert error={error} {...(onRetry && { onRetry })} />;
}
