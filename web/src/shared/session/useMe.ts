import { hashKey, queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { $api, api, endedKey, meKey, queryClient } from '@/shared/api/client';
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

/**
 * The person the desk is drawn for, handed down by its shell: when they sign out, the shell takes the desk away whole, and
 * no page inside is drawn once more for nobody. When their session ends by itself, the desk waits out of sight.
 */
export const MeContext = createContext<Me | null>(null);

/** The signed-in person. Only for pages inside the desk, which is not drawn for anybody else. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('A page of the desk is drawn only after sign-in.');
  return me;
}

/** Whether the server lets this person see something: for menus and links only, the server decides each request again. */
export function useMay(permission: string): boolean {
  return useMe().permissions.includes(permission);
}

/** Whether the reader is one of the company's people, who are told who does what and what nobody does. */
export function useIsOurs(): boolean {
  return useMay('people.read');
}

const publicInfoKey = $api.queryOptions('get', '/api/public/info', {}).queryKey;

export function usePublicInfo(): PublicInfo | undefined {
  return $api.useQuery('get', '/api/public/info', {}, { staleTime: Number.POSITIVE_INFINITY }).data;
}

/** Whose session ended while they were at work; null for nobody. */
export function useEnded(): Me | null {
  return useQuery<Me | null>({ queryKey: endedKey, queryFn: skipToken, initialData: null, staleTime: Number.POSITIVE_INFINITY }).data ?? null;
}

/** Shows the sign-in page, then forgets everything that was read for the person who left. */
export function forgetSession(): void {
  queryClient.setQueryData(endedKey, null);
  queryClient.setQueryData(meKey, null);
  forgetReadings();
}

/** Opens the desk for whoever just signed in: as they left it where their session had ended, and with nothing of somebody else's. */
export async function beginSession(): Promise<void> {
  const { data: me } = await api.GET('/api/me');
  if (!me) return;
  const isBack = queryClient.getQueryData<Me | null>(endedKey)?.id === me.id;
  if (!isBack) forgetReadings();
  queryClient.setQueryData(meKey, me);
  queryClient.setQueryData(endedKey, null);
  if (isBack) await queryClient.invalidateQueries();
}

/** Forgets what was read for somebody else: the next person reads everything anew. */
export function forgetReadings(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => !KEPT.has(hashKey(queryKey)) });
}

/** Who is signed in, and what everybody may know of the server. */
const KEPT = new Set([meKey, endedKey, publicInfoKey].map((key) => hashKey(key)));
