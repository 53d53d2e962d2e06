import { PrinterOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button, Skeleton, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useNarrow } from '@/shared/hooks/useNarrow';
import { ExportButton } from '../ExportButton';
import { PageHeader } from '../PageHeader';
import { EmptyState, ProblemAlert, ReadProblem } from '../states';
import { componentTexts } from '../texts';
import { Cards, type Chosen } from './Cards';
import { FilterBar } from './FilterBar';
import styles from './list.module.css';
import { PrintedRows, type PrintedColumn } from './PrintedRows';
import { rowsOf, type ListSource } from './source';
import { sortable, sortingOf, type Sorting } from './sorting';
import { isNarrowed, useFilters } from './useFilters';
import { useRowKeys } from './useRowKeys';
import type { ListName } from './views';

type Props<Row extends { id: string }> = {
  /** Names the list for its saved views: `cases`. Without it none are kept. */
  list?: ListName;
  title: string;
  hint?: ReactNode;
  /** Buttons at the top right. */
  actions?: ReactNode;
  /** The search form's `Form.Item`s. */
  filters?: ReactNode;
  source: ListSource<Row>;
  columns: TableColumnsType<Row>;
  /** A row as a card, for phones; without it the table scrolls sideways. */
  card?: (row: Row) => ReactNode;
  /** The page of a row: its first column becomes a link there. */
  hrefOf?: (row: Row) => string;
  /** What opens a row instead of a page of its own. */
  onOpen?: (row: Row) => void;
  /** Address of the Excel file of the same list and filters. */
  exportHref?: string;
  /** What is said where nothing matches the filters. */
  empty?: ReactNode;
  /** What is said where there is nothing yet: a list without any filter, with the first step for those who may take it. */
  none?: ReactNode;
  /** What the list is without any filter, where that is not everything. */
  unfiltered?: string | undefined;
  /** How many rows it has in all, in words. */
  total?: string | undefined;
  /** What is said above the rows, also when there are none. */
  note?: ReactNode;
  /** What the rows are sorted by; columns with a `key` and `sorter` are heads one sorts by. */
  sorting?: Sorting;
  /** The rows that are chosen, for what is done to several at once. */
  chosen?: Chosen<Row>;
  /** How the list is printed; without it the table of the screen is. */
  printed?: readonly PrintedColumn<Row>[];
};

/** Search form → table → page or drawer, for every list of the desk. `j` and `k` move, `o` opens. */
export function ListPage<Row extends { id: string }>(props: Props<Row>) {
  const t = componentTexts.useT();
  const router = useRouter();
  const { source } = props;
  const rows = rowsOf(source);
  const { hrefOf } = props;
  const onOpen = props.onOpen ?? (hrefOf && ((row: Row) => router.history.push(hrefOf(row))));
  if (source.error && !source.data) {
    return (
      <>
        <PageHeader title={props.title} hint={props.hint} />
        <ReadProblem error={source.error} onRetry={() => void source.refetch()} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={props.title}
        hint={props.hint}
        actions={
          <>
            {props.printed && <Button icon={<PrinterOutlined />} disabled={rows.length === 0} onClick={() => globalThis.print()}>{t('list.print')}</Button>}
            {props.exportHref && <ExportButton href={props.exportHref}>{t('list.export')}</ExportButton>}
            {props.actions}
          </>
        }
      />
      {props.filters && <FilterBar list={props.list} unfiltered={props.unfiltered}>{props.filters}</FilterBar>}
      <ProblemAlert error={source.error} onRetry={() => void source.refetch()} />
      {props.note}
      <div className={props.printed && rows.length > 0 ? 'jn-no-print' : ''}><Rows {...props} rows={rows} {...(onOpen && { onOpen })} /></div>
      {props.printed && rows.length > 0 && <PrintedRows columns={props.printed} rows={rows} goesOn={source.hasNextPage} />}
      {rows.length > 0 && <Foot source={source} count={rows.length} total={props.total} />}
    </>
  );
}

function Rows<Row extends { id: string }>({ rows, source, columns, card, hrefOf, onOpen, empty, none, sorting, chosen }: Props<Row> & { rows: Row[] }) {
  const narrow = useNarrow();
  const { filters } = useFilters();
  const current = useRowKeys(rows, onOpen);
  if (source.isPending) return <Skeleton active paragraph={{ rows: 8 }} title={false} />;
  if (rows.length === 0) return (isNarrowed(filters) ? empty : (none ?? empty)) ?? <EmptyState />;
  if (narrow && card) return <Cards rows={rows} columns={columns} card={card} onOpen={onOpen} sorting={sorting} chosen={chosen} />;
  return (
    <Table<Row>
      className={styles['table'] ?? ''}
      rowKey="id"
      size="middle"
      columns={sortable(opening(columns, hrefOf, onOpen), sorting)}
      dataSource={rows}
      pagination={false}
      loading={source.isPlaceholderData ?? false}
      scroll={{ x: 'max-content' }}
      {...(sorting && { onChange: (_, __, sorter) => sorting.onSort(sortingOf(sorter)) })}
      {...(chosen && {
        rowSelection: {
          selectedRowKeys: [...chosen.ids],
          onChange: (keys) => chosen.onChange(keys.map(String)),
          getCheckboxProps: (row) => ({ 'aria-label': chosen.label(row) }),
        },
      })}
      onRow={(row) => ({
        onClick: (event) => {
          // A click on a link or button inside the row is that element's own.
          if (onOpen && !(event.target as Element).closest('a, button, input, label, .ant-table-selection-column')) onOpen(row);
        },
        'aria-selected': row.id === current,
        style: { cursor: onOpen ? 'pointer' : 'default', ...(row.id === current && { boxShadow: 'inset 3px 0 0 var(--jn-accent)' }) },
      })}
    />
  );
}

/** The first column opens the row by keyboard too, and by a middle click in a tab of its own. */
function opening<Row extends { id: string }>(columns: TableColumnsType<Row>, hrefOf: ((row: Row) => string) | undefined, onOpen: ((row: Row) => void) | undefined): TableColumnsType<Row> {
  const [first, ...rest] = columns;
  if (!first || !('render' in first) || !onOpen) return columns;
  const { render } = first;
  const inside = (value: unknown, row: Row, index: number) => render?.(value, row, index) as ReactNode;
  return [{
    ...first,
    render: (value: unknown, row: Row, index: number) => hrefOf
      ? <RowLink href={hrefOf(row)} onOpen={() => onOpen(row)}>{inside(value, row, index)}</RowLink>
      : <button type="button" className={styles['open']} onClick={() => onOpen(row)}>{inside(value, row, index)}</button>,
  }, ...rest];
}

function RowLink({ href, onOpen, children }: { href: string; onOpen: () => void; children: ReactNode }) {
  return (
    <a
      href={href}
      className={styles['open']}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onOpen();
      }}
    >
      {children}
    </a>
  );
}

function Foot<Row>({ source, count, total }: { source: ListSource<Row>; count: number; total: string | undefined }) {
  const t = componentTexts.useT();
  return (
    <div className={`${styles['foot']} jn-no-print`}>
      {source.hasNextPage ? (
        <>
          <span>{total ? t('list.shownOf', { count, total }) : t('list.shown', { count })}</span>
          <Button loading={source.isFetchingNextPage} onClick={() => void source.fetchNextPage()}>{t('list.more')}</Button>
        </>
      ) : <span>{t('list.end', { count })}</span>}
    </div>
  );
}
