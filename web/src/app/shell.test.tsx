import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { queryClient } from '@/shared/api/client';
import { setLanguage } from '@/shared/i18n';
import { render } from '../../tests/render';
import { DeskShell } from './shell/DeskShell';

type Answer = { status: number; body?: unknown };

const me = { id: 'p_1', name: '苏晓', login: 'agent', roles: ['service_agent'], permissions: ['case.read'], must_change_password: false };
const info = { name: 'Jiannuo', version: '0', demo: true, zone: 'Asia/Shanghai', demo_accounts: [{ login: 'agent', password: 'demo', name: '苏晓', role: '客服' }] };

let answers: Record<string, Answer>;
let asked: Request[];

beforeEach(() => {
  setLanguage('zh-CN');
  queryClient.clear();
  asked = [];
  answers = { 'GET /api/public/info': { status: 200, body: info }, 'GET /api/notices': { status: 200, body: { items: [], unread: 0 } } };
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request);
    const { status, body } = answers[`${request.method} ${new URL(request.url).pathname}`] ?? { status: 404, body: { type: 'x', title: 'no' } };
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'content-type': type } });
  });
});

afterEach(() => vi.unstubAllGlobals());

function open(path: string): void {
  const root = createRootRoute({ component: DeskShell });
  const page = (to: string, text: string) => createRoute({ getParentRoute: () => root, path: to, component: () => <p>{text}</p> });
  const note = createRoute({ getParentRoute: () => root, path: '/note', component: () => <input aria-label="留言" /> });
  const router = createRouter({
    routeTree: root.addChildren([note, page('/cases', '所有服务单'), page('/audit', '审计记录'), page('/workbench', '今天的待办')]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
}

async function endAndSignInAs(person: typeof me): Promise<void> {
  const ended = { status: 401, body: { type: 'x', title: '请登录' } };
  answers['GET /api/me'] = ended;
  answers['GET /api/notices'] = ended;
  await queryClient.invalidateQueries({ queryKey: ['get', '/api/notices'] });
  answers['POST /api/session'] = { status: 200, body: person };
  answers['GET /api/me'] = { status: 200, body: person };
  answers['GET /api/notices'] = { status: 200, body: { items: [], unread: 0 } };
  await userEvent.click(await screen.findByRole('button', { name: /^以客服身份登录/ }));
  await waitFor(() => expect(screen.queryByRole('button', { name: '登录' })).not.toBeInTheDocument());
}

describe('the door', () => {
  test('nobody signed in: the sign-in page, in place', async () => {
    answers['GET /api/me'] = { status: 401, body: { type: 'x', title: '请登录' } };
    open('/cases');
    expect(await screen.findByRole('button', { name: '登录' })).toBeVisible();
    expect(screen.queryByText('所有服务单')).not.toBeInTheDocument();
  });

  test('a demo sign-in leads to the page that was asked for, with the header that foreign pages cannot send', async () => {
    answers['GET /api/me'] = { status: 401, body: { type: 'x', title: '请登录' } };
    answers['POST /api/session'] = { status: 200, body: me };
    open('/cases');
    const button = await screen.findByRole('button', { name: /^以客服身份登录/ });
    answers['GET /api/me'] = { status: 200, body: me };
    await userEvent.click(button);
    expect(await screen.findByText('所有服务单')).toBeVisible();
    expect(asked.every((request) => request.headers.get('X-Jiannuo') === '1')).toBe(true);
  });

  test('a locked account is told so', async () => {
    answers['GET /api/me'] = { status: 401, body: { type: 'x', title: '请登录' } };
    answers['POST /api/session'] = { status: 429, body: { type: 'locked', title: '账号已锁定，请 15 分钟后再试。' } };
    open('/');
    await userEvent.type(await screen.findByLabelText('账号'), 'agent');
    await userEvent.type(screen.getByLabelText('密码'), 'wrong');
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('账号已锁定，请 15 分钟后再试。');
  });

  test('a password that somebody else knows must be replaced first', async () => {
    answers['GET /api/me'] = { status: 200, body: { ...me, must_change_password: true } };
    open('/cases');
    expect(await screen.findByRole('heading', { name: '先设置您自己的密码' })).toBeVisible();
    expect(screen.queryByText('所有服务单')).not.toBeInTheDocument();
  });
});

describe('the shell', () => {
  beforeEach(() => {
    answers['GET /api/me'] = { status: 200, body: me };
  });

  test('shows what the server lets the person see and what has a page', async () => {
    open('/workbench');
    await screen.findByText('今天的待办');
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['待办工作台', '服务单']);
  });

  test('a page without permission is refused, the menu stays', async () => {
    open('/audit');
    expect(await screen.findByText('您的角色看不到这里')).toBeVisible();
    expect(screen.queryByText('审计记录')).not.toBeInTheDocument();
    expect(screen.getByRole('navigation', { name: '主菜单' })).toBeInTheDocument();
  });

  test('the language switch changes every word at once', async () => {
    open('/workbench');
    await screen.findByText('今天的待办');
    await userEvent.click(screen.getByRole('button', { name: /切换到 English/ }));
    expect(screen.getByRole('menuitem', { name: /Cases/ })).toBeInTheDocument();
  });

  test('a session that ended elsewhere leads back to the door', async () => {
    open('/workbench');
    await screen.findByText('今天的待办');
    answers['GET /api/me'] = { status: 401, body: { type: 'x', title: '请登录' } };
    answers['GET /api/notices'] = { status: 401, body: { type: 'x', title: '请登录' } };
    await queryClient.invalidateQueries({ queryKey: ['get', '/api/notices'] });
    expect(await screen.findByRole('button', { name: '登录' })).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('登录已过期');
    expect(screen.getByText('今天的待办')).not.toBeVisible();
  });

  test('what was typed when a session ended is there for the same person, and for nobody else', async () => {
    open('/note');
    await userEvent.type(await screen.findByLabelText('留言'), '还没发出');
    await endAndSignInAs(me);
    expect(screen.getByLabelText('留言')).toBeVisible();
    expect(screen.getByLabelText('留言')).toHaveValue('还没发出');
    await endAndSignInAs({ ...me, id: 'p_2' });
    expect(await screen.findByLabelText('留言')).toHaveValue('');
  });
});
