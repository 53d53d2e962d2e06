import { AppstoreOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useShortcut } from '@/shared/hooks/useShortcut';
import { caseGroupTexts } from './groupTexts';
import { useCaseWord } from '../caseWordTexts';
import styles from '../cases.module.css';
import { inOrder, type ActionName, type Case } from '../model';
import { caseTexts } from '../texts';
import { ACTION_GROUPS, nextActions, primaryOf, type ActionGroup } from './groups';

/** So many actions are shown at once. */
const FEW = 5;

type Props = { shown: Case; onAct: (action: ActionName) => void };

/** The next steps as buttons, and behind one more button everything that can be done, with the reason where it cannot. */
export function CaseActions({ shown, onAct }: Props) {
  const t = caseTexts.useT();
  const word = useCaseWord();
  const [drawer, setDrawer] = useState<'open' | 'closed'>('closed');
  useShortcut('a', t('act.all'), () => setDrawer('open'));
  const allowed = new Set(shown.actions.filter((action) => action.allowed).map(({ name }) => name));
  // Whoever has a few actions only, as a customer has, needs no choice of the next ones.
  const owed = inOrder(shown.obligations).open.map(({ to }) => to);
  const next = shown.actions.length <= FEW ? [...allowed] : nextActions(allowed, owed, new Set(shown.status.reached));
  const primary = primaryOf(next, owed);
  const act = (action: ActionName) => {
    setDrawer('closed');
    onAct(action);
  };
  if (shown.actions.length === 0) return null;
  return (
    <div className={`${styles['acts']} jn-no-print`}>
      {next.map((name) => <Button key={name} type={name === primary ? 'primary' : 'default'} onClick={() => act(name)}>{word('action', name)}</Button>)}
      <Button icon={<AppstoreOutlined />} onClick={() => setDrawer('open')}>{t('act.all')}</Button>
      <Drawer open={drawer === 'open'} onClose={() => setDrawer('closed')} size={680} title={t('act.all')}>
        {(Object.keys(ACTION_GROUPS) as ActionGroup[]).map((group) => <Group key={group} group={group} shown={shown} onAct={act} />)}
      </Drawer>
    </div>
  );
}

function Group({ group, shown, onAct }: Props & { group: ActionGroup }) {
  const t = caseGroupTexts.useT();
  const word = useCaseWord();
  const names: readonly ActionName[] = ACTION_GROUPS[group];
  const actions = names.flatMap((name) => shown.actions.filter((action) => action.name === name));
  if (actions.length === 0) return null;
  return (
    <section className={styles['group']}>
      <h3>{t(group)}</h3>
      <ul className={styles['groupRows']}>
        {actions.map(({ name, allowed, because }) => (
          <li key={name}>
            {allowed ? <Button block onClick={() => onAct(name)}>{word('action', name)}</Button> : <div className={styles['refused']}>{word('action', name)}<small>{because}</small></div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
