import { useRouter } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useState } from 'react';
import { KeyHint } from '@/shared/components/KeyHint';
import { useShortcut, useShortcutList } from '@/shared/hooks/useShortcut';
import { useMay } from '@/shared/session/useMe';
import { appTexts } from '../texts';
import styles from './shell.module.css';

const NEW_CASE = '/cases/new';

/** The keys that work on every page, and the list of all keys under `?`. */
export function Shortcuts() {
  const t = appTexts.useT();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const list = useShortcutList();
  const mayOpenCase = useMay('case.report') && NEW_CASE in router.routesByPath;
  useShortcut('c', t('key.newCase'), () => router.history.push(NEW_CASE), mayOpenCase ? 'enabled' : 'disabled');
  useShortcut('?', t('key.help'), () => setOpen(true));
  if (!open) return null;
  return (
    <Modal open onCancel={() => setOpen(false)} footer={null} title={t('help.title')} width={420}>
      <p>{t('help.hint')}</p>
      <dl className={styles['keys']}>
        {list.map((shortcut) => (
          <div key={`${shortcut.key} ${shortcut.label}`}>
            <dt><KeyHint>{shortcut.key}</KeyHint></dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
