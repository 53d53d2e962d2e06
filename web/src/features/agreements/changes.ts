export type Change = { field: string; from: string; to: string };

/** What an entry of the audit log says was changed: the fields that differ between `from` and `to`, with how many there were of a list. */
export function changedFields(detail: Readonly<Record<string, unknown>>): Change[] {
  const before = record(detail['from']);
  const after = record(detail['to']);
  if (!before || !after) return [];
  return Object.keys(after)
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, from: told(before[field]), to: told(after[field]) }));
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

function told(value: unknown): string {
  if (Array.isArray(value)) return String(value.length);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
