import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Card } from 'antd';
import { useDeferredValue, useEffect, useEffectEvent, useState } from 'react';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { TimeText } from '@/shared/components/text';
import { WarrantyDays } from '@/shared/components/WarrantyLine';
import { formatPhone } from '@/shared/format';
import { CaseTags } from './CaseTags';
import styles from './cases.module.css';
import { isWholeNumber } from './intake';
import { caseTexts } from './texts';
import type { Unit } from './UnitPicker';

const FEWEST_DIGITS = 4;

export type Caller = components['schemas']['KnownCaller'];

type Props = { phone: string; unit: Unit | undefined; onCaller: (caller: Caller) => void; onRecognised: (caller: Caller) => void; onUnit: (unit: Unit) => void; onNew?: () => void; onNewUnit?: (caller: Caller) => void };

/** Who is calling, found while the number is typed: the people, their units with warranty, their last cases. */
export function CallerPanel({ phone, unit, onCaller, onRecognised, onUnit, onNew, onNewUnit }: Props) {
  const t = caseTexts.useT();
  const digits = useDeferredValue(phone.trim());
  const isLong = digits.replaceAll(/\D/g, '').length >= FEWEST_DIGITS;
  const [picked, setPicked] = useState<string>();
  const { data } = $api.useQuery('get', '/api/callers', { params: { query: { phone: digits } } }, { enabled: isLong, placeholderData: keepPreviousData, retry: false });
  const known = isLong ? (data?.known ?? []) : [];
  const customer = known.find((caller) => caller.customer === picked) ?? known[0];
  const sure = recognised(digits, known);
  const who = sure && `${sure.customer} ${sure.contact ?? ''}`;
  const tell = useEffectEvent((recognisedNow: string | undefined) => {
    if (recognisedNow !== undefined && sure) onRecognised(sure);
  });
  useEffect(() => tell(who), [who]);
  return (
    <div className={styles['column']}>
      <Card title={t('intake.caller')}>
        {!isLong && <p className={styles['soft']}>{t('intake.callerHint')}</p>}
        {isLong && data && known.length === 0 && (
          <p className={styles['soft']}>{t('intake.callerNone')} {onNew && <Button size="small" onClick={onNew}>{t('intake.register')}</Button>}</p>
        )}
        <ul className={styles['units']}>
          {known.map((caller) => (
            <li key={`${caller.customer} ${caller.contact ?? ''}`}>
              <button type="button" aria-pressed={caller.customer === customer?.customer} onClick={() => { setPicked(caller.customer); onCaller(caller); }}>
                <strong>{caller.name}</strong><span className={styles['soft']}>{[caller.customer_name !== caller.name && caller.customer_name, caller.phone && formatPhone(caller.phone)].filter(Boolean).join(' · ')}</span>
              </button>
            </li>
          ))}
        </ul>
        {customer && <Units customer={customer.customer} name={customer.customer_name} unit={unit} onUnit={(chosen) => { onCaller(customer); onUnit(chosen); }} />}
        {customer && onNewUnit && <Button size="small" onClick={() => onNewUnit(customer)}>{t('intake.newUnit')}</Button>}
      </Card>
      {isLong && data && data.cases.length > 0 && (
        <Card title={t('intake.recent')}>
          <ul className={styles['tasks']}>
            {data.cases.slice(0, 5).map((row) => (
              <li key={row.id}>
                <Link to="/cases/$id" params={{ id: row.id }} className={styles['task'] ?? ''}>
                  <span className={styles['taskHead']}><strong>{row.number}</strong><CaseTags {...row} /><TimeText at={row.reported_at} as="short" /></span>
                  <span className={styles['excerpt']}>{row.content}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

/** The one whose number was typed whole; nobody where customers share it. */
function recognised(typed: string, known: readonly Caller[]): Caller | undefined {
  const same = known.filter(({ phone }) => phone && isWholeNumber(typed, phone));
  return same.every(({ customer }) => customer === same[0]?.customer) ? same[0] : undefined;
}

function Units({ customer, name, unit, onUnit }: { customer: string; name: string; unit: Unit | undefined; onUnit: (unit: Unit) => void }) {
  const t = caseTexts.useT();
  const { data } = $api.useQuery('get', '/api/units', { params: { query: { customer, limit: 20 } } });
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <p>{t('intake.units', { name })}</p>
      <ul className={styles['units']}>
        {data.items.map((one) => (
          <li key={one.id}>
            <button type="button" aria-pressed={one.id === unit?.id} onClick={() => onUnit(one)}>
              <strong>{one.product_name} {one.model}</strong>
              <span className={styles['soft']}>{one.serial || one.number} {one.site_name} {one.place}</span>
              <WarrantyDays said={one.warranty} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
