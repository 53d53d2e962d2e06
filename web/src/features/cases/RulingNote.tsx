import { StatusTag } from '@/shared/components/StatusTag';
import { TimeText } from '@/shared/components/text';
import styles from './cases.module.css';
import { coverageTexts } from './coverageTexts';
import { COSTS, type Ruling } from './ruling';

/** What a person decided about who pays: it holds, whatever the plan says beneath. */
export function RulingNote({ ruling }: { ruling: Ruling }) {
  const t = coverageTexts.useT();
  const { charges, reason, by, at } = ruling;
  return (
    <>
      <h3>{t('title')} <StatusTag tone="active">{t('ruled')}</StatusTag></h3>
      <dl className={styles['facts']}>
        {COSTS.map((cost) => <div key={cost} style={{ display: 'contents' }}><dt>{t(`cost.${cost}`)}</dt><dd>{t(`charge.${charges[cost]}`)}</dd></div>)}
      </dl>
      <p>{by ? t('ruledBy', { by, reason }) : t('ruledFor', { reason })} <span className={styles['soft']}><TimeText at={at} as="short" /></span></p>
    </>
  );
}
