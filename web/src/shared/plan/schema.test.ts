import { describe, expect, test } from 'vitest';
import { blank, blankVariant, choiceOf, named, optional, refName, resolved, type Schema } from './schema';

/** What is missing from a value by its schema, as paths. */
function missing(schema: Schema, value: unknown, path = ''): string[] {
  const { schema: inner, nullable } = optional(schema);
  if (value === undefined || value === null) return nullable ? [] : [path];
  if (refName(inner)?.startsWith('Asked')) return [];
  const shape = resolved(inner);
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  const fields = value as Record<string, unknown>;
  const choice = choiceOf(shape);
  const variant = choice?.variants.find(({ word }) => (choice.by === 'tag' ? fields[choice.tag] === word : word in fields));
  const own = Object.entries(shape.properties ?? {}).flatMap(([name, one]) =>
    name in fields ? missing(one, fields[name], `${path}/${name}`) : shape.required?.includes(name) ? [`${path}/${name}`] : []);
  return variant && choice?.by === 'tag' ? [...own, ...missing(variant.schema, value, path)] : own;
}

const promise = choiceOf(resolved(named('Promise')));

describe('a new clause of every kind', () => {
  test('the kinds are told apart by a field', () => {
    expect(promise?.by).toBe('tag');
    expect(promise?.variants.length).toBeGreaterThanOrEqual(12);
  });

  test.each(promise?.variants.map(({ word }) => word) ?? [])('%s begins with all that it needs', (word) => {
    const variant = promise?.variants.find((one) => one.word === word);
    if (!promise || !variant) throw new Error('The kind is one of the promise’s variants.');
    const fresh = blankVariant(promise, variant) as Record<string, unknown>;
    expect(Object.keys(fresh).length, 'more than its kind').toBeGreaterThan(1);
    expect(missing(named('Promise'), fresh)).toEqual([]);
  });

  test('a fee is told apart further by its rule', () => {
    const fee = promise?.variants.find(({ word }) => word === 'fee');
    expect(fee && choiceOf(fee.schema)).toMatchObject({ by: 'tag', tag: 'rule' });
  });

  test('a term and a limit begin with what is shown', () => {
    const variant = promise?.variants.find(({ word }) => word === 'warranty_term');
    if (!promise || !variant) throw new Error('A warranty is a kind of promise.');
    expect(blankVariant(promise, variant)).toMatchObject({ term: 'months:12' });
  });

  test('a clause has its words and a promise', () => {
    expect(Object.keys(blank(named('Clause')) as object).toSorted()).toEqual(['heading', 'id', 'promise', 'text']);
  });
});
