import type { components } from '@/shared/api/schema';

/** A unit in one line: what it is, its serial number, whose it is. */
export function unitWords({ product_name, model, serial, number, customer_name }: components['schemas']['UnitView']): string {
  return [`${product_name} ${model}`.trim(), serial || number, customer_name].join(' · ');
}
