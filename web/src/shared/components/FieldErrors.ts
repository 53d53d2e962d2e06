import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { ApiProblem } from '@/shared/api/problem';

type FieldPath = (string | number)[];

/** `/contacts/0/phone` → `['contacts', 0, 'phone']`, with the escapes of RFC 6901. */
export function fieldPath(pointer: string): FieldPath {
  return pointer
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Fields are known by being registered: a field nobody touched has no value yet. */
function hasField(form: FormInstance, path: FieldPath): boolean {
  return form.getFieldsError().some(({ name }) => name.join('/') === path.join('/'));
}

/**
 * Writes a refusal's field messages under their fields and scrolls to the first. Returns what is left to be shown above
 * the form: the whole error when no field could take it, else nothing.
 */
export function useFieldProblems(form: FormInstance, error: unknown): unknown {
  useEffect(() => {
    if (!(error instanceof ApiProblem) || error.fields.length === 0) return;
    const fields = error.fields.map(({ pointer, message }) => ({ name: fieldPath(pointer), errors: [message] }));
    form.setFields(fields);
    const first = fields.find(({ name }) => hasField(form, name));
    if (first) form.scrollToField(first.name, { block: 'center', focus: true });
  }, [form, error]);
  if (!(error instanceof ApiProblem) || error.fields.length === 0) return error;
  return error.fields.every(({ pointer }) => hasField(form, fieldPath(pointer))) ? undefined : error;
}

/** Takes a refusal's message from the fields that are being corrected: it was about what stood there before. */
export function clearFieldProblems(form: FormInstance, changed: object): void {
  form.setFields(leaves(changed).map((name) => ({ name, errors: [] })));
}

/** The fields of a change: `{ slip: { phone } }` → `['slip', 'phone']`. */
function leaves(changed: object): FieldPath[] {
  return Object.entries(changed).flatMap(([name, value]: [string, unknown]) => {
    const isGroup = value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
    return isGroup ? leaves(value).map((path) => [name, ...path]) : [[name]];
  });
}
