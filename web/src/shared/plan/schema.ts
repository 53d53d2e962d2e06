import document from '../../../../docs/plan.schema.json';

/** The part of JSON Schema that the published schema of plans uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  oneOf?: Schema[];
  allOf?: Schema[];
};

const root = document as unknown as Schema & { $defs: Record<string, Schema> };

const PREFIX = '#/$defs/';

/** The definition a schema refers to by name: `Clause`. */
export function named(name: string): Schema {
  return name === 'Plan' ? root : (root.$defs[name] ?? {});
}

/** The name of the definition a schema refers to, if it does. */
export function refName(schema: Schema): string | undefined {
  return schema.$ref?.startsWith(PREFIX) ? schema.$ref.slice(PREFIX.length) : undefined;
}

/** Follows references and joins what must hold together, so that what remains says its properties itself. */
export function resolved(schema: Schema): Schema {
  const name = refName(schema);
  if (name !== undefined) return resolved(named(name));
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map(resolved);
  const variants = parts.find((part) => part.oneOf);
  return {
    ...schema,
    ...(variants?.oneOf && { oneOf: variants.oneOf }),
    properties: Object.assign({}, ...parts.map((part) => part.properties ?? {}), schema.properties ?? {}) as Record<string, Schema>,
    required: [...parts.flatMap((part) => part.required ?? []), ...(schema.required ?? [])],
  };
}

/** The schema without its null, and whether null may stand there. */
export function optional(schema: Schema): { schema: Schema; nullable: boolean } {
  if (Array.isArray(schema.type) && schema.type.includes('null')) {
    const type = schema.type.filter((one) => one !== 'null');
    return { schema: { ...schema, type: type[0] ?? 'string' }, nullable: true };
  }
  const rest = schema.oneOf?.filter((one) => one.type !== 'null');
  if (rest && schema.oneOf && rest.length < schema.oneOf.length) {
    const only = rest[0];
    return { schema: rest.length === 1 && only ? only : { ...schema, oneOf: rest }, nullable: true };
  }
  return { schema, nullable: false };
}

export type Variant = { word: string; schema: Schema };
export type Choice =
  /** The variants share a field that names them: `{ type: 'within', … }`. */
  | { by: 'tag'; tag: string; variants: Variant[] }
  /** A variant is a word alone, or an object with its one name: `'no_promise'`, `{ bound: … }`. */
  | { by: 'name'; variants: Variant[] };

function onlyValue(schema: Schema | undefined): string | undefined {
  const value = schema?.const ?? (schema?.enum?.length === 1 ? schema.enum[0] : undefined);
  return typeof value === 'string' ? value : undefined;
}

/** How the alternatives of a schema are told apart, if it has any that people choose from. */
export function choiceOf(schema: Schema): Choice | undefined {
  if (!schema.oneOf) return undefined;
  const all = schema.oneOf.map(resolved);
  // A field that says the same in all of them tells none apart: every fee is a fee.
  const tells = (name: string) => {
    const words = new Set(all.map((one) => onlyValue(one.properties?.[name])));
    return words.size === all.length && !words.has(undefined);
  };
  const tag = Object.keys(all[0]?.properties ?? {}).find(tells);
  if (tag !== undefined) {
    return { by: 'tag', tag, variants: all.map((one) => ({ word: onlyValue(one.properties?.[tag]) ?? '', schema: one })) };
  }
  const variants = all.map((one) => {
    const word = onlyValue(one);
    if (word !== undefined) return { word, schema: {} };
    const names = Object.keys(one.properties ?? {});
    const name = names[0];
    const inner = name === undefined ? undefined : one.properties?.[name];
    return names.length === 1 && name !== undefined && inner ? { word: name, schema: inner } : undefined;
  });
  return variants.every((one) => one !== undefined) ? { by: 'name', variants } : undefined;
}

/** What a new thing of a schema starts as. */
export function blank(schema: Schema): unknown {
  const { schema: inner, nullable } = optional(schema);
  if (nullable) return undefined;
  if (refName(inner) === 'AskedNumber') return 1;
  if (refName(inner) === 'AskedCharge') return 'free';
  const shape = resolved(inner);
  const choice = choiceOf(shape);
  const first = choice?.variants[0];
  if (choice && first) return blankVariant(choice, first);
  if (shape.enum) return shape.enum[0];
  if (shape.properties) return blankObject(shape);
  if (shape.type === 'array') return shape.minItems ? [blankEntry(shape.items ?? {}, [])] : [];
  if (shape.type === 'integer') return 1;
  return '';
}

/** What a new entry of a list starts as; one with a code of its own gets the first that no other has. */
export function blankEntry(items: Schema, list: readonly unknown[]): unknown {
  const entry = blank(items);
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return entry;
  const taken = new Set(list.map((one) => (one as { id?: unknown }).id));
  let number = list.length + 1;
  while (taken.has(`item-${number}`)) number += 1;
  return { ...entry, id: `item-${number}` };
}

export function blankVariant(choice: Choice, variant: Variant): unknown {
  if (choice.by === 'tag') return { ...blankNested(variant.schema), ...blankObject(variant.schema), [choice.tag]: variant.word };
  return Object.keys(variant.schema).length === 0 ? variant.word : { [variant.word]: blank(variant.schema) };
}

/** A variant may be told apart further by another field of the same object: a fee by its rule. */
function blankNested(shape: Schema): object {
  const choice = choiceOf(shape);
  const first = choice?.variants[0];
  return choice?.by === 'tag' && first ? (blankVariant(choice, first) as object) : {};
}

/** What texts of a form of their own begin with; an empty text is none of them. */
export const STARTS: Readonly<Record<string, string>> = { term: 'months:12', limit: 'natural:PT24H', target: 'natural:PT24H', within: 'natural:PT24H', hours: 'always' };

function blankObject(shape: Schema): Record<string, unknown> {
  const required = Object.entries(shape.properties ?? {}).filter(([name]) => shape.required?.includes(name));
  return Object.fromEntries(required.map(([name, schema]) => [name, blankField(name, schema)]));
}

/** What choices begin with where the first would make no sense: a limit does not end where it begins. */
const CHOSEN: Readonly<Record<string, string>> = { to: 'answered' };

/** What a new field of that name starts as. */
export function blankField(name: string, schema: Schema): unknown {
  const chosen = CHOSEN[name];
  if (chosen && resolved(optional(schema).schema).enum?.includes(chosen)) return chosen;
  const value = blank(schema);
  return value === '' ? (STARTS[name] ?? '') : value;
}
