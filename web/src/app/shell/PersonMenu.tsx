import { DesktopOutlined, KeyOutlined, LogoutOutlined, MailOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Avatar, Button, Dropdown, type MenuProps } from 'antd';
import { useMe } from '@/shared/session/useMe';
import { useSignOut } from '@/shared/session/useSignOut';
import { useNarrow } from '@/shared/hooks/useNarrow';
import { chooseAppearance, useAppearanceChoice, type AppearanceChoice } from '@/shared/theme/appearance';
import { appTexts } from '../texts';

export function PersonMenu() {
  const t = appTexts.useT();
  const me = useMe();
  const router = useRouter();
  const narrow = useNarrow();
  const appearance = useAppearanceChoice();
  const signOut = useSignOut();

  const items: MenuProps['items'] = [
    { type: 'group', label: [me.login, me.org].filter(Boolean).join(' · ') },
    { key: '/me/sessions', icon: <DesktopOutlined />, label: t('person.sessions') },
    { key: '/me/mail', icon: <MailOutlined />, label: t('person.mail') },
    { key: '/me/password', icon: <KeyOutlined />, label: t('person.password') },
    {
      key: 'appearance',
      icon: appearance === 'dark' ? <MoonOutlined /> : <SunOutlined />,
      label: t('person.appearance'),
      children: (['light', 'dark', 'system'] as const).map((choice) => ({
        key: `appearance:${choice}`,
        label: `${choice === appearance ? '✓ ' : '　'}${t(`person.${choice}`)}`,
      })),
    },
    { type: 'divider' },
    { key: 'sign-out', icon: <LogoutOutlined />, label: t('person.signOut') },
  ];
  const onClick: MenuProps['onClick'] = ({ key }) => {
    if (key === 'sign-out') signOut();
    else if (key.startsWith('appearance:')) chooseAppearance(key.slice('appearance:'.length) as AppearanceChoice);
    else router.history.push(key);
  };
  return (
    <Dropdown menu={{ items, onClick }} trigger={['click']} placement="bottomRight">
      <Button type="text" aria-label={`${me.name.slice(0, 1)}${narrow ? '' : me.name} ${t('person.label')}`} style={{ paddingInline: 8 }}>
        <Avatar size={24} style={{ background: 'var(--jn-accent)', color: 'var(--jn-on-accent)', fontSize: 12 }}>{me.name.slice(0, 1)}</Avatar>
        {!narrow && <span>{me.name}</span>}
      </Button>
    </Dropdown>
  );
}
