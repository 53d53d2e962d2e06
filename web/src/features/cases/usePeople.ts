import { $api } from '@/shared/api/client';
import { useMay } from '@/shared/session/useMe';

const MOST = 200;

export type Option = { value: string; label: string };

/** The people of the caller's place, for choosing; nobody for those who may not see people. */
export function usePeople(): { options: Option[]; name: (id: string | null | undefined) => string | undefined } {
  const may = useMay('people.read');
  const { data } = $api.useQuery('get', '/api/people', { params: { query: { limit: MOST } } }, { enabled: may, staleTime: 60_000 });
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return { options, name: (id) => options.find(({ value }) => value === id)?.label };
}
