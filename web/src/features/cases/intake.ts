import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { $api } from '@/shared/api/client';
import type { components, operations } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Report = Schemas['Report'];
export type Intake = Schemas['IntakeView'];
export type IntakePlan = NonNullable<Intake['plan']>;
export type SlipField = 'name' | 'phone' | 'address' | 'content' | 'wishes';
type Ask = NonNullable<operations['foresee_case']['parameters']['query']>;

/** What the form holds: the report, with the grade as it is asked. */
export type IntakeValues = Omit<Report, 'slip' | 'grade'> & {
  slip?: Partial<Report['slip']>;
  grading?: 'now' | 'later';
  answers?: Record<string, 'yes' | 'no'>;
  severity?: string | null;
  reason?: string;
};

const NO_SLIP = { name: '', phone: '', address: '', content: '', wishes: '' };

/** Where neither unit nor agreement says whose case it is, the caller who was found or registered does. */
function isOfCustomer({ unit, agreement, customer }: IntakeValues): boolean {
  return Boolean(customer) && !unit && !agreement;
}

/** The report as the API takes it. A grade goes along only when somebody grades now. */
export function reportOf(values: IntakeValues): Report {
  const { slip, grading, answers, severity, reason, customer, ...rest } = values;
  const given = Object.fromEntries(Object.entries(answers ?? {}).map(([question, answer]) => [question, answer === 'yes']));
  const grade = grading === 'now' ? { answers: given, severity: severity ?? null, reason: reason?.trim() ?? '' } : null;
  return { ...rest, ...(isOfCustomer(values) && { customer }), slip: { ...NO_SLIP, ...slip }, grade };
}

/** What to ask the server about a report that is being typed; undefined while nothing says which plan serves. */
export function askOf(values: IntakeValues): Ask | undefined {
  const { unit, agreement, customer, question, region, channel, at, grading, answers, severity } = values;
  const yes = Object.entries(answers ?? {}).flatMap(([asked, answer]) => (answer === 'yes' ? [asked] : []));
  if (!unit && !agreement && !customer) return undefined;
  return {
    ...(unit && { unit }),
    ...(agreement && { agreement }),
    ...(customer && isOfCustomer(values) && { customer }),
    ...(question && { question }),
    ...(region && { region }),
    ...(channel && { channel }),
    ...(at && { at }),
    ...(grading === 'now' && { yes: yes.join(','), ...(severity && { severity }) }),
  };
}

/** Which of the slip's fields the plan requires, with the clause that does. */
export function requiredFields(plan: IntakePlan | null | undefined): Partial<Record<SlipField, { heading?: string | null }>> {
  return Object.fromEntries((plan?.required ?? []).map(({ field, heading }) => [field, { heading: heading ?? null }]));
}

/** What the plan asks and would promise, asked again whenever the answer could differ. */
export function useIntake(values: IntakeValues) {
  const text = useDeferredValue(JSON.stringify(askOf(values) ?? null));
  const ask = JSON.parse(text) as Ask | null;
  return $api.useQuery('get', '/api/intake', { params: { query: ask ?? {} } }, { enabled: ask !== null, placeholderData: ask ? keepPreviousData : undefined, retry: false });
}

/** What the form took from a caller: from whom, and what was written into the slip. */
export type Taken = { customer: string; phone: string; name: string; address?: string };

const ABOUT_PLAN = { agreement: null, question: null, region: null, answers: {}, severity: null };

/** What to clear once somebody else calls: the first caller's unit, agreement and words. What was typed by hand stays. */
export function withoutCaller(values: IntakeValues, taken: Taken, of: { unit?: string | undefined; plan?: string | undefined }): Partial<IntakeValues> {
  const { name, address } = values.slip ?? {};
  const isUnitTheirs = of.unit === taken.customer;
  return {
    customer: null,
    ...(isUnitTheirs && { unit: null }),
    ...((isUnitTheirs || of.plan === taken.customer) && ABOUT_PLAN),
    slip: { ...(name === taken.name && { name: '' }), ...(address && address === taken.address && { address: '' }) },
  };
}

const LONGEST_PREFIX = 4;
const SHORTEST_NUMBER = 7;

/** Whether the typed number is a known one whole, but for a prefix; digits that are hidden from the reader may be any. */
export function isWholeNumber(typed: string, known: string): boolean {
  const digits = typed.replaceAll(/\D/g, '');
  const shown = known.replaceAll(/[^\d*]/g, '');
  const prefix = shown.length - digits.length;
  if (digits.length < SHORTEST_NUMBER || prefix < 0 || prefix > LONGEST_PREFIX) return false;
  return [...digits].every((digit, at) => shown[prefix + at] === '*' || shown[prefix + at] === digit);
}

/** Whether two spellings are one number, also where one of them is only its end. An empty field is nobody yet. */
export function isSameNumber(one: string, other: string): boolean {
  const a = one.replaceAll(/\D/g, '');
  const b = other.replaceAll(/\D/g, '');
  return a.endsWith(b) || (a !== '' && b.endsWith(a));
}
