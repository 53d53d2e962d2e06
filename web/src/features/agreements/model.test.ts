import { describe, expect, test } from 'vitest';
import { BLANK, choicesMade, fieldsOf, formPointer, openChoices, valuesOf, withSuggestions, type Agreement, type Plan } from './model';

const plan = {
  title: '网络系统', trade: '网络', calendar: 'always',
  parameters: [
    { id: 'duty-number', question: '值班电话？', answer: 'text' },
    { id: 'site-limit', question: '多久到场？', answer: 'limit', suggested: 'natural:PT4H' },
  ],
  service_levels: [{ id: 'a', label: 'A 级' }],
  clauses: [
    { id: 'term', heading: '保修期', text: '', promise: { kind: 'warranty_term' } },
    { id: 'arrival', heading: '到场', text: '', promise: { kind: 'time_limit' } },
    { id: 'second', heading: '现场', text: '', promise: { kind: 'time_limit' } },
  ],
  settlements: [{ clauses: ['arrival', 'second'], by: 'agreement', reason: '按合同' }, { clauses: ['second', 'arrival'], by: 'agreement', reason: '按合同' }],
} as unknown as Plan;

const filled = {
  ...BLANK,
  title: ' 机房维保 ', plan_version: 'pver_1', starts_on: '2026-01-01', ends_on: '', contract_yuan: '12,000.50',
  terms: {
    service_level: 'a', region: 'gone',
    answers: { 'duty-number': ' 400 ', 'site-limit': '', 'of-another-plan': 'x' },
    own: [{ clause: 'term', value: 'months:36' }, { clause: 'arrival', value: 'natural:PT2H' }, { clause: 'arrival' }, {}],
    chosen: { 'arrival+second': 'arrival' },
  },
};

describe('what is sent', () => {
  test('only what the plan knows and somebody filled in', () => {
    expect(fieldsOf(filled, plan)).toEqual({
      kind: 'sale_warranty', title: '机房维保', org: null, plan_version: 'pver_1', starts_on: '2026-01-01', ends_on: null, contract_fen: 1_200_050,
      terms: {
        service_level: 'a', region: null, answers: { 'duty-number': '400' },
        overrides: [
          { clause: 'term', value: { what: 'term', term: 'months:36' } },
          { clause: 'arrival', value: { what: 'bound', bound: { type: 'within', limit: 'natural:PT2H' } } },
        ],
        choices: ['arrival'],
      },
      units: [], sites: [],
    });
  });

  test('an agreement that is there goes through the form unchanged', () => {
    const fields = fieldsOf(filled, plan);
    const agreement = { ...fields, customer: 'cus_1', plan: 'plan_1' } as unknown as Agreement;
    expect(fieldsOf(valuesOf(agreement, plan), plan)).toEqual(fields);
  });
});

test('suggestions stand where nothing was answered, and answers stay', () => {
  expect(withSuggestions({ 'duty-number': '400' }, plan)).toEqual({ 'duty-number': '400', 'site-limit': 'natural:PT4H' });
});

const made = (choices: string[]) => choicesMade(plan, choices).map(({ asked, chosen, others }) => [asked, chosen?.heading, others.map(({ heading }) => heading)]);

test('what was chosen is told with what it was between and what it was not', () => {
  expect(made(['second'])).toEqual([['到场 / 现场', '现场', ['到场']]]);
  expect(made([])).toEqual([['到场 / 现场', undefined, ['到场', '现场']]]);
  expect(made(['of-another-plan'])).toEqual(made([]));
});

test('a contradiction left to the agreement asks for one of its clauses', () => {
  expect(openChoices(plan)).toHaveLength(1);
  expect(openChoices(plan)[0]?.clauses.map(({ id }) => id)).toEqual(['arrival', 'second']);
});

test('messages of the server land on the fields of this form', () => {
  expect(formPointer('/agreement/terms/answers/site-limit')).toBe('/terms/answers/site-limit');
  expect(formPointer('/terms/overrides/1/value/bound')).toBe('/terms/own/1/value');
  expect(formPointer('/agreement/units/3')).toBe('/units');
  expect(formPointer('/contract_fen')).toBe('/contract_yuan');
  expect(formPointer('/customer')).toBe('/customer');
});
