import type { components } from '@/shared/api/schema';
import { formatInstant, formatNamed, formatPhone, formatRow } from '@/shared/format';
import { daysInWords, warrantyTexts } from '@/shared/words/warranty';
import { useCaseWord } from './caseWordTexts';
import { coverageTexts } from './coverageTexts';
import { lastOf } from './order';
import { nameOf, type Case } from './model';
import styles from './order.module.css';
import { orderTexts } from './orderTexts';
import { COSTS, useCoverage, type Ruling } from './ruling';

type Schemas = components['schemas'];
type Props = { shown: Case; unit: Schemas['UnitView'] | undefined; customer: Schemas['CustomerView'] | undefined };

/** Whose unit it is, what is wrong with it, and who comes. */
export function OrderSubject({ shown, unit, customer }: Props) {
  const t = orderTexts.useT();
  const said = warrantyTexts.useT();
  const word = useCaseWord();
  const { slip, context } = shown;
  const { ruling } = useCoverage(shown);
  const visit = lastOf(shown, 'visit_agreed');
  const agreed = visit?.visit === 'cancelled' ? undefined : visit?.fact;
  const level = shown.grading?.levels.find(({ id }) => id === context.severity)?.label ?? context.severity;
  const crew = formatRow(shown.crew.map((id) => nameOf(shown, id) ?? id), 'words');
  return (
    <table className={styles['grid']}>
      <colgroup><col style={{ width: '13%' }} /><col style={{ width: '37%' }} /><col style={{ width: '13%' }} /><col style={{ width: '37%' }} /></colgroup>
      <tbody>
        <tr><th scope="row">{t('customer')}</th><td>{customer?.name ?? slip.name}</td><th scope="row">{t('contact')}</th><td>{[slip.name, slip.phone && formatPhone(slip.phone)].filter(Boolean).join(' ')}</td></tr>
        <tr><th scope="row">{t('address')}</th><td colSpan={3}>{slip.address}</td></tr>
        <tr><th scope="row">{t('unit')}</th><td>{unit && `${unit.product_name} ${unit.model}`}</td><th scope="row">{t('serial')}</th><td>{unit && [unit.serial, unit.number].filter(Boolean).join(' · ')}</td></tr>
        <tr><th scope="row">{t('place')}</th><td>{unit && [unit.site_name, unit.place].filter(Boolean).join(' · ')}</td><th scope="row">{t('warranty')}</th><td>{[context.standing ? word('standing', context.standing) : shown.unit && t('standingUnknown'), ...(unit?.warranty ? daysInWords(said, unit.warranty) : [])].filter(Boolean).join(' · ')}</td></tr>
        {ruling && <tr><th scope="row">{t('charges')}</th><td colSpan={3}><Decided ruling={ruling} /></td></tr>}
        <tr><th scope="row">{t('fault')}</th><td colSpan={3} className={styles['said']}>{slip.content}</td></tr>
        {slip.wishes && <tr><th scope="row">{t('wishes')}</th><td colSpan={3} className={styles['said']}>{slip.wishes}</td></tr>}
        <tr><th scope="row">{t('reported')}</th><td>{formatInstant(shown.reported_at)} · {word('channel', shown.channel)}</td><th scope="row">{t('level')}</th><td>{level}</td></tr>
        <tr><th scope="row">{t('owner')}</th><td>{nameOf(shown, shown.owner)}</td><th scope="row">{t('crew')}</th><td>{crew}{agreed && ` · ${t('agreed', { at: formatInstant(agreed.agreed_at) })}`}</td></tr>
      </tbody>
    </table>
  );
}

/** What a person decided about who pays, in one line. */
function Decided({ ruling }: { ruling: Ruling }) {
  const t = coverageTexts.useT();
  const { charges, reason, by } = ruling;
  const words = formatRow(COSTS.map((cost) => `${t(`cost.${cost}`)} ${t(`charge.${charges[cost]}`)}`), 'phrases');
  return <>{formatNamed(t('ruled'), words)} · {by ? t('ruledBy', { by, reason }) : t('ruledFor', { reason })}</>;
}
