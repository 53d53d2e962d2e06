import type { StepName, StepView } from '@/shared/session/useFirstSteps';

type Place = {
  /** The page where it is done. */
  to: string;
  /** The form that is open there, where the page is a list. */
  form?: 'new';
  /** Where many are taken in from a file. */
  importTo?: string;
};

export const PLACES: Readonly<Record<StepName, Place>> = {
  company: { to: '/settings' },
  manager: { to: '/people', form: 'new' },
  plan: { to: '/plans', form: 'new' },
  product: { to: '/products', form: 'new', importTo: '/import/products' },
  customer: { to: '/customers', form: 'new', importTo: '/import/customers' },
  unit: { to: '/units', form: 'new', importTo: '/import/units' },
  agreement: { to: '/agreements/new' },
  default_plan: { to: '/settings' },
  case: { to: '/cases/new' },
  kept: { to: '/cases' },
};

/** The first step that is still open; what was done out of order stays done. */
export function nextStep(steps: readonly Pick<StepView, 'step' | 'done' | 'optional'>[]): StepName | undefined {
  return steps.find(({ done, optional }) => !done && !optional)?.step;
}
