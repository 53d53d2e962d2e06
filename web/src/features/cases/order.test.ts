import { expect, test } from 'vitest';
import type { FactView } from './model';
import { lastOf, reachedAt } from './order';

const fact = (what: object, happened_at: string, withdrawn = false) => ({ fact: what, happened_at, withdrawn }) as unknown as FactView;
const onSite = { fact: 'reached', milestone: 'on_site' };

test('an order tells the last thing that still stands', () => {
  const timeline = [
    fact(onSite, '2026-11-22T01:00:00Z'),
    fact(onSite, '2026-11-22T02:00:00Z'),
    fact(onSite, '2026-11-22T03:00:00Z', true),
    fact({ fact: 'cause_decided', cause: 'material' }, '2026-11-22T04:00:00Z'),
    fact({ fact: 'cause_decided', cause: 'misuse' }, '2026-11-22T05:00:00Z', true),
  ];
  expect(reachedAt({ timeline }, 'on_site')).toBe('2026-11-22T02:00:00Z');
  expect(reachedAt({ timeline }, 'repaired')).toBeUndefined();
  expect(lastOf({ timeline }, 'cause_decided')?.fact.cause).toBe('material');
  expect(lastOf({ timeline }, 'visit_agreed')).toBeUndefined();
});
