import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import AgreementPage from '@/features/agreements/AgreementPage';
import CustomerPage from '@/features/customers/CustomerPage';
import PersonPage from '@/features/people/PersonPage';
import UnitsPage from '@/features/units/UnitsPage';
import UnitPage from '@/features/units/UnitPage';
import { setLanguage } from '@/shared/i18n';
import { answerWith, renderPage } from './desk';

/** What the table of roles and actions gives a company's customer, and what it gives a manager besides. */
const CUSTOMER = ['account.own', 'customer.read', 'unit.read', 'agreement.read', 'entitlement.read', 'case.read', 'case.report', 'case.answer', 'file.use'];
const MANAGER = [...CUSTOMER, 'org.read', 'customer.edit', 'unit.edit', 'agreement.edit'];

const NOT_NOW = '现在不行';
const refused = (...names: string[]) => names.map((name) => ({ name, allowed: false, because: NOT_NOW }));

const customer = {
  id: 'cu_1', number: 'KH-1', kind: 'organisation', name: '江城酒店', branch: 'o_1', version: 1, created_at: '2026-11-01T00:00:00Z', sites: [], contacts: [],
  actions: refused('change', 'archive', 'restore'),
};
const unit = {
  id: 'un_1', number: 'SB-1', product: 'pr_1', product_name: '激光投影机', model: 'JL-500', serial: 'A0001', customer: 'cu_1', customer_name: '江城酒店', branch: 'o_1', place: '', territory: 'domestic',
  dates: {}, card: 'present', proof: 'present', note: '', version: 1, created_at: '2026-11-01T00:00:00Z', components: [], repairs: [], actions: refused('change', 'add_component', 'retire', 'restore'),
};
const agreement = {
  id: 'ag_1', number: 'XY-1', title: '放映机维保', kind: 'sale', customer: 'cu_1', customer_name: '江城酒店', org: 'o_1', plan: 'pl_1', plan_title: '放映机', plan_number: 1, plan_version: 'pv_1',
  standing: 'running', starts_on: '2026-01-01', units: [], sites: [], clauses: [], terms: {}, version: 1, actions: refused('change', 'renew', 'end'),
};
const list = { items: [], next: null };

const PAGES = [
  { name: 'a unit', Page: UnitPage, at: { path: '/units/$id', address: '/units/un_1' }, heading: 'JL-500 · A0001', acts: ['修改', '停用'] },
  { name: 'a customer', Page: CustomerPage, at: { path: '/customers/$id', address: '/customers/cu_1' }, heading: '江城酒店', acts: ['修改', '归档'] },
  { name: 'an agreement', Page: AgreementPage, at: { path: '/agreements/$id', address: '/agreements/ag_1' }, heading: '放映机维保', acts: ['修改', '续签', '终止'] },
];

/** What the server tells of each thing: of its actions only those of the reader's role. */
function answer(things: { unit: object; customer: object; agreement: object }): void {
  answerWith({
    '/api/units/un_1': things.unit, '/api/customers/cu_1': things.customer, '/api/agreements/ag_1': things.agreement, '/api/units': list, '/api/agreements': list,
    '/api/org': { items: [{ id: 'o_1', name: '华东分公司' }] }, '/api/units/un_1/archive': { items: [], may_change: false },
  });
}

beforeEach(() => {
  setLanguage('zh-CN');
  answer({ unit, customer, agreement });
});

afterEach(() => vi.unstubAllGlobals());

describe.each(PAGES)('the page of $name', ({ Page, at, heading, acts }) => {
  test('does not show what the role can never do', async () => {
    const actions: never[] = [];
    answer({ unit: { ...unit, actions }, customer: { ...customer, actions }, agreement: { ...agreement, actions } });
    renderPage(Page, at, CUSTOMER);
    expect(await screen.findByRole('heading', { level: 1, name: new RegExp(heading) })).toBeVisible();
    for (const name of acts) expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    expect(screen.queryByText(NOT_NOW, { exact: false })).not.toBeInTheDocument();
  });

  test('shows what the role may do, but not now, with the reason', async () => {
    renderPage(Page, at, MANAGER);
    await screen.findByRole('heading', { level: 1, name: new RegExp(heading) });
    for (const name of acts) {
      expect(screen.getByRole('button', { name })).toBeDisabled();
      expect(screen.getByRole('note', { name: `${name}。不可用：${NOT_NOW}` })).toBeVisible();
    }
    act(() => setLanguage('en'));
    expect(screen.getByRole('note', { name: `Change. Not available: ${NOT_NOW}` })).toBeVisible();
  });
});

test('the branch in charge has no line for those who do not see the company’s places', async () => {
  const at = { path: '/customers/$id', address: '/customers/cu_1' };
  const { unmount } = renderPage(CustomerPage, at, CUSTOMER);
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByText('负责机构')).not.toBeInTheDocument();
  unmount();
  renderPage(CustomerPage, at, MANAGER);
  expect(await screen.findByText('华东分公司')).toBeVisible();
});

test('an empty list proposes to add something only to those who may', async () => {
  const at = { path: '/units', address: '/units' };
  const { unmount } = renderPage(UnitsPage, at, CUSTOMER);
  expect(await screen.findByText('设备登记后会列在这里。')).toBeVisible();
  unmount();
  renderPage(UnitsPage, at, MANAGER);
  expect(await screen.findByText('登记第一台设备，或从表格导入。')).toBeVisible();
});

test('answers to questions of a plan somebody may not read are not shown as codes', async () => {
  answerWith({ '/api/agreements/ag_1': { ...agreement, terms: { service_level: 'gold', answers: { 'warranty-term': 'months:24' } } }, '/api/units': list });
  renderPage(AgreementPage, { path: '/agreements/$id', address: '/agreements/ag_1' }, CUSTOMER);
  await screen.findByRole('heading', { level: 1, name: /放映机维保/ });
  for (const code of ['warranty-term', 'gold', '约定内容']) expect(screen.queryByText(code)).not.toBeInTheDocument();
});

test('who may not change a person reads facts and no form', async () => {
  const person = { id: 'pe_1', name: '林晓', login: 'kefu', roles: ['service_agent'], org: 'o_1', phone: '19900000001', email: 'kefu@example.com', skills: ['制冷'], areas: [], language: 'zh', active: true, version: 1, actions: [] };
  const place = { path: '/people/$id', address: '/people/pe_1' };
  const known = { '/api/org': { items: [{ id: 'o_1', name: '华东分公司' }] } };
  answerWith({ '/api/people/pe_1': person, ...known });
  const { unmount } = renderPage(PersonPage, place, MANAGER);
  for (const fact of ['华东分公司', 'kefu@example.com', '制冷']) expect(await screen.findByText(fact)).toBeVisible();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '保存' })).not.toBeInTheDocument();
  unmount();
  answerWith({ '/api/people/pe_1': { ...person, actions: [{ name: 'change', allowed: true }] }, ...known });
  renderPage(PersonPage, { ...place, address: '/people/pe_1?again' }, MANAGER);
  expect(await screen.findByRole('button', { name: '保存' })).toBeVisible();
});
