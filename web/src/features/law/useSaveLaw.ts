import { App } from 'antd';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';

type Law = components['schemas']['LawView'];
type Row = components['schemas']['LegalRow'];

/** Writes all rows anew from the version that was read; the server refuses when somebody else was faster. */
export function useSaveLaw(law: Law, onDone?: () => void) {
  const { message } = App.useApp();
  const save = $api.useMutation('put', '/api/law');
  const keep = (rows: Row[], said: string, version = law.version) =>
    save.mutate(
      { params: { header: ifMatch(version) }, body: { rows } },
      {
        onSuccess: (kept) => {
          void message.success(said);
          queryClient.setQueryData($api.queryOptions('get', '/api/law').queryKey, kept);
          onDone?.();
        },
      },
    );
  return { keep, error: save.error, isPending: save.isPending };
}
