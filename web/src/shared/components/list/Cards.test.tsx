import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { Cards } from './Cards';

type Row = { id: string };
const rows: Row[] = [{ id: 'a' }, { id: 'b' }];
const columns = [
  { title: '单号' },
  { title: '故障等级', key: 'severity', sorter: true },
  { title: '报修时间', key: 'reported', sorter: true, sortDirections: ['descend' as const, 'ascend' as const] },
];

beforeEach(() => setLanguage('zh-CN'));

function shown(ids: string[]) {
  const [onSort, onChange, onOpen] = [vi.fn(), vi.fn(), vi.fn()];
  render(
    <Cards
      rows={rows}
      columns={columns}
      card={({ id }) => `卡片 ${id}`}
      onOpen={onOpen}
      sorting={{ sorted: { by: 'severity', descending: false }, onSort }}
      chosen={{ ids, onChange, label: ({ id }) => `选择 ${id}` }}
    />,
  );
  return { onSort, onChange, onOpen };
}

test('a card is chosen by its box and opened by itself', () => {
  const { onChange, onOpen } = shown(['a']);
  fireEvent.click(screen.getByRole('checkbox', { name: '选择 b' }));
  expect(onChange).toHaveBeenLastCalledWith(['a', 'b']);
  fireEvent.click(screen.getByRole('checkbox', { name: '选择 a' }));
  expect(onChange).toHaveBeenLastCalledWith([]);
  fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
  expect(onChange).toHaveBeenLastCalledWith(['a', 'b']);
  expect(onOpen).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '卡片 b' }));
  expect(onOpen).toHaveBeenCalledWith(rows[1]);
});

test('the heads of the table sort the cards, each in its own direction first', () => {
  const { onSort } = shown([]);
  fireEvent.click(screen.getByRole('button', { name: /升序/ }));
  expect(onSort).toHaveBeenLastCalledWith({ by: 'severity', descending: true });
  fireEvent.mouseDown(screen.getByRole('combobox', { name: '排序' }));
  expect(screen.queryByText('单号')).toBeNull();
  fireEvent.click(screen.getByText('报修时间'));
  expect(onSort).toHaveBeenLastCalledWith({ by: 'reported', descending: true });
});
