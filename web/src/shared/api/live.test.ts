import { describe, expect, test } from 'vitest';
import { isTouched, parseChange } from './live';

describe('which queries a change touches', () => {
  const list = ['get', '/api/cases', { params: { query: { state: 'open' } } }];
  const shown = ['get', '/api/cases/{id}', { params: { path: { id: 'cs_1' } } }];

  test.each([
    ['a list of the topic', list, { topic: 'cases', id: 'cs_1' }, true],
    ['the subject itself', shown, { topic: 'cases', id: 'cs_1' }, true],
    ['another subject', shown, { topic: 'cases', id: 'cs_2' }, false],
    ['the whole topic', shown, { topic: 'cases' }, true],
    ['another topic', list, { topic: 'customers' }, false],
    ['a topic whose name only begins alike', list, { topic: 'case' }, false],
    ['something that is no API query', ['else'], { topic: 'cases' }, false],
  ])('%s', (_, key, change, touched) => expect(isTouched(key, change)).toBe(touched));
});

test.each([
  ['{"topic":"case.changed","id":"cs_1"}', { topic: 'cases', id: 'cs_1' }],
  ['{"topic":"person.changed"}', { topic: 'people' }],
  ['{"topic":"settings.changed"}', { topic: 'settings' }],
  ['{"topic":3}', undefined],
  ['null', undefined],
  ['not json', undefined],
])('message %s', (data, change) => expect(parseChange(data)).toEqual(change));
