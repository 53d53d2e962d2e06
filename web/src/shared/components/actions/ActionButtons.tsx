import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { componentTexts } from '../texts';
import { Why } from './Why';
import styles from './actions.module.css';

/** What the server says may be done next, in its order; a forbidden action carries the reason in the reader's language. */
export type ServerAction = { name: string; allowed: boolean; because?: string | null };

type Props = {
  actions: readonly ServerAction[];
  label: (name: string) => string;
  onAct: (name: string) => void;
  /** The action under way: its button turns, the others wait. */
  busy?: string | undefined;
  /** How many buttons before the rest goes into a menu. */
  most?: number;
  /** Actions that cannot be undone. */
  danger?: readonly string[];
};

/** The next steps as buttons: the first allowed one stands out, a forbidden one says why. */
export function ActionButtons({ actions, label, onAct, busy, most = 6, danger = [] }: Props) {
  const t = componentTexts.useT();
  const ordered = [...actions.filter((action) => action.allowed), ...actions.filter((action) => !action.allowed)];
  const shown = ordered.length > most ? ordered.slice(0, most - 1) : ordered;
  const rest = ordered.slice(shown.length);
  const primary = shown.find((action) => action.allowed && !danger.includes(action.name))?.name;
  return (
    <div className={styles['actions']}>
      {shown.map((action) =>
        action.allowed ? (
          <Button
            key={action.name}
            type={action.name === primary ? 'primary' : 'default'}
            danger={danger.includes(action.name)}
            loading={busy === action.name}
            disabled={busy !== undefined && busy !== action.name}
            onClick={() => onAct(action.name)}
          >
            {label(action.name)}
          </Button>
        ) : (
          <Why key={action.name} action={label(action.name)} because={action.because}><Button disabled>{label(action.name)}</Button></Why>
        ),
      )}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((action) => ({
              key: action.name,
              disabled: !action.allowed || busy !== undefined,
              danger: danger.includes(action.name),
              label: action.allowed ? label(action.name) : <span className={styles['refused']}>{label(action.name)}<small>{action.because}</small></span>,
            })),
            onClick: ({ key }) => onAct(key),
          }}
        >
          <Button icon={<MoreOutlined />} aria-label={t('action.more')} />
        </Dropdown>
      )}
    </div>
  );
}
