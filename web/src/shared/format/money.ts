/** Fen (an integer) as `¥1,234.50`, digit by digit: no float ever holds an amount. */
export function formatFen(fen: number | bigint): string {
  const amount = BigInt(fen);
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${amount < 0n ? '−' : ''}¥${yuan}.${digits.slice(-2)}`;
}

/** What a person typed, as fen; undefined when it is no amount in yuan with at most two decimals. */
export function parseYuan(text: string): number | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,，¥￥\s]/g, ''));
  if (!match) return undefined;
  const fen = Number(`${match[2]}${(match[3] ?? '').padEnd(2, '0')}`);
  return match[1] ? -fen : fen;
}
