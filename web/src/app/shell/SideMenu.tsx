import { useLocation, useRouter } from '@tanstack/react-router';
import { Menu, type MenuProps } from 'antd';
import { useMe } from '@/shared/session/useMe';
import { entryOf, type MenuEntry, type MenuGroup } from '../menu';
import { appTexts } from '../texts';
import { useMenu } from '../useMenu';

const GROUPS: readonly MenuGroup[] = ['service', 'files', 'promises', 'company'];

export function SideMenu({ onChosen }: { onChosen?: () => void }) {
  const t = appTexts.useT();
  const router = useRouter();
  const { entries: shown } = useMenu();
  const isCustomer = useMe().roles.includes('customer');
  const current = entryOf(useLocation().pathname);

  const item = (entry: MenuEntry) => ({
    key: entry.path,
    icon: entry.icon,
    label: <MenuLink path={entry.path} text={t(entry.name === 'workbench' && isCustomer ? 'menu.own' : `menu.${entry.name}`)} />,
  });
  const items: MenuProps['items'] = GROUPS.flatMap((group) => {
    const entries = shown.filter((entry) => entry.group === group);
    return entries.length === 0 ? [] : [{ type: 'group' as const, label: t(`menu.group.${group}`), children: entries.map(item) }];
  });
  return (
    <nav aria-label={t('menu.label')}>
      <Menu
        mode="inline"
        items={items}
        selectedKeys={current ? [current.path] : []}
        style={{ borderInlineEnd: 0 }}
        onClick={({ key, domEvent }) => {
          domEvent.preventDefault();
          router.history.push(key);
          onChosen?.();
        }}
      />
    </nav>
  );
}

/** A real link, so that a page can be opened in a new tab; a plain click stays inside the app. */
function MenuLink({ path, text }: { path: string; text: string }) {
  return (
    <a
      href={path}
      tabIndex={-1}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) event.stopPropagation();
        else event.preventDefault();
      }}
    >
      {text}
    </a>
  );
}
