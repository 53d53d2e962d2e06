import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from '@/shared/api/client';
import { setLanguage } from '@/shared/i18n';
import { renderPage } from '../../../tests/desk';
import { CustomerDrawer } from './CustomerDrawer';

const there = { type: 'urn:jiannuo:problem:customer-namesake', title: '已有同名、同电话的客户 KH-1。', status: 409, instance: 'x', existing: [{ kind: 'customer', id: 'cust_1', title: '云栖酒店 KH-1' }] };
let asked: string[];

beforeEach(() => {
  setLanguage('zh-CN');
  asked = [];
  queryClient.clear();
  vi.stubGlobal('EventSource', undefined);
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    if (request.method !== 'POST') return Response.json(pathname === '/api/org' ? { items: [{ id: 'o_1', name: '总部', kind: 'company', closed: false, version: 1, actions: [] }] } : {});
    asked.push(search);
    if (search) return Response.json({ id: 'cust_2', number: 'KH-2' }, { status: 201 });
    return Response.json(there, { status: 409, headers: { 'content-type': 'application/problem+json' } });
  });
});

afterEach(() => vi.unstubAllGlobals());

test('a customer of the same name and telephone is named with a link, and is created all the same only when asked', async () => {
  renderPage(() => <CustomerDrawer onClose={() => undefined} />, { path: '/customers', address: '/customers' }, ['customer.edit']);
  await userEvent.type(await screen.findByLabelText('名称'), '云栖酒店');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByRole('link', { name: '云栖酒店 KH-1' })).toHaveAttribute('href', '/customers/cust_1');
  expect(asked).toEqual(['']);
  await userEvent.click(screen.getByRole('button', { name: '仍要新建' }));
  await vi.waitFor(() => expect(asked).toEqual(['', '?all_the_same=true']));
});
