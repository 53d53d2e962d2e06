import { Button, Table, type TableColumnsType } from 'antd';
import { formatSpan } from '@/shared/format';
import { useNarrow } from '@/shared/hooks/useNarrow';
import { allOf, nameOf, rateText, type Ask, type Group, type Ledger, type Tally } from './ask';
import styles from './ledger.module.css';
import { ledgerTexts } from './texts';

type Open = (group: Group | undefined, extra?: Ask) => void;
type Props = { ledger: Ledger; onOpen: Open };

const COLUMNS = [
  { key: 'kept', field: 'kept', state: 'kept' },
  { key: 'late', field: 'fulfilled_late', state: 'fulfilled_late' },
  { key: 'broken', field: 'broken', state: 'broken' },
  { key: 'excused', field: 'excused', state: 'excused' },
  { key: 'running', field: 'running', state: 'running' },
  { key: 'cancelled', field: 'cancelled', state: 'cancelled' },
] as const;

/** The ledger's lines; every figure opens the promises it counts, those of the last line the promises of all groups. */
export function GroupTable({ ledger, onOpen }: Props) {
  const t = ledgerTexts.useT();
  const narrow = useNarrow();
  if (narrow) return <GroupCards ledger={ledger} onOpen={onOpen} />;
  const columns: TableColumnsType<Group> = [
    {
      title: t(`group.${ledger.group_by}`),
      key: 'name',
      render: (_, group) => <Name group={group} onOpen={() => onOpen(group)} />,
    },
    { title: t('rate'), key: 'rate', width: 160, render: (_, { tally }) => <Rate tally={tally} /> },
    ...COLUMNS.map(({ key, field, state }) => ({
      title: t(key),
      key,
      align: 'right' as const,
      render: (_: unknown, group: Group) => <Figure count={group.tally[field]} onOpen={() => onOpen(group, { state })} label={t(key)} />,
    })),
    { title: t('all'), key: 'all', align: 'right', render: (_, group) => <Figure count={allOf(group.tally)} onOpen={() => onOpen(group)} label={t('all')} /> },
    { title: <span title={t('lateTimeHint')}>{t('lateTime')}</span>, key: 'late-time', align: 'right', render: (_, { tally }) => (tally.late_minutes > 0 ? formatSpan(tally.late_minutes * 60_000, 'natural') : '—') },
  ];
  return (
    <>
      <Table<Group>
        rowKey={(group) => `${group.plan ?? ''}/${group.key}`}
        className={styles['table'] ?? ''}
        size="middle"
        columns={columns}
        dataSource={ledger.groups}
        pagination={false}
        scroll={{ x: 860 }}
        summary={() => <Total tally={ledger.total} onOpen={onOpen} />}
      />
      {ledger.more_groups > 0 && <p className={styles['calm']}>{t('more', { count: ledger.more_groups })}</p>}
    </>
  );
}

function Total({ tally, onOpen }: { tally: Tally; onOpen: Open }) {
  const t = ledgerTexts.useT();
  return (
    <Table.Summary.Row className={styles['total'] ?? ''}>
      <Table.Summary.Cell index={0}>{t('all')}</Table.Summary.Cell>
      <Table.Summary.Cell index={1}><Rate tally={tally} /></Table.Summary.Cell>
      {COLUMNS.map(({ key, field, state }, index) => (
        <Table.Summary.Cell key={key} index={index + 2} align="right"><Figure count={tally[field]} onOpen={() => onOpen(undefined, { state })} label={t(key)} /></Table.Summary.Cell>
      ))}
      <Table.Summary.Cell index={COLUMNS.length + 2} align="right"><Figure count={allOf(tally)} onOpen={() => onOpen(undefined)} label={t('all')} /></Table.Summary.Cell>
      <Table.Summary.Cell index={COLUMNS.length + 3} align="right">{tally.late_minutes > 0 ? formatSpan(tally.late_minutes * 60_000, 'natural') : '—'}</Table.Summary.Cell>
    </Table.Summary.Row>
  );
}

function GroupCards({ ledger, onOpen }: Props) {
  const t = ledgerTexts.useT();
  return (
    <ul className={styles['cards']}>
      {ledger.groups.map((group) => (
        <li key={`${group.plan ?? ''}/${group.key}`}>
          <Name group={group} onOpen={() => onOpen(group)} />
          <Rate tally={group.tally} />
          <small>
            {COLUMNS.filter(({ field }) => group.tally[field] > 0).map(({ key, field, state }) => (
              <span key={key}>{t(key)} <Figure count={group.tally[field]} onOpen={() => onOpen(group, { state })} label={t(key)} /></span>
            ))}
          </small>
        </li>
      ))}
    </ul>
  );
}

function Name({ group, onOpen }: { group: Group; onOpen: () => void }) {
  const t = ledgerTexts.useT();
  return (
    <span className={styles['name']}>
      <Button type="link" onClick={onOpen}>{nameOf(group) ?? t('nameless')}</Button>
      {group.plan_title && <small>{group.plan_title}</small>}
    </span>
  );
}

/** A figure that opens its promises. */
function Figure({ count, label, onOpen }: { count: number; label: string; onOpen: () => void }) {
  if (count === 0) return <span className={styles['zero']}>0</span>;
  return <Button type="link" aria-label={`${label} ${count}`} onClick={onOpen}>{count.toLocaleString('en-US')}</Button>;
}

/** The share kept as a figure and as a line. */
function Rate({ tally }: { tally: Tally }) {
  const width = (tally.kept_permille ?? 0) / 10;
  return (
    <span className={styles['share']}>
      <span aria-hidden><i style={{ width: `${width}%` }} /></span>
      <b>{rateText(tally)}</b>
    </span>
  );
}
