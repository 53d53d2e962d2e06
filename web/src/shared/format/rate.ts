/** A share given in hundredths of a percent, as `97.4%`; a dash while there is nothing to share. Never rounded up. */
export function formatRate(bps: number | null | undefined): string {
  if (bps === undefined || bps === null) return '—';
  const tenths = Math.floor(bps / 10);
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
