import { Table, type TableColumnType, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useNarrow } from '@/shared/hooks/useNarrow';
import styles from './list.module.css';

/** A table of a desk that becomes cards on a phone: the first column is the head, the others stand below with their titles. */
export function FoldingTable<Row extends object>(props: TableProps<Row>) {
  return useNarrow() ? <Folded {...props} /> : <Table<Row> {...props} />;
}

function Folded<Row extends object>({ columns = [], dataSource = [], rowKey }: TableProps<Row>) {
  const [head, ...rest] = columns.filter((column): column is TableColumnType<Row> => !('children' in column));
  const titled = rest.filter(({ title }) => typeof title === 'string');
  const deeds = rest.filter(({ title }) => typeof title !== 'string');
  return (
    <ul className={styles['cards']}>
      {dataSource.map((row, index) => (
        <li key={typeof rowKey === 'string' ? String((row as Record<string, unknown>)[rowKey]) : index} className={styles['folded']}>
          {head && <div>{cell(head, row, index)}</div>}
          <dl>
            {titled.map((column) => <div key={String(column.title)}><dt>{column.title as string}</dt><dd>{cell(column, row, index)}</dd></div>)}
          </dl>
          {deeds.map((column, at) => <div key={column.key ?? at}>{cell(column, row, index)}</div>)}
        </li>
      ))}
    </ul>
  );
}

function cell<Row extends object>({ render, dataIndex }: TableColumnType<Row>, row: Row, index: number): ReactNode {
  const value = typeof dataIndex === 'string' ? (row as Record<string, unknown>)[dataIndex] : undefined;
  return (render ? render(value, row, index) : value) as ReactNode;
}
