import { useCallback } from 'react';
import { useWord } from '@/shared/words';
import { wordTexts } from './wordTexts';

/** The word of a plan's vocabulary in the language in use: milestones, roles, causes, kinds of clause. */
export function useWords(): (code: string) => string {
  const t = wordTexts.useT();
  const shared = useWord();
  return useCallback(
    (code) => {
      const key = `word.${code}`;
      if (wordTexts.has(key)) return t(key);
      const milestone = shared('milestone', code);
      return milestone === code ? shared('role', code) : milestone;
    },
    [t, shared],
  );
}
