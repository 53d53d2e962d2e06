import { expect, test } from 'vitest';
import { hasChanged, rulingOf, verdictOf } from './ruling';

const FREE = { labour: 'free', parts: 'free', travel: 'free', shipping: 'free' } as const;
const AT_COST = { labour: 'at_cost', parts: 'at_cost', travel: 'at_cost', shipping: 'at_cost' } as const;
const at = '2026-11-30T05:59:00Z';

function check(decision: typeof FREE | typeof AT_COST | null) {
  return { seq: 1, at, by: 'p_1', by_name: '何静', decision, reason: '老客户' } as unknown as Parameters<typeof rulingOf>[0][number];
}

const ofUnit = { seq: 1, at, by: 'p_2', by_name: '周强', from: '2026-11-01', charges: AT_COST, reason: '协商' };

test('the last check of the case holds before the decision about its unit', () => {
  expect(rulingOf([check(AT_COST), check(FREE)], ofUnit)).toEqual({ charges: FREE, reason: '老客户', by: '何静', at });
});

test('without a decision of its own the case follows its unit, and else the plan', () => {
  expect(rulingOf([check(FREE), check(null)], ofUnit)?.by).toBe('周强');
  expect(rulingOf([check(FREE), check(null)])).toBeUndefined();
  expect(rulingOf([], { ...ofUnit, charges: null })).toBeUndefined();
});

test('an answer that changed since it was kept is told, and a decision of a person is no such answer', () => {
  const payer = Object.fromEntries(['labour', 'parts', 'travel', 'shipping'].map((cost) => [cost, { charge: 'free', clauses: [] }]));
  const covered = { covered: true, standing: 'in_warranty', payer, because: [] } as unknown as Parameters<typeof hasChanged>[1];
  const kept = { ...check(null), advice: covered };
  expect(hasChanged([], covered)).toBe(false);
  expect(hasChanged([kept], covered)).toBe(false);
  expect(hasChanged([kept], { ...covered, covered: false, standing: 'out_of_warranty' })).toBe(true);
  expect(hasChanged([{ ...check(FREE), advice: covered }], { ...covered, covered: false })).toBe(false);
});

const charged = (charge?: 'free' | 'price_list') => ({ labour: { charge }, parts: { charge }, travel: { charge }, shipping: { charge } });

test('a plan that names no payer is silent and refuses nobody', () => {
  const advice = (of: object) => ({ covered: false, standing: 'out_of_warranty', payer: charged(), ...of }) as unknown as Parameters<typeof verdictOf>[0];
  expect(verdictOf(advice({}))).toBe('silent');
  expect(verdictOf(advice({ payer: charged('price_list') }))).toBe('notCovered');
  expect(verdictOf(advice({ covered: true, payer: charged('free') }))).toBe('covered');
  expect(verdictOf(advice({ standing: 'unknown' }))).toBe('unknown');
});
