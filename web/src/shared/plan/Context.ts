import { createContext, useCallback, useContext, useMemo } from 'react';
import type { components } from '@/shared/api/schema';

export type Plan = components['schemas']['Plan'];

/** What a form may refer to by name: the plan being edited. */
const PlanContext = createContext<Plan | undefined>(undefined);
export const PlanProvider = PlanContext.Provider;

export type Option = { value: string; label: string };

function labelled(list: readonly { id: string; label: string }[] | undefined): Option[] {
  return (list ?? []).map(({ id, label }) => ({ value: id, label }));
}

/** The names a field may hold because the plan defines them; undefined where people write their own. */
export function useNames(field: string): Option[] | undefined {
  const plan = useContext(PlanContext);
  return plan && namesOf(plan, field);
}

function namesOf(plan: Plan, field: string): Option[] | undefined {
  switch (field) {
    case 'severity':
    case 'after_levels':
    case 'level':
      return labelled(plan.severities);
    case 'service_level':
      return labelled(plan.service_levels);
    case 'region':
      return labelled(plan.regions);
    case 'question':
      return labelled(plan.question_types);
    case 'if_any':
      return labelled(plan.grading?.questions);
    case 'clause':
    case 'clauses':
      return plan.clauses.map(({ id, heading }) => ({ value: id, label: heading }));
    default:
      return undefined;
  }
}

/** What the plan calls a level, region, question or clause of its own; the key itself where it has no name for it. */
export function useNamed(): (field: string, key: string) => string {
  const plan = useContext(PlanContext);
  return useCallback((field, key) => (plan && namesOf(plan, field)?.find(({ value }) => value === key)?.label) ?? key, [plan]);
}

/** The values the plan leaves open, to be asked when it is applied. */
export function useParameters(): Option[] {
  const plan = useContext(PlanContext);
  const parameters = plan?.parameters;
  return useMemo(() => (parameters ?? []).map(({ id, question }) => ({ value: id, label: question })), [parameters]);
}
