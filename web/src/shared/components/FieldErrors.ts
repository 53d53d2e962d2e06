import { Form, type FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { ApiProblem } from '@/shared/api/problem';

type FieldPath = (string | number)[];

/** `/contacts/0/phone` → `['contacts', 0, 'phone']`, with the escapes of RFC 6901. */
export function fieldPath(pointer: string, under?: string): FieldPath {
  const path = pointer
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return under !== undefined && path[0] === under ? path.slice(1) : path;
}

/** Fields are known by being registered: a field nobody touched has no value yet. */
function hasField(form: FormInstance, path: FieldPath): boolean {
  return form.getFieldsError().some(({ name }) => name.join('/') === path.join('/'));
}

/** The refused fields' values as one text: it changes when one of them is corrected. */
function valuesOf(values: unknown, paths: readonly FieldPath[]): string[] {
  const at = (path: FieldPath) => path.reduce<unknown>((inside, name) => (inside as Record<string | number, unknown> | null | undefined)?.[name], values);
  return paths.map((path) => JSON.stringify(at(path)) ?? '');
}

/**
 * Writes a refusal's field messages under their fields and scrolls to the first; a field that is corrected loses its
 * message, which was about what stood there before. Returns what is left to be shown above the form: the whole error when
 * no field could take it, else nothing. What the request holds `under` a name of its own, the form may hold at its top.
 */
export function useFieldProblems(form: FormInstance, error: unknown, under?: string): unknown {
  const paths = error instanceof ApiProblem ? error.fields.map(({ pointer }) => fieldPath(pointer, under)) : [];
  // Fields that were not refused change nothing here, so that typing draws no form anew.
  const said = Form.useWatch((values: unknown) => JSON.stringify(valuesOf(values, paths)), form);
  const refused = useRef<{ name: FieldPath; value: string }[]>([]);
  useEffect(() => {
    if (!(error instanceof ApiProblem) || error.fields.length === 0) return;
    const fields = error.fields.map(({ pointer, message }) => ({ name: fieldPath(pointer, under), errors: [message] }));
    form.setFields(fields);
    const values = valuesOf(form.getFieldsValue(), fields.map(({ name }) => name));
    refused.current = fields.map(({ name }, index) => ({ name, value: values[index] ?? '' }));
    const first = fields.find(({ name }) => hasField(form, name));
    if (first) form.scrollToField(first.name, { block: 'center', focus: true });
  }, [form, error, under]);
  useEffect(() => {
    if (said === undefined) return;
    const values = valuesOf(form.getFieldsValue(), refused.current.map(({ name }) => name));
    const isCorrected = (_: unknown, index: number) => values[index] !== refused.current[index]?.value;
    const corrected = refused.current.filter(isCorrected);
    if (corrected.length === 0) return;
    form.setFields(corrected.map(({ name }) => ({ name, errors: [] })));
    refused.current = refused.current.filter((one) => !corrected.includes(one));
  }, [form, said]);
  if (!(error instanceof ApiProblem) || error.fields.length === 0) return error;
  return error.fields.every(({ pointer }) => hasField(form, fieldPath(pointer, under))) ? undefined : error;
}
