import { expect, test } from 'vitest';
import { asksEnded, caseQuery, endedToo, joined, orderQuery, parted, sortedBy } from './caseQuery';

test('switches combine with each other and with everything else', () => {
  const asked = caseQuery({ only: 'mine,broken', plan: 'plan_1', severity: 'level-1', region: 'north', phase: 'new', due_within_hours: '4', text: '漏水' });
  expect(asked).toEqual({ mine: true, broken: true, plan: 'plan_1', severity: 'level-1', region: 'north', phase: 'new', due_within_hours: 4, text: '漏水' });
});

test('what the address has and the API does not know is not asked', () => {
  expect(caseQuery({ only: 'everything', colour: 'red' })).toEqual({});
});

test('switches go through the address and back', () => {
  expect(parted(joined(['ended', 'mine']))).toEqual(['mine', 'ended']);
  expect(parted(undefined)).toEqual([]);
});

test('an ended phase asks for ended cases, and words that find nothing open may find ended ones', () => {
  expect(asksEnded({ phase: 'closed' })).toBe(true);
  expect(asksEnded({ phase: 'new' })).toBe(false);
  expect(endedToo({ text: '仁和', mine: true })).toEqual({ text: '仁和', mine: true, ended: true });
  expect(endedToo({ text: '仁和', ended: true })).toBeUndefined();
  expect(endedToo({ text: '仁和', phase: 'new' })).toBeUndefined();
  expect(endedToo({ mine: true })).toBeUndefined();
  expect(endedToo({ unit: 'unit_1' })).toEqual({ unit: 'unit_1', ended: true });
});

test('the order of the address is asked where the list has it', () => {
  expect(orderQuery({ sort: 'severity', descending: 'yes' })).toEqual({ sort: 'severity', descending: true });
  expect(orderQuery({ sort: 'severity', only: 'ended' })).toEqual({});
  expect(orderQuery({ sort: 'colour' })).toEqual({});
  expect(sortedBy({}).sorted).toEqual({ by: 'due', descending: false });
  expect(sortedBy({ phase: 'closed' }).sorted).toEqual({ by: 'due', descending: true });
});
