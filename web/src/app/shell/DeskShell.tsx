import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { LoadingPage, ReadProblem } from '@/shared/components/states';
import { MeContext, meQuery, type Me } from '@/shared/session/useMe';
import { Shell } from './Shell';

const SignInPage = lazy(() => import('@/features/session/SignInPage'));
const FirstPasswordPage = lazy(() => import('@/features/session/FirstPasswordPage'));

/** The door of the desk: sign-in in place, so that a link opened before signing in still leads where it pointed. */
export function DeskShell() {
  const { data: me, error, refetch } = useQuery(meQuery);
  if (me === undefined) return error ? <ReadProblem error={error} onRetry={() => void refetch()} /> : <LoadingPage />;
  return <Suspense fallback={<LoadingPage />}>{me === null ? <SignInPage /> : me.must_change_password ? <FirstPasswordPage /> : <Desk me={me} />}</Suspense>;
}

function Desk({ me }: { me: Me }) {
  return <MeContext value={me}><Shell /></MeContext>;
}
