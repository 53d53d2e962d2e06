import { formatInstant } from '@/shared/format';
import { auditDetailTexts } from './detailTexts';

/** The detail in one line, in words; the whole of it opens with the row. Ids nobody reads, and what is empty, are left to the row. */
export function brief(detail: unknown, names: ReadonlyMap<string, string>, group = ''): string {
  if (Array.isArray(detail)) return detail.map((one) => brief(one, names, group)).filter(Boolean).join(', ');
  if (typeof detail === 'object' && detail !== null) {
    const parts = Object.entries(detail).map(([key, value]) => [key, value === null ? '' : brief(value, names, groupOf(key, group))] as const);
    return parts.filter(([, words]) => words).map(([key, words]) => `${word(key)} ${words}`).join(' · ');
  }
  const text = String(detail);
  if (typeof detail === 'boolean') return word(`is.${text}`);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return formatInstant(text);
  const code = `${group}.${text}`;
  if (auditDetailTexts.has(code)) return auditDetailTexts.t(code);
  return names.get(text) ?? (/_[0-9a-f]{20,}$/.test(text) ? '' : short(text));
}

/** What a value is one of: `from` and `to` hold what the field around them is. */
function groupOf(key: string, around: string): string {
  return (key === 'from' || key === 'to') && around ? around : key;
}

function word(key: string): string {
  return auditDetailTexts.has(key) ? auditDetailTexts.t(key) : key;
}

export function short(id: string): string {
  return /_[0-9a-f]{20,}$/.test(id) || /^[0-9a-f]{24,}$/.test(id) ? `…${id.slice(-8)}` : id;
}
