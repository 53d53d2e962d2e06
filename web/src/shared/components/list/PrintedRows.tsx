import type { ReactNode } from 'react';
import { componentTexts } from '../texts';
import styles from './list.module.css';

export type PrintedColumn<Row> = {
  title: string;
  /** Share of the page's width. */
  width: `${number}%`;
  render: (row: Row) => ReactNode;
};

type Props<Row> = { columns: readonly PrintedColumn<Row>[]; rows: readonly Row[]; /** Whether the list goes on behind these rows. */ goesOn: boolean };

/** The rows of a list as they stand on paper: A4 across, every word written out. Nothing of it is seen on the screen. */
export function PrintedRows<Row extends { id: string }>({ columns, rows, goesOn }: Props<Row>) {
  const t = componentTexts.useT();
  return (
    <div className="jn-print-only">
      <style media="print">{'@page { size: A4 landscape; }'}</style>
      <table className={styles['printed']}>
        <colgroup>{columns.map(({ title, width }) => <col key={title} style={{ width }} />)}</colgroup>
        <thead><tr>{columns.map(({ title }) => <th key={title} scope="col">{title}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => <tr key={row.id}>{columns.map((column) => <td key={column.title}>{column.render(row)}</td>)}</tr>)}
        </tbody>
      </table>
      <p>{t(goesOn ? 'list.printedPart' : 'list.end', { count: rows.length })}</p>
    </div>
  );
}
