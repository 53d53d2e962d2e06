import { useEffect } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { useMay } from './useMe';

type Schemas = components['schemas'];
export type FirstSteps = Schemas['FirstSteps'];
export type StepView = Schemas['FirstStepView'];
export type StepName = StepView['step'];

/** How often the desk looks whether due work is being done. */
const LOOK_MS = 300_000;

const stepsKey = $api.queryOptions('get', '/api/first-steps', {}).queryKey;

/** How far the installation has come, for those who look after it; nobody else asks. */
export function useFirstSteps() {
  const may = useMay('settings.read');
  const steps = $api.useQuery('get', '/api/first-steps', {}, { enabled: may, refetchInterval: LOOK_MS });
  const isUnderWay = steps.data !== undefined && !isComplete(steps.data);
  // Steps are done on other pages: whatever was saved may have been one.
  useEffect(() => {
    if (!isUnderWay) return undefined;
    return queryClient.getMutationCache().subscribe(({ type, mutation }) => {
      if (type === 'updated' && mutation.state.status === 'success') void queryClient.invalidateQueries({ queryKey: stepsKey });
    });
  }, [isUnderWay]);
  return steps;
}

/** What may be left out leaves nothing incomplete. */
export function isComplete({ steps }: Pick<FirstSteps, 'steps'>): boolean {
  return steps.every(({ done, optional }) => done || optional);
}
