import { formatFen } from '@/shared/format';

/** An amount in fen as `¥1,234.50`. */
export function MoneyText({ fen }: { fen: number | null | undefined }) {
  if (fen === null || fen === undefined) return <>—</>;
  return <span style={{ whiteSpace: 'nowrap' }}>{formatFen(fen)}</span>;
}
