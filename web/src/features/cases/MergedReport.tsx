import { PhoneText, TimeText } from '@/shared/components/text';
import styles from './cases.module.css';
import type { Case } from './model';
import { caseTexts } from './texts';

/** The report of a case that was merged here: who called, when, and in which words. */
export function MergedReport({ slip, at }: { slip: Case['slip']; at: string }) {
  const t = caseTexts.useT();
  return (
    <>
      <div className={styles['said']}>{slip.content}</div>
      {slip.wishes && <div className={styles['said']}>{t('timeline.wishes', { words: slip.wishes })}</div>}
      <small className={styles['soft']}>{slip.name} {slip.phone && <PhoneText phone={slip.phone} />} {slip.address} · {t('slip.at')} <TimeText at={at} /></small>
    </>
  );
}
