import { expect, test } from 'vitest';
import { createKeys } from './headers';

test('a content that is sent again after a lost answer has the key it had', () => {
  const keys = createKeys();
  expect(keys.of({ body: '已回电' })).toEqual(keys.of({ body: '已回电' }));
});

test('another content is another thing, and so is the same one after it was created', () => {
  const keys = createKeys();
  const first = keys.of({ body: '已回电' });
  expect(keys.of({ body: '已回电两次' })).not.toEqual(first);
  const again = keys.of({ body: '已回电' });
  keys.spend();
  expect(keys.of({ body: '已回电' })).not.toEqual(again);
});
