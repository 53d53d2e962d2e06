import { useRouter } from '@tanstack/react-router';
import { Button, Drawer, Skeleton } from 'antd';
import { $api } from '@/shared/api/client';
import { keyset } from '@/shared/components/list';
import { EmptyState, ProblemAlert } from '@/shared/components/states';
import { TimeText } from '@/shared/components/text';
import { formatSpan } from '@/shared/format';
import { useWord } from '@/shared/words';
import type { Ask, Row } from './ask';
import styles from './ledger.module.css';
import { ledgerTexts } from './texts';

type Shown = { title: string; ask: Ask };
type Props = { shown: Shown | undefined; onClose: () => void; onNarrow: (ask: Ask) => void };

/** The promises behind a figure, each leading to the case that proves it. */
export function RowsDrawer({ shown, onClose, onNarrow }: Props) {
  const t = ledgerTexts.useT();
  const { state: _, lateness: __, from: ___, to: ____, ...group } = shown?.ask ?? {};
  return (
    <Drawer
      open={shown !== undefined}
      size={720}
      title={shown?.title}
      onClose={onClose}
      extra={Object.keys(group).length > 0 && <Button onClick={() => onNarrow(group)}>{t('only')}</Button>}
    >
      {shown && <Rows ask={shown.ask} />}
    </Drawer>
  );
}

function Rows({ ask }: { ask: Ask }) {
  const t = ledgerTexts.useT();
  const source = $api.useInfiniteQuery('get', '/api/ledger/rows', { params: { query: { ...ask, limit: 50 } } }, keyset);
  const rows = source.data?.pages.flatMap((page) => page.items) ?? [];
  if (source.isPending) return <Skeleton active paragraph={{ rows: 8 }} title={false} />;
  if (source.error) return <ProblemAlert error={source.error} onRetry={() => void source.refetch()} />;
  if (rows.length === 0) return <EmptyState title={t('empty')} />;
  return (
    <>
      <ul className={styles['rows']}>
        {rows.map((row) => <Line key={`${row.case ?? row.agreement}/${row.clause}/${row.cycle}`} row={row} />)}
      </ul>
      {source.hasNextPage && <Button block loading={source.isFetchingNextPage} onClick={() => void source.fetchNextPage()}>{t('loadMore')}</Button>}
    </>
  );
}

const COLOURS: Readonly<Record<string, string>> = {
  kept: 'var(--jn-kept)',
  fulfilled_late: 'var(--jn-warning-text)',
  broken: 'var(--jn-broken)',
  running: 'var(--jn-running)',
};

function Line({ row }: { row: Row }) {
  const t = ledgerTexts.useT();
  const word = useWord();
  const router = useRouter();
  const about = [row.customer_name, row.owner_name, row.branch_name, row.region_name, row.plan_title, row.severity_name].filter(Boolean).join(' · ');
  return (
    <li>
      <button type="button" aria-label={t(row.case ? 'openCase' : 'openAgreement', { number: row.number })} onClick={() => router.history.push(row.case ? `/cases/${row.case}` : `/agreements/${row.agreement}`)}>
        <span className={styles['line']}>
          <strong>{row.heading}{row.cycle > 1 && <small> {t('nth', { count: row.cycle })}</small>}</strong>
          <b style={{ color: COLOURS[row.state] ?? 'var(--jn-ink-soft)' }}>{word('state', row.state)}</b>
        </span>
        <span className={styles['line']}>
          <span>{row.number}</span>
          <span>{word('milestone', row.from)} → {word('milestone', row.to)}</span>
        </span>
        <span className={styles['line']}>
          <span>{t('column.due')} <TimeText at={row.due_at} /></span>
          <span>{t('column.ended')} <TimeText at={row.ended_at} /></span>
          <Late minutes={row.late_minutes} />
        </span>
        {row.excuse && <small>{t('excuse', { reason: row.excuse })}</small>}
        {about && <small>{about}</small>}
      </button>
    </li>
  );
}

function Late({ minutes }: { minutes: number | null | undefined }) {
  const t = ledgerTexts.useT();
  if (minutes === null || minutes === undefined) return null;
  const span = formatSpan(Math.abs(minutes) * 60_000, 'natural');
  return <span>{minutes < 0 ? t('early', { span }) : `+${span}`}</span>;
}
