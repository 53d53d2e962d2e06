import type { components } from '@/shared/api/schema';
import { legalWord } from '@/shared/words/legal';
import { partName } from '@/shared/words/partName';

type Law = components['schemas']['LawView'];
type Plan = components['schemas']['Plan'];
export type ClassFields = components['schemas']['ClassFields'];

export const CLASS_SOURCES = ['plan', 'company', 'plans', 'law'] as const;
export type ClassSource = (typeof CLASS_SOURCES)[number];
/** A class of components there is, by its name in the language in use. */
export type KnownClass = { class: string; name: string; source: ClassSource };

/** How the API lets a class be written. */
const CODE = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The classes a plan has terms for, or leaves out of the term of the whole unit, each as the plan calls it. */
function classesOfPlan(plan: Plan): ClassFields[] {
  return plan.clauses.flatMap(({ heading, promise }) => {
    if (promise.kind !== 'warranty_term') return [];
    const { covers } = promise;
    if (covers.what === 'component') return [{ class: covers.class, label: partName(covers.class) ?? heading.replace(/(?:保修|质保)期$/, '') }];
    return covers.what === 'whole_unit' ? (covers.except ?? []).map((code) => ({ class: code, label: partName(code) ?? code })) : [];
  });
}

type Sources = {
  /** The product's own. */
  plan?: Plan | undefined;
  /** All that are in force. */
  plans?: readonly Plan[];
  products?: readonly { component_classes: readonly ClassFields[] }[];
  law?: Law | undefined;
};

/** Every class once: those of the product's plan first, then those of the company's products, of its other plans, and of the law. */
export function knownClasses({ plan, plans = [], products = [], law }: Sources): KnownClass[] {
  const ofProducts = products.flatMap(({ component_classes }) => component_classes);
  const ofPlan = plan ? classesOfPlan(plan) : [];
  const ofPlans = plans.flatMap(classesOfPlan);
  const labels = new Map([...ofPlan, ...ofProducts, ...ofPlans].filter(({ class: code, label }) => label !== '' && label !== code).toReversed().map((one) => [one.class, one.label]));
  const codes: Record<ClassSource, string[]> = {
    plan: ofPlan.map((one) => one.class),
    company: ofProducts.map((one) => one.class),
    plans: ofPlans.map((one) => one.class),
    // `whole_unit` is no class, and is not written like one.
    law: (law?.rows ?? []).map(({ covers }) => covers).filter((covers) => CODE.test(covers)),
  };
  const found = new Map<string, KnownClass>();
  for (const source of CLASS_SOURCES) {
    for (const code of codes[source]) {
      // What nobody gave a name cannot be told from others by its number.
      if (found.has(code) || (UNNAMED.test(code) && nameOf(code, labels) === code)) continue;
      found.set(code, { class: code, name: nameOf(code, labels), source });
    }
  }
  return [...found.values()];
}

/** Its word in both languages where it has one, else what the plan or the company calls it, else its code. */
function nameOf(code: string, labels: ReadonlyMap<string, string>): string {
  const word = legalWord('covers', code);
  return word === code ? (labels.get(code) ?? code) : word;
}

/** How a class is numbered or spelled that was read in a text. */
const UNNAMED = /^part-[0-9a-f]+$/;

/** What a class is chosen by: its name, with its code where people gave it one. */
export function classWords({ class: code, name }: Pick<KnownClass, 'class' | 'name'>): string {
  return name === code || UNNAMED.test(code) ? name : `${name} · ${code}`;
}

/** The code of a class nobody named before: `Water pump` becomes `water-pump`; nothing where the API would refuse it. */
export function newCode(text: string): string | undefined {
  const code = text.trim().toLowerCase().replace(/[\s_]+/g, '-');
  return CODE.test(code) ? code : undefined;
}

/** The label that goes with a class chosen anew: its name, unless somebody wrote a label of their own. */
export function labelFor(known: readonly KnownClass[], chosen: string, before: Partial<ClassFields>): string {
  const nameIn = (code: string | undefined) => known.find((one) => one.class === code)?.name ?? '';
  const label = before.label?.trim() ?? '';
  return label === '' || label === nameIn(before.class) ? nameIn(chosen) : label;
}
