import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { answerWith, renderPage } from '../../../tests/desk';
import { ProductDrawer } from './ProductDrawer';

const product = {
  id: 'pr_1', model: 'JL-500', name: '激光投影机', family: '', brand: '', component_classes: [{ class: 'bulb', label: '灯泡' }], archived: false, version: 1,
  actions: [{ name: 'change', allowed: true }, { name: 'archive', allowed: true }],
};
const law = { rows: [{ covers: 'whole_unit', product: 'listed' }, { covers: 'compressor', product: 'listed' }], version: 1, shipped: true, actions: [] };
const onClose = () => undefined;
let sent: Request[];

beforeEach(() => {
  setLanguage('zh-CN');
  sent = answerWith({ '/api/products': { items: [product], next: null }, '/api/law': law, '/api/plans': { items: [], next: null }, '/api/products/pr_1': product });
});

afterEach(() => vi.unstubAllGlobals());

function open(shown: object = product): void {
  renderPage(() => <ProductDrawer product={shown as never} onClose={onClose} />, { path: '/products', address: '/products' }, ['product.edit']);
}

async function secondClass(text: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: /添加部件类别/ }));
  const second = (await screen.findAllByRole('combobox', { name: '部件类别' })).at(-1) as HTMLElement;
  await userEvent.click(second);
  await userEvent.type(second, text);
}

async function saved(): Promise<unknown> {
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await vi.waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));
  const put = sent.find(({ method }) => method === 'PUT') as Request;
  return ((await put.json()) as { component_classes: unknown }).component_classes;
}

test('a class is chosen by its name, and brings it along as the label', async () => {
  open();
  await secondClass('压缩');
  fireEvent.click(await screen.findByTitle('压缩机 · compressor'));
  expect(await screen.findByDisplayValue('压缩机')).toBeVisible();
  expect(await saved()).toEqual([{ class: 'bulb', label: '灯泡' }, { class: 'compressor', label: '压缩机' }]);
});

test('a class that is not there yet can be a new one, with a label of its own', async () => {
  open();
  await secondClass('Water pump');
  fireEvent.click(await screen.findByTitle('新类别 water-pump'));
  await userEvent.type(screen.getAllByLabelText('本产品中的名称').at(-1) as HTMLElement, '水泵');
  expect(await saved()).toEqual([{ class: 'bulb', label: '灯泡' }, { class: 'water-pump', label: '水泵' }]);
});

test('what cannot be a class says how one is written', async () => {
  open();
  await secondClass('水泵');
  expect(await screen.findByText(/没有这个类别/)).toBeVisible();
});

test('a class of another line is shown as taken; each line is named, in both languages', async () => {
  open();
  await secondClass('灯泡');
  expect(await screen.findByTitle('灯泡 · bulb（已列出）')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '删除部件类别：灯泡' })).toBeVisible();
  act(() => setLanguage('en'));
  expect(screen.getByRole('button', { name: 'Remove class: 灯泡' })).toBeVisible();
});

test('a product that cannot be changed now says why', async () => {
  open({ ...product, archived: true, actions: [{ name: 'change', allowed: false, because: '该产品已归档，请先恢复。' }, { name: 'restore', allowed: true }] });
  expect(await screen.findByText('该产品已归档，请先恢复。')).toBeVisible();
  expect(screen.getByLabelText('型号')).toBeDisabled();
  expect(screen.queryByRole('button', { name: '保存' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: '恢复' })).toBeEnabled();
});
