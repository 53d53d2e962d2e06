import { formatPhone } from '@/shared/format';
import { componentTexts } from '../texts';

/** A phone number as the server shows it to this role; a whole one can be dialled, a masked one cannot. */
export function PhoneText({ phone }: { phone: string | null | undefined }) {
  const t = componentTexts.useT();
  if (!phone) return <>—</>;
  const shown = <span style={{ whiteSpace: 'nowrap' }}>{formatPhone(phone)}</span>;
  if (phone.includes('*')) return shown;
  return <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={t('phone.call', { phone: formatPhone(phone) })}>{shown}</a>;
}
