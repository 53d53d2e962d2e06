import { useCallback } from 'react';
import { fieldTexts } from './fieldTexts';

/** Steps of a pointer that say nothing beside the clause they stand in. */
const SILENT: ReadonlySet<string> = new Set(['do', 'draft', 'clause', 'clauses', 'promise']);

/** `/clauses/0/promise/rows/1/bound` as the names of its fields: rows, bound. */
function fieldsOf(pointer: string): string[] {
  return pointer.split('/').filter((part) => part && !/^\d+$/.test(part) && !SILENT.has(part));
}

/** Where in a clause something stands, in the words of its form: `检查项 › 正文`. */
export function usePlace(): (pointer: string) => string {
  const field = fieldTexts.useT();
  return useCallback((pointer) => fieldsOf(pointer).map((name) => (fieldTexts.has(`field.${name}`) ? field(`field.${name}` as 'field.id') : name)).join(' › '), [field]);
}
