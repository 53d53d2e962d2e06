import { SortAscendingOutlined, SortDescendingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { componentTexts } from '../texts';
import styles from './list.module.css';
import { headsOf, type Sorting } from './sorting';

/** The rows that are chosen, for what is done to several at once. */
export type Chosen<Row> = { ids: readonly string[]; onChange: (ids: string[]) => void; label: (row: Row) => string };

type Props<Row> = {
  rows: readonly Row[];
  columns: TableColumnsType<Row>;
  card: (row: Row) => ReactNode;
  onOpen: ((row: Row) => void) | undefined;
  sorting: Sorting | undefined;
  chosen: Chosen<Row> | undefined;
};

/** A list on a phone: what the heads of the table do stands above the cards. */
export function Cards<Row extends { id: string }>({ rows, columns, card, onOpen, sorting, chosen }: Props<Row>) {
  const t = componentTexts.useT();
  const toggle = ({ ids, onChange }: Chosen<Row>, id: string) => onChange(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  return (
    <>
      {(sorting || chosen) && (
        <div className={`${styles['cardBar']} jn-no-print`}>
          {chosen && (
            <Checkbox
              className={styles['chooseAll'] ?? ''}
              checked={rows.length > 0 && chosen.ids.length === rows.length}
              indeterminate={chosen.ids.length > 0 && chosen.ids.length < rows.length}
              onChange={({ target }) => chosen.onChange(target.checked ? rows.map(({ id }) => id) : [])}
            >
              {t('list.chooseAll')}
            </Checkbox>
          )}
          {sorting && <SortSelect columns={columns} sorting={sorting} />}
        </div>
      )}
      <ul className={styles['cards']}>
        {rows.map((row) => (
          <li key={row.id} {...(chosen && { className: styles['choosable'] ?? '' })}>
            {chosen && <Checkbox className={styles['choose'] ?? ''} checked={chosen.ids.includes(row.id)} aria-label={chosen.label(row)} onChange={() => toggle(chosen, row.id)} />}
            {onOpen ? <button type="button" onClick={() => onOpen(row)}>{card(row)}</button> : card(row)}
          </li>
        ))}
      </ul>
    </>
  );
}

function SortSelect<Row>({ columns, sorting }: { columns: TableColumnsType<Row>; sorting: Sorting }) {
  const t = componentTexts.useT();
  const { by, descending } = sorting.sorted;
  const heads = headsOf(columns);
  return (
    <span className={styles['sort']}>
      <Select
        aria-label={t('list.sortBy')}
        value={by}
        popupMatchSelectWidth={false}
        options={heads.map(({ key, title }) => ({ value: key, label: title }))}
        onChange={(next) => sorting.onSort({ by: next, descending: heads.find(({ key }) => key === next)?.descendsFirst ?? false })}
      />
      <Button
        icon={descending ? <SortDescendingOutlined /> : <SortAscendingOutlined />}
        aria-label={t(descending ? 'list.descending' : 'list.ascending')}
        title={t(descending ? 'list.descending' : 'list.ascending')}
        onClick={() => sorting.onSort({ by, descending: !descending })}
      />
    </span>
  );
}
