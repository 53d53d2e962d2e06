import { Card } from 'antd';
import type { components } from '@/shared/api/schema';
import { TimeText } from '@/shared/components/text';
import { formatFen, formatRow } from '@/shared/format';
import styles from './cases.module.css';
import type { Case } from './model';
import { remedyTexts } from './remedyTexts';

type Remedy = components['schemas']['RemedyView'];
type Owed = components['schemas']['CompensationOwed'];
type Entitles = components['schemas']['Entitles'];
type T = ReturnType<typeof remedyTexts.useT>;

/** What happened on the case gives the customer a right to, each with its ground and its sentence. */
export function RemedyCard({ shown }: { shown: Case }) {
  const t = remedyTexts.useT();
  if (shown.remedies.length === 0) return null;
  return (
    <Card title={t('title')}>
      <p className={styles['soft']}>{t('hint')}</p>
      <ul className={styles['sentences']}>
        {shown.remedies.map((remedy) => (
          <li key={`${remedy.clause} ${remedy.opened_at}`}>
            <strong>{remedy.heading}</strong>{remedy.sentence && <q>{remedy.sentence}</q>}
            <div>{ground(t, shown, remedy)} <TimeText at={remedy.opened_at} as="short" /></div>
            <div>{t('entitles')}{formatRow(remedy.entitles.map((one) => what(t, one)), 'words')}</div>
            {remedy.besides.length > 0 && <div>{t('besides')}{formatRow(remedy.besides.map((one) => what(t, one)), 'words')}</div>}
            {remedy.owed && <OwedMoney shown={shown} owed={remedy.owed} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What a clause owes in money by now, and how it adds up. */
function OwedMoney({ shown, owed }: { shown: Case; owed: Owed }) {
  const t = remedyTexts.useT();
  const parts = owed.parts.map((part) => t(`owed.${part.unit}`, { heading: heading(shown, part.limit), units: part.units, each: formatFen(part.each_fen) }));
  const whole = owed.parts.reduce((sum, part) => sum + part.fen, 0);
  const capped = typeof owed.cap_fen === 'number' && whole > owed.fen ? [t('owed.capped', { cap: formatFen(owed.cap_fen) })] : [];
  return <div><strong>{t('owed', { sum: formatFen(owed.fen) })}</strong> {formatRow([...parts, ...capped], 'words')}</div>;
}

function heading(shown: Case, clause: string): string {
  return shown.obligations.find((obligation) => obligation.clause === clause)?.heading ?? clause;
}

function ground(t: T, shown: Case, remedy: Remedy): string {
  switch (remedy.ground) {
    case 'within_days_of_receipt': return t('ground.within_days_of_receipt', { received: remedy.received_on, reported: remedy.reported_on, days: remedy.days });
    case 'same_defect_repaired': return t('ground.same_defect_repaired', { repairs: remedy.repairs, times: remedy.times });
    case 'repaired_still_faulty': return t('ground.repaired_still_faulty', { repairs: remedy.repairs, times: remedy.times });
    case 'repair_longer_than': return t('ground.repair_longer_than', { since: remedy.since, until: remedy.until });
    case 'parts_missing_for': return t('ground.parts_missing_for', { since: remedy.since, until: remedy.until });
    case 'limit_broken': return t('ground.limit_broken', { heading: heading(shown, remedy.limit) });
    default: return t(`ground.${remedy.ground}`);
  }
}

function what(t: T, entitled: Entitles): string {
  switch (entitled.what) {
    case 'discount': return t('what.discount', { percent: entitled.bps / 100 });
    case 'compensation_per_hour': return t('what.compensation_per_hour', { each: formatFen(entitled.fen), cap: formatFen(entitled.cap_fen) });
    case 'compensation_per_day': return t('what.compensation_per_day', { each: formatFen(entitled.fen), cap: formatFen(entitled.cap_fen) });
    case 'compensation_once': return t('what.compensation_once', { sum: formatFen(entitled.fen) });
    default: return t(`what.${entitled.what}`);
  }
}
