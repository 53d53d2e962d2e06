import { expect, test } from 'vitest';
import { ACTION_WORDS } from '@/shared/words/actions';
import { ACTION_GROUPS, nextActions } from './groups';

test('every action stands in one group', () => {
  const grouped = Object.values(ACTION_GROUPS).flat().toSorted();
  expect(grouped).toEqual(Object.keys(ACTION_WORDS).map((key) => key.replace('action.', '')).toSorted());
});

test('what ends an open promise comes first, then the usual way', () => {
  const allowed = new Set(['acknowledge', 'grade', 'contact', 'check_in', 'close'] as const);
  expect(nextActions(allowed, ['on_site', 'answered'], new Set(['reported', 'acknowledged']))).toEqual(['check_in', 'grade', 'contact', 'close']);
});

test('what is not allowed is never proposed', () => {
  expect(nextActions(new Set(), ['on_site'], new Set())).toEqual([]);
});
