import { expect, test } from 'vitest';
import { above, apart, handwork, loneQuestions, problemAfter, standing, startElsewhere, touched, type Item, type Problem, type Reading } from './model';

const warranty = (no: number, starts: string[], more: object = {}): Item =>
  ({
    no, origin: 'found', state: 'open', confidence: 90, places: [],
    clause: { id: `w-${no}`, heading: '', text: '', promise: { kind: 'warranty_term', starts_from: starts } },
    ...(starts.length === 0 && { open: [{ pointer: '/promise/starts_from', why: 'missing' }] }),
    ...more,
  }) as unknown as Item;

test('a warranty that names no start can take over the one another states', () => {
  const items = [warranty(4, []), warranty(7, ['accepted'], { state: 'ignored' }), warranty(9, ['accepted'])];
  const [first, , last] = items;
  if (!first || !last) throw new Error('There are three.');
  const like = startElsewhere(first, items);
  expect(like?.at).toBe(3);
  expect(like?.clause).toMatchObject({ id: 'w-4', promise: { starts_from: ['accepted'] } });
  expect(startElsewhere(last, items)).toBeUndefined();
  expect(startElsewhere(first, [first])).toBeUndefined();
});

test('what lacks more than its start needs a hand', () => {
  const open = [{ pointer: '/promise/starts_from', why: 'missing' }, { pointer: '/promise/term', why: 'missing' }];
  const item = warranty(4, [], { open });
  expect(startElsewhere(item, [item, warranty(9, ['accepted'])])).toBeUndefined();
});

const problem = (id: string, blocks: boolean): Problem => ({ id, blocks, sides: [], ways: [] }) as unknown as Problem;

test('problems that stand in the way are sought first, also those of no clause', () => {
  const open = [problem('a', true), problem('b', true), problem('c', false)];
  expect(problemAfter(open, undefined)?.id).toBe('a');
  expect(problemAfter(open, 'a')?.id).toBe('b');
  expect(problemAfter(open, 'b')?.id).toBe('a');
  expect(problemAfter(open.slice(2), 'b')?.id).toBe('c');
  expect(problemAfter([], 'b')).toBeUndefined();
});

const reading = (...items: [no: number, state: Item['state']][]): Reading => ({ items: items.map(([no, state]) => ({ no, state })) }) as unknown as Reading;

test('who looked at a clause that was split or merged looks at what stands in its place', () => {
  const split = reading([1, 'open'], [2, 'split'], [8, 'open'], [9, 'open'], [3, 'merged'], [4, 'open']);
  expect(standing(split, 2)).toBe(8);
  expect(standing(split, 3)).toBe(9);
  expect(standing(split, 4)).toBe(4);
  expect(standing(split, 77)).toBeUndefined();
});

test('a step taken back leads to where it was', () => {
  const before = reading([1, 'open'], [2, 'open'], [3, 'open']);
  const accepted = reading([1, 'open'], [2, 'accepted'], [3, 'open']);
  const written = reading([1, 'open'], [2, 'open'], [3, 'open'], [4, 'corrected']);
  expect(touched(accepted, before)).toBe(2);
  expect(touched(written, before)).toBe(3);
  expect(touched(before, before)).toBeUndefined();
});

test('a clause is merged into the nearest above that nobody put aside, and says where there is none', () => {
  const { items } = reading([1, 'ignored'], [2, 'open'], [3, 'ignored'], [4, 'open']);
  expect(above(items, 4)).toBe(2);
  expect(above(items, 2)).toBe('first');
  expect(above(items, 3)).toBe('ignored');
});

test('a changed figure is shown whole', () => {
  expect(apart('2小时内到达', '12小时内到达')).toEqual({ ahead: '', was: '2', now: '12', behind: '小时内到达' });
  expect(apart('保修期为24个月', '保修期为26个月')).toEqual({ ahead: '保修期为', was: '24', now: '26', behind: '个月' });
  expect(apart('按5.5%收取', '按5.8%收取')).toEqual({ ahead: '按', was: '5.5', now: '5.8', behind: '%收取' });
});

test('what was done by hand to a printed plan is counted', () => {
  const items = [{ change: { how: 'changed' } }, { change: { how: 'added' } }, {}] as unknown as Item[];
  expect(handwork(items)).toEqual({ changed: 1, added: 1, removed: 0 });
  expect(handwork([])).toBeUndefined();
});

test('a question that no clause asks stands by itself', () => {
  const parameters = [{ id: 'fee-1-rates' }, { id: 'agreed-3-matter' }];
  expect(loneQuestions(parameters).map(({ id }) => id)).toEqual(['agreed-3-matter']);
});
