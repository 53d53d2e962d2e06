import type { components } from '@/shared/api/schema';

/** How a cost may be charged, the most favourable to the customer first. */
export const CHARGES: readonly components['schemas']['Charge'][] = ['free', 'at_cost', 'price_list', 'by_quote', 'refused'];
