import { Button, Skeleton } from 'antd';
import { useIsMutating } from '@tanstack/react-query';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ApiProblem } from '@/shared/api/problem';
import { useOnline } from '@/shared/hooks/useOnline';
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
  const isOnline = useOnline();
  const busy = useIsMutating() > 0;
  if (error instanceof ApiProblem) return <div className={styles['loading']}><ProblemAlert error={error} onRetry={reset} /></div>;
  // A page that was never opened comes from the server. To open it anew takes the page away, and with it what is still to be sent.
  if (!isOnline || isMissingPart(error)) {
    return (
      <EmptyState
        title={t('unreached.title')}
        hint={t('unreached.hint')}
        action={<Button type="primary" disabled={!isOnline} loading={isOnline && busy} onClick={() => globalThis.location.reload()}>{t('crash.reload')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={t('crash.title')}
      hint={t('crash.hint')}
      action={<Button type="primary" onClick={() => globalThis.location.reload()}>{t('crash.reload')}</Button>}
    />
  );
}

/** Whether the browser could not fetch a part of the web app. */
function isMissingPart(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|Importing a module script/iu.test(error.message);
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
