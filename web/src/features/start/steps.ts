import type { StepName, StepView } from '@/shared/session/useFirstSteps';

type Place = {
  /** The page where it is done. */
  to: string;
  /** Where many are taken in from a file. */
  importTo?: string;
};

export const PLACES: Readonly<Record<StepName, Place>> = {
  company: { to: '/settings' },
  manager: { to: '/people' },
  plan: { to: '/plans' },
  product: { to: '/products', importTo: '/import/products' },
  customer: { to: '/customers', importTo: '/import/customers' },
  unit: { to: '/units', importTo: '/import/units' },
  agreement: { to: '/agreements/new' },
  default_plan: { to: '/settings' },
  case: { to: '/cases/new' },
  kept: { to: '/cases' },
};

/** The first step that is still open; what was done out of order stays done. */
export function nextStep(steps: readonly Pick<StepView, 'step' | 'done' | 'optional'>[]): StepName | undefined {
  return steps.find(({ done, optional }) => !done && !optional)?.step;
}
