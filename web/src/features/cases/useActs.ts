import { App } from 'antd';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import { isProblem } from '@/shared/api/problem';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import type { Case, Command } from './model';
import { caseTexts } from './texts';

/** Puts the answer of a write on the page and lets lists ask again. */
export function showCase(answered: Case): void {
  queryClient.setQueryData(['get', '/api/cases/{id}', { params: { path: { id: answered.id } } }], answered);
  void queryClient.invalidateQueries({ queryKey: ['get', '/api/cases'] });
  // What was put right or decided on a case changes who pays.
  void queryClient.invalidateQueries({ queryKey: ['get', '/api/cases/{id}/entitlement', { params: { path: { id: answered.id } } }] });
}

export function refreshCase(id: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['get', '/api/cases/{id}', { params: { path: { id } } }] });
}

/** Takes an action on a case as it was when its dialog was opened; a case changed meanwhile is read again, and the person told. */
export function useAct(shown: Case) {
  const t = caseTexts.useT();
  const { message } = App.useApp();
  const act = $api.useMutation('post', '/api/cases/{id}/actions', {
    onSuccess: showCase,
    onError: (error) => {
      if (!isProblem(error, 412)) return;
      void refreshCase(shown.id);
      void message.warning(t('act.stale'));
    },
  });
  const version = useOpenedVersion(shown, act.error);
  const take = (command: Command) => act.mutateAsync({ params: { path: { id: shown.id }, header: ifMatch(version()) }, body: command });
  return { take, error: act.error, isBusy: act.isPending };
}
