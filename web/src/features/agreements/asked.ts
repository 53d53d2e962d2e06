import type { Plan } from './model';

type Asked = { id: string };

/** The questions of a plan in the order in which its clauses ask them, so that those about one thing stand together. */
export function inOrderOfClauses<T extends Asked>(parameters: readonly T[], clauses: Plan['clauses']): T[] {
  const text = JSON.stringify(clauses);
  const place = ({ id }: Asked) => {
    const at = text.indexOf(`"ask:${id}"`);
    return at < 0 ? text.length : at;
  };
  return parameters.toSorted((a, b) => place(a) - place(b));
}

/** The field of a clause that a question fills: `late_days`; undefined where no clause asks it. */
export function askedField(clauses: Plan['clauses'], id: string): string | undefined {
  return new RegExp(`"(\\w+)":\\[?"ask:${id.replaceAll(/[^\w-]/g, '')}"`).exec(JSON.stringify(clauses))?.[1];
}

/** The unit a field's number counts, by the end of its name. */
export function unitOf(field: string | undefined): 'minutes' | 'days' | 'months' | 'years' | undefined {
  const last = field?.split('_').at(-1);
  return last === 'minutes' || last === 'days' || last === 'months' || last === 'years' ? last : undefined;
}
