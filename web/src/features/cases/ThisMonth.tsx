import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { $api } from '@/shared/api/client';
import { formatInstant, formatRate } from '@/shared/format';
import { useNow } from '@/shared/hooks/useNow';
import { useWord } from '@/shared/words';
import styles from './cases.module.css';
import { caseTexts } from './texts';

const STATES = ['kept', 'fulfilled_late', 'broken', 'excused'] as const;

/** How many of this month's promises were kept, as the ledger counts them. */
export function ThisMonth() {
  const t = caseTexts.useT();
  const word = useWord();
  const from = `${formatInstant(useNow(), 'day').slice(0, 7)}-01`;
  const { data } = $api.useQuery('get', '/api/ledger', { params: { query: { from, group_by: 'month' } } });
  if (!data) return null;
  const { total } = data;
  return (
    <Card title={t('month.title')} extra={<Link to="/ledger" search={{ from } as never}>{t('month.ledger')}</Link>}>
      <div className={styles['month']}>
        <strong>{formatRate(total.kept_permille)}</strong>
        <dl>
          {STATES.map((state) => <div key={state}><dt>{word('state', state)}</dt><dd>{total[state]}</dd></div>)}
        </dl>
      </div>
    </Card>
  );
}
