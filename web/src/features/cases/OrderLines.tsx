import { formatInstant } from '@/shared/format';
import { useCaseWord } from './caseWordTexts';
import { lastOf, reachedAt } from './order';
import type { Case } from './model';
import styles from './order.module.css';
import { orderTexts } from './orderTexts';

const PARTS = ['a', 'b', 'c', 'd'] as const;
const COLUMNS = ['name', 'serial', 'count', 'removed', 'price'] as const;
/** A cell to write in. */
const BLANK = '\u00A0';
const COSTS = ['labour', 'parts', 'travel', 'sum'] as const;
const ANSWERS = ['good', 'fair', 'bad'] as const;

/** Lines for what is written on site; what the case knows already stands there. */
export function OrderLines({ shown }: { shown: Case }) {
  const t = orderTexts.useT();
  const word = useCaseWord();
  const decided = lastOf(shown, 'cause_decided')?.fact;
  const at = (milestone: 'on_site' | 'repaired') => {
    const reached = reachedAt(shown, milestone);
    return reached ? formatInstant(reached) : '';
  };
  const closed = lastOf(shown, 'closed')?.fact;
  return (
    <>
      <table className={styles['grid']}>
        <caption>{t('work')}</caption>
        <colgroup><col style={{ width: '13%' }} /><col style={{ width: '20%' }} /><col style={{ width: '13%' }} /><col style={{ width: '20%' }} /><col style={{ width: '13%' }} /><col style={{ width: '21%' }} /></colgroup>
        <tbody>
          <tr><th scope="row">{t('arrived')}</th><td>{at('on_site') || BLANK}</td><th scope="row">{t('repaired')}</th><td>{at('repaired') || BLANK}</td><th scope="row">{t('left')}</th><td>{BLANK}</td></tr>
          <tr><th scope="row">{t('cause')}</th><td colSpan={5} className={styles['line']}>{decided && [word('cause', decided.cause), decided.note].filter(Boolean).join('：')}</td></tr>
          <tr><th scope="row">{t('done')}</th><td colSpan={5} className={styles['lines']}>{BLANK}</td></tr>
        </tbody>
      </table>
      <table className={styles['grid']}>
        <caption>{t('parts')}</caption>
        <colgroup><col style={{ width: '38%' }} /><col style={{ width: '22%' }} /><col style={{ width: '10%' }} /><col style={{ width: '15%' }} /><col style={{ width: '15%' }} /></colgroup>
        <thead><tr>{COLUMNS.map((name) => <th key={name} scope="col">{t(`part.${name}`)}</th>)}</tr></thead>
        <tbody>{PARTS.map((part) => <tr key={part} className={styles['blank']}>{COLUMNS.map((name) => <td key={name}>{BLANK}</td>)}</tr>)}</tbody>
      </table>
      <table className={styles['grid']}>
        <tbody>
          <tr>{COSTS.map((cost) => <td key={cost} className={styles['line']}>{t(`cost.${cost}`)}</td>)}</tr>
          <tr><td colSpan={4} className={styles['lines']}>{t('words')} {ANSWERS.map((answer) => <span key={answer} className={styles['box']}>□ {t(`answer.${answer}`)}</span>)}<div>{closed?.customer_word}</div></td></tr>
        </tbody>
      </table>
      <div className={styles['signatures']}>
        {(['customer', 'engineer'] as const).map((who) => <div key={who}><span>{t(`sign.${who}`)}</span><span>{t('sign.day')}</span></div>)}
      </div>
    </>
  );
}
