import { expect, test } from 'vitest';
import { ACTION_WORDS } from '@/shared/words/actions';
import { ACTION_GROUPS, nextActions, primaryOf } from './groups';

test('every action stands in one group', () => {
  const grouped = Object.values(ACTION_GROUPS).flat().toSorted();
  expect(grouped).toEqual(Object.keys(ACTION_WORDS).map((key) => key.replace('action.', '')).toSorted());
});

test('what ends an open promise comes first, then the usual way', () => {
  const allowed = new Set(['acknowledge', 'grade', 'contact', 'check_in', 'close'] as const);
  expect(nextActions(allowed, ['on_site', 'answered'], new Set(['reported', 'acknowledged']))).toEqual(['check_in', 'grade', 'contact', 'close']);
});

test('a crew that is named is to arrive before it repairs', () => {
  const allowed = new Set(['check_in', 'restore', 'repair', 'answer'] as const);
  const owed = ['repaired', 'answered'];
  expect(nextActions(allowed, owed, new Set(['crew_assigned']))).toEqual(['answer', 'check_in', 'repair', 'restore']);
  expect(nextActions(allowed, owed, new Set(['crew_assigned', 'on_site']))).toEqual(['answer', 'repair', 'restore']);
});

test('a complaint that waits comes first', () => {
  const allowed = new Set(['answer_complaint', 'settle_complaint', 'answer', 'close'] as const);
  expect(nextActions(allowed, ['answered'], new Set())).toEqual(['answer_complaint', 'settle_complaint', 'answer', 'close']);
  expect(nextActions(allowed, [], new Set(['complaint_answered'])).slice(0, 2)).toEqual(['settle_complaint', 'answer_complaint']);
});

test('what is not allowed is never proposed', () => {
  expect(nextActions(new Set(), ['on_site'], new Set())).toEqual([]);
});

test('what is owed stands out, and an approval only where one is awaited', () => {
  expect(primaryOf(['approve', 'receive_complaint'], ['answered'])).toBeUndefined();
  expect(primaryOf(['approve', 'answer'], ['answered'])).toBe('answer');
  expect(primaryOf(['answer', 'approve'], ['approved'])).toBe('approve');
  expect(primaryOf(['demand_visit', 'sign', 'rate'], [])).toBe('sign');
  expect(primaryOf(['answer_complaint', 'check_in'], ['on_site'])).toBe('answer_complaint');
  expect(primaryOf(['check_in', 'answer'], ['answered', 'on_site'])).toBe('answer');
});
