import { Fragment, type ReactNode } from 'react';

type Props = { parts: readonly ReactNode[] };

/** Short facts in a row. A line ends between two of them, never within a date or a number that fits. */
export function Parts({ parts }: Props) {
  const shown = parts.filter(Boolean);
  return shown.map((part, index) => (
    // Two facts may read alike, and none moves.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{index > 0 && ' · '}<span style={{ display: 'inline-block', maxWidth: '100%' }}>{part}</span></Fragment>
  ));
}
