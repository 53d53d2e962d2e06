import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { componentTexts } from '../texts';

type Props = {
  /** What the action is called. */
  action: string;
  /** Why it cannot be done now; nothing where it can. */
  because: string | null | undefined;
  /** Its button. */
  children: ReactNode;
};

/** A disabled button takes no focus, so its frame does: the reason is read by keyboard, pointer and finger alike. */
export function Why({ action, because, children }: Props) {
  const t = componentTexts.useT();
  if (!because) return children;
  return (
    <Tooltip title={because} trigger={['hover', 'focus', 'click']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the reason must be reachable without a pointer */}
      <span tabIndex={0} role="note" aria-label={t('action.because', { action, because })}>{children}</span>
    </Tooltip>
  );
}
