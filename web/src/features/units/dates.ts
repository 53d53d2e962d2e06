/** The days a warranty may start on, in the order forms show them. */
export const DATE_KINDS = ['contract', 'accepted', 'commissioned', 'delivered', 'installed', 'purchased', 'completed', 'put_to_use', 'manufactured'] as const;

export const CAUSES = [
  'unknown', 'normal_use', 'design', 'process', 'material', 'accessory', 'manufacture', 'transport', 'installation', 'supplier_product', 'own_workmanship',
  'wear', 'software_bug', 'operator_error', 'misuse', 'wrong_installation', 'accident', 'disaster', 'unauthorised_repair', 'unauthorised_disassembly',
  'unauthorised_move', 'changed_environment', 'foreign_object', 'external_force', 'wrong_voltage', 'non_compliant_accessory', 'altered_serial', 'virus_or_system',
] as const;
