import { reasonOf } from '@/shared/plan/settlement';
import { useMemo } from 'react';
import { queryClient } from '@/shared/api/client';
import { ApiProblem } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';
import type { StatusTone } from '@/shared/components/StatusTag';
import { formatFen, parseYuan } from '@/shared/format';

type Schemas = components['schemas'];
export type Agreement = Schemas['AgreementView'];
export type AgreementHead = Schemas['AgreementHeadView'];
export type Fields = Schemas['AgreementFields'];
export type Plan = Schemas['Plan'];
export type Parameter = Schemas['Parameter'];
export type Clause = Schemas['Clause'];
export type Override = Schemas['Override'];
export type Standing = AgreementHead['standing'];

export const KINDS = ['sale_warranty', 'maintenance_contract', 'project'] as const satisfies readonly Fields['kind'][];
export const STANDINGS = ['running', 'upcoming', 'expired', 'ended'] as const satisfies readonly Standing[];

const TONES: Readonly<Record<Standing, StatusTone>> = { running: 'active', upcoming: 'waiting', expired: 'off', ended: 'off' };

export function standingTone(standing: Standing): StatusTone {
  return TONES[standing];
}

/** A limit of one's own for one clause, as the form holds it. */
export type OwnLimit = { clause?: string; value?: string };

/** What the form holds: texts, as they are typed. */
export type FormValues = {
  customer?: string;
  kind: Fields['kind'];
  title: string;
  org?: string | null;
  plan?: string;
  plan_version?: string;
  starts_on?: string | null;
  ends_on?: string | null;
  contract_yuan?: string;
  terms: { service_level?: string | null; region?: string | null; answers: Record<string, string | undefined>; own: OwnLimit[]; chosen: Record<string, string | undefined> };
  units: string[];
  sites: string[];
};

export const BLANK: FormValues = {
  kind: 'sale_warranty',
  title: '',
  terms: { answers: {}, own: [], chosen: {} },
  units: [],
  sites: [],
};

/** Kinds of clause an agreement can give a value of its own. */
export function canBeOwn(clause: Clause): boolean {
  return clause.promise.kind === 'time_limit' || clause.promise.kind === 'warranty_term';
}

/** The contradictions that a plan leaves to the agreement: of each what it is about, and the clauses, one of which is to be chosen. */
export function openChoices(plan: Plan): { key: string; asked: string; clauses: Clause[]; reason: string }[] {
  const settlements = (plan.settlements ?? []).filter(({ by }) => by === 'agreement');
  const choices = settlements.map((settlement) => {
    const clauses = plan.clauses.filter(({ id }) => settlement.clauses.includes(id));
    return { key: clauses.map(({ id }) => id).join('+'), asked: [...new Set(clauses.map(({ heading }) => heading))].join(' / '), clauses, reason: reasonOf(settlement) };
  });
  // The same clauses may contradict each other in several ways; they are chosen between once.
  return choices.filter(({ key }, index) => choices.findIndex((one) => one.key === key) === index);
}

/** What was agreed where a plan leaves two promises open: what the choice is between, what was chosen, and what was not. */
export type Chosen = { key: string; asked: string; chosen: Clause | undefined; others: Clause[] };

export function choicesMade(plan: Plan, choices: readonly string[]): Chosen[] {
  return openChoices(plan).map(({ key, asked, clauses }) => {
    const chosen = clauses.find(({ id }) => choices.includes(id));
    return { key, asked, chosen, others: clauses.filter((one) => one !== chosen) };
  });
}

/** What the server is asked to keep: only what the plan knows and somebody filled in. */
export function fieldsOf(values: FormValues, plan: Plan): Fields {
  const { terms } = values;
  const asked = (plan.parameters ?? []).map(({ id }) => id);
  const answers = Object.fromEntries(asked.flatMap((id) => (terms.answers[id]?.trim() ? [[id, terms.answers[id].trim()]] : [])));
  const overrides = terms.own.flatMap((own) => overrideOf(own, plan));
  const choices = openChoices(plan).flatMap(({ key }) => (terms.chosen[key] ? [terms.chosen[key]] : []));
  return {
    kind: values.kind,
    title: values.title.trim(),
    org: values.org ?? null,
    plan_version: values.plan_version ?? '',
    starts_on: values.starts_on ?? '',
    ends_on: values.ends_on || null,
    contract_fen: values.contract_yuan ? (parseYuan(values.contract_yuan) ?? null) : null,
    terms: {
      service_level: known(terms.service_level, plan.service_levels),
      region: known(terms.region, plan.regions),
      answers,
      overrides,
      choices,
    },
    units: values.units,
    sites: values.sites,
  };
}

function known(id: string | null | undefined, named: readonly { id: string }[] | undefined): string | null {
  return named?.some((one) => one.id === id) ? (id ?? null) : null;
}

function overrideOf({ clause: id, value }: OwnLimit, plan: Plan): Override[] {
  const clause = plan.clauses.find((one) => one.id === id);
  if (!clause || !value) return [];
  if (clause.promise.kind === 'warranty_term') return [{ clause: clause.id, value: { what: 'term', term: value } }];
  return [{ clause: clause.id, value: { what: 'bound', bound: { type: 'within', limit: value } } }];
}

/** An override's value as people write it; undefined for a bound this form has no field for. */
export function ownValue({ value }: Override): string | undefined {
  if (value.what === 'term') return value.term;
  return value.bound.type === 'appointment' ? undefined : value.bound.limit;
}

/** The form of an agreement that is there. */
export function valuesOf(agreement: Agreement, plan: Plan | undefined): FormValues {
  const { terms } = agreement;
  const chosen = (key: string) => (terms.choices ?? []).find((id) => key.split('+').includes(id));
  return {
    customer: agreement.customer,
    kind: agreement.kind as Fields['kind'],
    title: agreement.title,
    org: agreement.org,
    plan: agreement.plan,
    plan_version: agreement.plan_version,
    starts_on: agreement.starts_on,
    ends_on: agreement.ends_on ?? null,
    contract_yuan: typeof agreement.contract_fen === 'number' ? formatFen(agreement.contract_fen).replace('¥', '') : '',
    terms: {
      service_level: terms.service_level ?? null,
      region: terms.region ?? null,
      answers: { ...(terms.answers as Record<string, string> | undefined) },
      own: (terms.overrides ?? []).map((one) => ({ clause: one.clause, value: ownValue(one) ?? '' })),
      chosen: Object.fromEntries(plan ? openChoices(plan).map(({ key }) => [key, chosen(key)]) : []),
    },
    units: agreement.units,
    sites: agreement.sites,
  };
}

/** A plan's own suggestions where nothing is answered yet. */
export function withSuggestions(answers: FormValues['terms']['answers'], plan: Plan): FormValues['terms']['answers'] {
  const suggested = (plan.parameters ?? []).map(({ id, suggested: text }) => [id, answers[id] ?? text ?? undefined]);
  return Object.fromEntries(suggested);
}

/** Where the server's pointers are in this form: without what the body is wrapped in, under the form's own names. */
export function useFormError(error: unknown): unknown {
  return useMemo(() => {
    if (!(error instanceof ApiProblem) || !error.body?.errors) return error;
    const errors = error.body.errors.map((field) => ({ ...field, pointer: formPointer(field.pointer) }));
    return new ApiProblem(error.status, { ...error.body, errors });
  }, [error]);
}

export function formPointer(pointer: string): string {
  const inner = pointer.replace(/^\/agreement(?=\/)/, '');
  const own = /^\/terms\/overrides\/(\d+)/.exec(inner);
  if (own) return `/terms/own/${own[1]}/value`;
  if (/^\/units\/\d+$/.test(inner)) return '/units';
  if (/^\/sites\/\d+$/.test(inner)) return '/sites';
  return inner.replace(/^\/contract_fen$/, '/contract_yuan');
}

export function agreementsChanged() {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => /^\/api\/(agreements|units)/.test(String(queryKey[1])) });
}
