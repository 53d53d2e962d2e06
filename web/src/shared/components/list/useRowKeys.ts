import { useState } from 'react';
import { useShortcut } from '@/shared/hooks/useShortcut';
import { componentTexts } from '../texts';

/** `j` and `k` move through the rows, `o` opens one. Returns the current row's id. */
export function useRowKeys<Row extends { id: string }>(rows: readonly Row[], onOpen?: (row: Row) => void): string | undefined {
  const t = componentTexts.useT();
  const [id, setId] = useState<string>();
  const index = rows.findIndex((row) => row.id === id);
  const move = (to: number) => setId(rows[Math.max(0, Math.min(rows.length - 1, to))]?.id);
  useShortcut('j', t('list.next'), () => move(index + 1));
  useShortcut('k', t('list.previous'), () => move(index - 1));
  useShortcut('o', t('list.open'), () => {
    const row = rows[index];
    if (row) onOpen?.(row);
  });
  return index >= 0 ? id : undefined;
}
