import { expect, test } from 'vitest';
import { askedField, inOrderOfClauses, unitOf } from './asked';
import type { Plan } from './model';

const clauses = [
  { id: 'visit', promise: { kind: 'time_limit', otherwise: { bound: { type: 'appointment', early_minutes: 'ask:early', late_minutes: 'ask:late' } } } },
  { id: 'duty', promise: { kind: 'recurring_duty', late_days: 'ask:duty-late' } },
] as unknown as Plan['clauses'];

test('questions about one thing stand together, as the clauses ask them', () => {
  const asked = ['duty-late', 'late', 'other', 'early'].map((id) => ({ id }));
  expect(inOrderOfClauses(asked, clauses).map(({ id }) => id)).toEqual(['early', 'late', 'duty-late', 'other']);
});

test('a number has the unit of the field it fills', () => {
  expect(askedField(clauses, 'late')).toBe('late_minutes');
  expect(unitOf(askedField(clauses, 'late'))).toBe('minutes');
  expect(unitOf(askedField(clauses, 'duty-late'))).toBe('days');
  expect(unitOf(askedField(clauses, 'none'))).toBeUndefined();
  expect(unitOf('count')).toBeUndefined();
});
