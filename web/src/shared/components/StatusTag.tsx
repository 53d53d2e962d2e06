import { Tag } from 'antd';

/** How a status is drawn: its shape tells as much as its colour. */
export type StatusTone = 'active' | 'waiting' | 'done' | 'alert' | 'off';

const SHAPES: Readonly<Record<StatusTone, string>> = { active: '●', waiting: '○', done: '✓', alert: '▲', off: '–' };

const COLOURS: Readonly<Record<StatusTone, string>> = {
  active: 'var(--jn-accent)',
  waiting: 'var(--jn-ink-soft)',
  done: 'var(--jn-ink-soft)',
  alert: 'var(--jn-broken)',
  off: 'var(--jn-ink-faint)',
};

/** A status in one word. The colours of clocks are not used here, except that trouble is trouble. */
export function StatusTag({ tone, children }: { tone: StatusTone; children: string }) {
  return (
    <Tag variant="outlined" style={{ color: COLOURS[tone], borderColor: 'var(--jn-rule)', background: 'none', marginInlineEnd: 0 }}>
      <span aria-hidden style={{ marginInlineEnd: 5, fontSize: 9, verticalAlign: 1 }}>{SHAPES[tone]}</span>
      {children}
    </Tag>
  );
}
