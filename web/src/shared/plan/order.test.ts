import { expect, test } from 'vitest';
import { inOrder } from './order';

test('a clause is filled in from its words to its code', () => {
  const names = ['binds', 'heading', 'id', 'promise', 'strength', 'text', 'when'];
  expect(inOrder(names.map((name) => [name, 0])).map(([name]) => name)).toEqual(['heading', 'text', 'promise', 'when', 'strength', 'binds', 'id']);
});

test('what has no place keeps its order before the code', () => {
  expect(inOrder([['zebra', 1], ['id', 2], ['yak', 3]])).toEqual([['zebra', 1], ['yak', 3], ['id', 2]]);
});
