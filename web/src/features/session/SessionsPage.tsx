import { Button, Card, Skeleton } from 'antd';
import { $api, queryClient } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { PageHeader } from '@/shared/components/PageHeader';
import { ProblemAlert } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { TimeText } from '@/shared/components/text';
import { useMay } from '@/shared/session/useMe';
import { deviceName } from './deviceName';
import styles from './session.module.css';
import { sessionTexts } from './texts';
import { Tokens } from './Tokens';

type Session = components['schemas']['SessionView'];

const sessionsQuery = $api.queryOptions('get', '/api/me/sessions');

export default function SessionsPage() {
  const t = sessionTexts.useT();
  const mayTokens = useMay('token.own');
  const { data, error, isPending, refetch } = $api.useQuery('get', '/api/me/sessions');
  const revoke = $api.useMutation('delete', '/api/me/sessions/{id}', {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  return (
    <>
      <PageHeader title={t('sessions.title')} hint={t('sessions.hint')} />
      <ProblemAlert error={error ?? revoke.error} onRetry={() => void refetch()} />
      {isPending && !error && <Skeleton active />}
      <ul className={styles['sessions']}>
        {data?.items.map((session) => (
          <li key={session.id}>
            <SessionCard session={session} busy={revoke.isPending && revoke.variables.params.path.id === session.id} onRevoke={() => revoke.mutate({ params: { path: { id: session.id } } })} />
          </li>
        ))}
      </ul>
      {mayTokens && <Tokens />}
    </>
  );
}

function SessionCard({ session, busy, onRevoke }: { session: Session; busy: boolean; onRevoke: () => void }) {
  const t = sessionTexts.useT();
  return (
    <Card size="small">
      <div className={styles['session']}>
        <div>
          <strong className={styles['device']} title={session.user_agent ?? ''}>{deviceName(session.user_agent) ?? t('sessions.unknown')}</strong>
          {session.current && <StatusTag tone="active">{t('sessions.current')}</StatusTag>}
          <dl>
            <div><dt>{t('sessions.since')}</dt><dd><TimeText at={session.created_at} /></dd></div>
            <div><dt>{t('sessions.seen')}</dt><dd><TimeText at={session.last_seen_at} /></dd></div>
            {session.address && <div><dt>{t('sessions.address')}</dt><dd>{session.address}</dd></div>}
          </dl>
        </div>
        {!session.current && <Button danger loading={busy} onClick={onRevoke}>{t('sessions.revoke')}</Button>}
      </div>
    </Card>
  );
}
