import { queryOptions, useQuery } from '@tanstack/react-query';
import { $api, api, meKey, queryClient } from '@/shared/api/client';
import { isProblem } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';

export type Me = components['schemas']['Me'];
export type PublicInfo = components['schemas']['PublicInfo'];

async function fetchMe(): Promise<Me | null> {
  try {
    const { data } = await api.GET('/api/me');
    return data ?? null;
  } catch (error) {
    if (isProblem(error, 401)) return null;
    throw error;
  }
}

/** Who is signed in; null for nobody. */
export const meQuery = queryOptions<Me | null>({ queryKey: meKey, queryFn: fetchMe, staleTime: 60_000 });

/** The signed-in person. Only for pages inside the desk, which is not drawn for anybody else. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('A page of the desk is drawn only after sign-in.');
  return data;
}

/** Whether the server lets this person see something: for menus and links only, the server decides each request again. */
export function useMay(permission: string): boolean {
  return useMe().permissions.includes(permission);
}

export function usePublicInfo(): PublicInfo | undefined {
  return $api.useQuery('get', '/api/public/info', {}, { staleTime: Number.POSITIVE_INFINITY }).data;
}

/** Forgets everything that was read for the person who left, then shows the sign-in page. */
export function forgetSession(): void {
  queryClient.clear();
  queryClient.setQueryData(meKey, null);
}
