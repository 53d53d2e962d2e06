import { MenuOutlined } from '@ant-design/icons';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Button, Drawer, Layout } from 'antd';
import { Suspense, useState } from 'react';
import { Wordmark } from '@/shared/components/Wordmark';
import { ForbiddenPage, LoadingPage } from '@/shared/components/states';
import { useNarrow } from '@/shared/hooks/useNarrow';
import { useMe } from '@/shared/session/useMe';
import { neededFor } from '../menu';
import { appTexts } from '../texts';
import { LanguageSwitch } from './LanguageSwitch';
import { NoticeBell } from './NoticeBell';
import { OfflineBanner } from './OfflineBanner';
import { PersonMenu } from './PersonMenu';
import { SearchBox } from './SearchBox';
import { Shortcuts } from './Shortcuts';
import { SideMenu } from './SideMenu';
import { WorkBanner } from './WorkBanner';
import styles from './shell.module.css';

/** Menu on the left, search and person on top, the page in the middle; on a phone the menu is a drawer. */
export function Shell() {
  const t = appTexts.useT();
  const narrow = useNarrow();
  const [drawer, setDrawer] = useState<'open' | 'closed'>('closed');
  return (
    <Layout className={styles['shell']}>
      <a className={styles['skip']} href="#content">{t('skip')}</a>
      <Shortcuts />
      {!narrow && (
        <Layout.Sider width={208} className={`${styles['side']} jn-no-print`}>
          <div className={styles['brand']}><Wordmark /></div>
          <SideMenu />
        </Layout.Sider>
      )}
      <Layout>
        <OfflineBanner />
        <WorkBanner />
        <Layout.Header className={`${styles['header']} jn-no-print`} style={narrow ? { padding: '0 8px' } : {}}>
          {narrow && <Button type="text" size="large" icon={<MenuOutlined />} aria-label={t('menu.open')} onClick={() => setDrawer('open')} />}
          <div className={styles['search']}><SearchBox /></div>
          <div className={styles['corner']}>
            <LanguageSwitch />
            <NoticeBell />
            <PersonMenu />
          </div>
        </Layout.Header>
        <Layout.Content id="content" tabIndex={-1} className={styles['content']}>
          <PageOrRefusal />
        </Layout.Content>
      </Layout>
      {narrow && (
        <Drawer placement="left" size={264} open={drawer === 'open'} onClose={() => setDrawer('closed')} title={<Wordmark />} styles={{ body: { padding: '8px 0' } }}>
          <SideMenu onChosen={() => setDrawer('closed')} />
        </Drawer>
      )}
    </Layout>
  );
}

function PageOrRefusal() {
  const needed = neededFor(useLocation().pathname);
  const { permissions } = useMe();
  if (needed && !permissions.includes(needed)) return <ForbiddenPage />;
  return <Suspense fallback={<LoadingPage />}><Outlet /></Suspense>;
}
