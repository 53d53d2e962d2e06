import { Radio } from 'antd';
import styles from './cases.module.css';

type Level = { id: string; label: string; meaning: string };
type Props = {
  levels: readonly Level[];
  /** Given by the form. */
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
};

/** Chooses a fault level where no questions decide it, by what each one means. */
export function LevelRadio({ levels, id, value, onChange }: Props) {
  return (
    <Radio.Group
      {...(id && { id })}
      {...(value && { value })}
      onChange={({ target }) => onChange?.(String(target.value))}
      style={{ display: 'flex', flexDirection: 'column', gap: 4 }}
      options={levels.map(({ id: level, label, meaning }) => ({ value: level, label: <>{label}{meaning && <small className={styles['soft']}> {meaning}</small>}</> }))}
    />
  );
}
