import { formatInstant } from '@/shared/format';
import { formatLimit, useWord } from '@/shared/words';
import { inOrder, type Case } from './model';
import styles from './order.module.css';
import { orderTexts } from './orderTexts';

/** What was promised, from when to when, and how it stands as the order is printed. */
export function OrderPromises({ shown }: { shown: Case }) {
  const t = orderTexts.useT();
  const word = useWord();
  const { open, pending, ended } = inOrder(shown.obligations);
  const rows = [...open, ...ended, ...pending].filter(({ state }) => state !== 'cancelled');
  if (rows.length === 0) return null;
  return (
    <table className={styles['grid']}>
      <caption>{t('promises')}</caption>
      <colgroup><col style={{ width: '34%' }} /><col style={{ width: '20%' }} /><col style={{ width: '16%' }} /><col style={{ width: '17%' }} /><col style={{ width: '13%' }} /></colgroup>
      <thead><tr>{(['promise', 'span', 'limit', 'due', 'state'] as const).map((name) => <th key={name} scope="col">{t(`promise.${name}`)}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.clause} ${row.cycle}`}>
            <td>{row.heading}</td>
            <td>{word('milestone', row.from)} → {word('milestone', row.to)}</td>
            <td>{row.limit ? formatLimit(row.limit) : ''}</td>
            <td>{row.due_at ? formatInstant(row.due_at) : ''}</td>
            <td>{word('state', row.state)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
