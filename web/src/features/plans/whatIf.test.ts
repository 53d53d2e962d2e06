import { expect, test } from 'vitest';
import { planOfCases, type Part, rate, sum } from './whatIf';

const part = (judged: number, kept: number, broken: number): Part => ({
  cases: 3,
  judged,
  unknown_levels: 0,
  unanswered: 0,
  planned: { kept, broken, excused: 0, undecided: 0 },
  actual: { kept: 1, broken: 0, excused: 0, undecided: 0 },
  clauses: [{ clause: 'answer', heading: 'Answer', kept, broken, excused: 0, undecided: 0 }],
  extra_visits: 1,
  extra_rounds: 0,
  extra_cost_fen: 100,
  compensation_fen: 40,
});

test('parts of a run add up, clause by clause', () => {
  const whole = sum(sum(undefined, part(2, 2, 0)), part(1, 0, 1));
  expect(whole.judged).toBe(3);
  expect(whole.planned).toEqual({ kept: 2, broken: 1, excused: 0, undecided: 0 });
  expect(whole.clauses).toHaveLength(1);
  expect(whole.clauses[0]).toMatchObject({ kept: 2, broken: 1 });
  expect(whole.extra_cost_fen).toBe(200);
  expect(whole.compensation_fen).toBe(80);
  expect(rate(whole.planned)).toBe('66.7%');
});

test('nothing decided has no rate', () => {
  expect(rate({ kept: 0, broken: 0, excused: 4, undecided: 1 })).toBe('—');
});

const group = (key: string, kept: number) => ({ key, tally: { kept, fulfilled_late: 0, broken: 0, excused: 0, running: 0, cancelled: 0, late_minutes: 0 } });

test('a plan without a past is tried on the cases of the plan that served most', () => {
  expect(planOfCases('new', [group('small', 3), group('large', 9), group('', 20)])).toBe('large');
  expect(planOfCases('small', [group('small', 3), group('large', 9)])).toBe('small');
  expect(planOfCases('new', [])).toBe('new');
});
