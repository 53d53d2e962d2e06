/** The roles of a person of the company or a partner, in the order of the access table. */
export const STAFF_ROLES = [
  'service_agent', 'dispatcher', 'engineer', 'service_manager', 'executive', 'storekeeper', 'accountant', 'partner_outlet', 'supplier', 'administrator', 'auditor',
] as const;
