import type { ReactNode } from 'react';
import { Button } from 'antd';
import { setLanguage, useLanguage } from '@/shared/i18n';
import { Wordmark } from '@/shared/components/Wordmark';
import styles from './session.module.css';

/** The frame of the pages before the desk: a sheet on paper. */
export function DoorPage({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  const language = useLanguage();
  return (
    <div className={styles['door']}>
      <header className={styles['top']}>
        <Wordmark />
        <Button type="text" onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>{language === 'en' ? '简体中文' : 'English'}</Button>
      </header>
      <main className={styles['sheets']}>
        <section className={styles['sheet']}>{children}</section>
        {aside}
      </main>
    </div>
  );
}
