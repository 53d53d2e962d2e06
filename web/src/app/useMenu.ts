import { useRouter } from '@tanstack/react-router';
import { isComplete, useFirstSteps } from '@/shared/session/useFirstSteps';
import { useMe } from '@/shared/session/useMe';
import { isShown, MENU, type MenuEntry } from './menu';

/** The entries this person sees; the first steps are there until they are done, and then come first. */
export function useMenu(): { entries: MenuEntry[]; isPending: boolean } {
  const { routesByPath } = useRouter();
  const { permissions } = useMe();
  const { data, isLoading } = useFirstSteps();
  const isStarting = data !== undefined && !isComplete(data);
  const entries = MENU.filter((entry) => isShown(entry, permissions, routesByPath) && (entry.name !== 'start' || isStarting));
  return { entries, isPending: isLoading };
}
