const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** `1.5 MB`: the size of a file, in units of 1024. */
export function formatBytes(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const amount = bytes / 1024 ** step;
  return `${amount >= 100 || step === 0 ? Math.round(amount) : amount.toFixed(1).replace(/\.0$/, '')} ${UNITS[step]}`;
}
