import { App } from 'antd';
import { $api } from '@/shared/api/client';
import { isProblem } from '@/shared/api/problem';
import { problemTitle } from '@/shared/components/states';
import { forgetSession } from './useMe';

/** Leaves the desk. Where the server did not end the session, whoever opens the page next would be inside: the page says so and stays. */
export function useSignOut(): () => void {
  const { message } = App.useApp();
  const { mutate } = $api.useMutation('delete', '/api/session', {
    onSuccess: forgetSession,
    onError: (error) => {
      if (isProblem(error, 401)) forgetSession();
      else void message.error(problemTitle(error));
    },
  });
  return () => mutate({});
}
