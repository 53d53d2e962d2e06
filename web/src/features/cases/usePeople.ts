import { $api } from '@/shared/api/client';
import { formatRow } from '@/shared/format';
import { useWord } from '@/shared/words';
import { useMay } from '@/shared/session/useMe';

const MOST = 200;

export type Option = { value: string; label: string };

/** Who does the work of visits, first in the list. */
const VISITORS = new Set(['engineer', 'partner_outlet']);
/** Not the company's own people: nothing is asked of them here. */
const OUTSIDERS = new Set(['customer', 'supplier']);

/** The people of the caller's place with their roles, for choosing, those whom a text finds, by pinyin too; nobody for those who may not see people. */
export function usePeople(text = ''): { options: Option[]; name: (id: string | null | undefined) => string | undefined } {
  const may = useMay('people.read');
  const { data } = $api.useQuery('get', '/api/people', { params: { query: { limit: MOST, ...(text && { q: text }) } } }, { enabled: may, staleTime: 60_000, placeholderData: (before) => before });
  const word = useWord();
  const people = data?.items ?? [];
  const options = people
    .filter(({ roles }) => !roles.some((role) => OUTSIDERS.has(role)))
    .toSorted((a, b) => visits(a) - visits(b))
    .map(({ id, name, roles }) => ({ value: id, label: `${name} · ${formatRow(roles.map((role) => word('role', role)), 'words')}` }));
  return { options, name: (id) => people.find((person) => person.id === id)?.name };
}

function visits({ roles }: { roles: readonly string[] }): number {
  return roles.some((role) => VISITORS.has(role)) ? 0 : 1;
}
