import { ApiProblem } from '@/shared/api/problem';
import { componentTexts } from '../texts';

/** What happened, in one line: what the server said, or that it was not reached. */
export function problemTitle(error: unknown): string {
  const problem = error instanceof ApiProblem ? error : undefined;
  if (problem?.isOffline) return componentTexts.t('problem.offline');
  if (problem?.status === 412) return componentTexts.t('problem.stale');
  return problem?.body?.title ?? componentTexts.t('problem.unknown');
}

/** Whether the same thing sent again may fare better: not where the server read it and refused. */
export function mayRetry(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.isOffline || error.status >= 500 || error.status === 408 || error.status === 429;
}
