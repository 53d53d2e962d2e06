/** The order in which people fill a form in; the schema lists its fields by the alphabet. */
const ORDER: readonly string[] = [
  // A clause: what it says, what it promises, when.
  'heading', 'text', 'promise', 'when', 'strength', 'binds',
  // A limit.
  'from', 'to', 'rows', 'otherwise', 'bound', 'limit', 'target', 'calendar', 'day_end', 'pausable_by', 'warn_at_percent',
  // A warranty.
  'covers', 'term', 'or_usage', 'starts_from', 'or_term', 'whichever', 'without_proof', 'repair_days', 'replaced_part_months', 'territory',
  // Conditions.
  'severity', 'service_level', 'region', 'standing', 'question', 'channel', 'cause', 'reported_between',
  // Who pays.
  'causes', 'subject', 'charges', 'labour', 'parts', 'travel', 'shipping',
  // A remedy, a recurring duty.
  'trigger', 'entitles', 'besides', 'what', 'every', 'count', 'unit', 'anchor', 'during', 'early_days', 'late_days', 'delivers',
  // A plan's own names.
  'title', 'label', 'question_text', 'meaning',
];

const RANK = new Map(ORDER.map((name, index) => [name, index]));

function rank(name: string): number {
  return name === 'id' ? ORDER.length + 1 : (RANK.get(name) ?? ORDER.length);
}

/** Sorted as people fill it in; what has no place in the order follows, and the code by which other clauses refer to it is last. */
export function inOrder<T>(fields: readonly [string, T][]): [string, T][] {
  return fields.toSorted(([a], [b]) => rank(a) - rank(b));
}
