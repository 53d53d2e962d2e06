import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { LoadingPage, ReadProblem } from '@/shared/components/states';
import { MeContext, meQuery, useEnded, type Me } from '@/shared/session/useMe';
import { Shell } from './Shell';

const SignInPage = lazy(() => import('@/features/session/SignInPage'));
const FirstPasswordPage = lazy(() => import('@/features/session/FirstPasswordPage'));

/**
 * The door of the desk: sign-in in place, so that a link opened before signing in still leads where it pointed. A desk whose
 * session ended stays behind the door with all that was typed, and opens again for the same person.
 */
export function DeskShell() {
  const { data: me, error, refetch } = useQuery(meQuery);
  const ended = useEnded();
  if (me === undefined) return error ? <ReadProblem error={error} onRetry={() => void refetch()} /> : <LoadingPage />;
  const at = me ?? ended;
  return (
    <Suspense fallback={<LoadingPage />}>
      {me === null && <SignInPage />}
      {me?.must_change_password && <FirstPasswordPage />}
      {at && !at.must_change_password && <Desk key={at.id} me={at} place={me ? 'in sight' : 'behind the door'} />}
    </Suspense>
  );
}

function Desk({ me, place }: { me: Me; place: 'in sight' | 'behind the door' }) {
  const isAway = place === 'behind the door';
  // Dialogs and lists that are open stand beside the page in the document.
  useEffect(() => {
    document.body.classList.toggle('jn-door', isAway);
    return () => document.body.classList.remove('jn-door');
  }, [isAway]);
  return <MeContext value={me}><div style={{ display: isAway ? 'none' : 'contents' }}><Shell /></div></MeContext>;
}
