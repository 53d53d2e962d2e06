import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { useMay } from './useMe';

type Schemas = components['schemas'];
export type FirstSteps = Schemas['FirstSteps'];
export type StepView = Schemas['FirstStepView'];
export type StepName = StepView['step'];

/** How often the desk looks whether due work is being done. */
const LOOK_MS = 300_000;

/** How far the installation has come, for those who look after it; nobody else asks. */
export function useFirstSteps() {
  const may = useMay('settings.read');
  // Steps are ticked off on other pages: each visit looks anew.
  return $api.useQuery('get', '/api/first-steps', {}, { enabled: may, staleTime: 5_000, refetchInterval: LOOK_MS });
}

export function isComplete({ steps }: Pick<FirstSteps, 'steps'>): boolean {
  return steps.every(({ done }) => done);
}
