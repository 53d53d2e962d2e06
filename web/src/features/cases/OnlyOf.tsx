import { Tag } from 'antd';
import { $api } from '@/shared/api/client';
import { formatNamed } from '@/shared/format';
import { useMay } from '@/shared/session/useMe';
import { caseTexts } from './texts';
import { unitWords } from './unitWords';

type Props = { customer: string | undefined; unit: string | undefined; onDrop: (name: 'customer' | 'unit') => void };

function named(label: string, name: string | undefined): string {
  return name ? formatNamed(label, name) : label;
}

/** The customer or the unit whose cases alone are listed: the link that led here chose it, and no field of the form shows it. */
export function OnlyOf({ customer, unit, onDrop }: Props) {
  const t = caseTexts.useT();
  const mayCustomer = useMay('customer.read');
  const mayUnit = useMay('unit.read');
  const who = $api.useQuery('get', '/api/customers/{id}', { params: { path: { id: customer ?? '' } } }, { enabled: Boolean(customer) && mayCustomer }).data;
  const what = $api.useQuery('get', '/api/units/{id}', { params: { path: { id: unit ?? '' } } }, { enabled: Boolean(unit) && mayUnit }).data;
  if (!customer && !unit) return null;
  return (
    <p style={{ marginBottom: 12 }} className="jn-no-print">
      {customer && <Tag closable onClose={() => onDrop('customer')}>{named(t('column.customer'), who?.name)}</Tag>}
      {unit && <Tag closable onClose={() => onDrop('unit')}>{named(t('column.unit'), what && unitWords(what))}</Tag>}
    </p>
  );
}
