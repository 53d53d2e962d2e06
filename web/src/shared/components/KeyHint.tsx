import type { ReactNode } from 'react';

export function KeyHint({ children }: { children: ReactNode }) {
  return (
    <kbd
      style={{
        display: 'inline-block',
        minWidth: 20,
        padding: '0 5px',
        border: '1px solid var(--jn-rule)',
        borderRadius: 3,
        color: 'var(--jn-ink-soft)',
        background: 'var(--jn-paper)',
        font: 'inherit',
        fontSize: 12,
        lineHeight: '18px',
        textAlign: 'center',
      }}
    >
      {children}
    </kbd>
  );
}
