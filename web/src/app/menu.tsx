import {
  AlertOutlined,
  AuditOutlined,
  BankOutlined,
  BookOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  CustomerServiceOutlined,
  EnvironmentOutlined,
  FileProtectOutlined,
  FileTextOutlined,
  FlagOutlined,
  HddOutlined,
  InboxOutlined,
  IdcardOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

export type MenuGroup = 'service' | 'files' | 'promises' | 'company';
export type MenuName =
  | 'start' | 'workbench' | 'cases' | 'customers' | 'units' | 'products' | 'regions' | 'plans' | 'agreements' | 'ledger' | 'law' | 'people' | 'calendars' | 'settings' | 'trouble' | 'audit';

export type MenuEntry = {
  name: MenuName;
  group: MenuGroup;
  path: string;
  /** What the server must list in `Me.permissions`; without one, everybody sees the entry. */
  permission?: string;
  icon: ReactNode;
};

/** The whole desk in its order. An entry shows when its page exists and the server lets the person see it. */
export const MENU: readonly MenuEntry[] = [
  { name: 'start', group: 'service', path: '/start', permission: 'settings.read', icon: <FlagOutlined /> },
  { name: 'workbench', group: 'service', path: '/workbench', icon: <CheckSquareOutlined /> },
  { name: 'cases', group: 'service', path: '/cases', permission: 'case.read', icon: <CustomerServiceOutlined /> },
  { name: 'customers', group: 'files', path: '/customers', permission: 'customer.read', icon: <IdcardOutlined /> },
  { name: 'units', group: 'files', path: '/units', permission: 'unit.read', icon: <HddOutlined /> },
  { name: 'products', group: 'files', path: '/products', permission: 'product.read', icon: <InboxOutlined /> },
  { name: 'plans', group: 'promises', path: '/plans', permission: 'plan.read', icon: <FileTextOutlined /> },
  { name: 'agreements', group: 'promises', path: '/agreements', permission: 'agreement.read', icon: <FileProtectOutlined /> },
  { name: 'ledger', group: 'promises', path: '/ledger', permission: 'ledger.read', icon: <BookOutlined /> },
  { name: 'law', group: 'promises', path: '/law', permission: 'plan.read', icon: <BankOutlined /> },
  { name: 'people', group: 'company', path: '/people', permission: 'people.read', icon: <TeamOutlined /> },
  { name: 'calendars', group: 'company', path: '/calendars', permission: 'calendar.read', icon: <CalendarOutlined /> },
  { name: 'regions', group: 'company', path: '/regions', permission: 'region.read', icon: <EnvironmentOutlined /> },
  { name: 'settings', group: 'company', path: '/settings', permission: 'settings.read', icon: <SettingOutlined /> },
  { name: 'trouble', group: 'company', path: '/trouble', permission: 'settings.edit', icon: <AlertOutlined /> },
  { name: 'audit', group: 'company', path: '/audit', permission: 'audit.read', icon: <AuditOutlined /> },
];

export function isShown(entry: MenuEntry, permissions: readonly string[], paths: Readonly<Record<string, unknown>>): boolean {
  return entry.path in paths && (!entry.permission || permissions.includes(entry.permission));
}

/** Pages that need more than the entry they belong to. */
const NEEDED: readonly (readonly [path: string, permission: string])[] = [
  ['/cases/new', 'case.report'],
  ['/agreements/new', 'agreement.edit'],
  ['/calendars/new', 'calendar.edit'],
  ['/import', 'data.import'],
];

/** What the server must let a person do for a page to make sense; nothing for pages that everybody sees. */
export function neededFor(pathname: string): string | undefined {
  const special = NEEDED.find(([path]) => pathname === path || pathname.startsWith(`${path}/`));
  return special?.[1] ?? entryOf(pathname)?.permission;
}

/** The entry a page belongs to: `/cases/cs_1` belongs to 服务单. */
export function entryOf(pathname: string): MenuEntry | undefined {
  return MENU.find((entry) => pathname === entry.path || pathname.startsWith(`${entry.path}/`));
}
