import type { components } from '@/shared/api/schema';

type Unit = components['schemas']['UnitView'];

/** A unit in one line: what it is, its serial number, whose it is. */
export function unitWords({ product_name, model, serial, number, customer_name }: Unit): string {
  return [`${product_name} ${model}`.trim(), serial || number, customer_name].join(' · ');
}

/** The same to whoever has it: what tells one's own units apart comes first. */
export function ownUnitWords({ product_name, model, serial, number, site_name, place }: Unit): string {
  return [serial || number, [site_name, place].filter(Boolean).join(' '), `${product_name} ${model}`.trim()].filter(Boolean).join(' · ');
}
