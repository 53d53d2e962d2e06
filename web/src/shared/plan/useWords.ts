import { useCallback } from 'react';
import { useWord } from '@/shared/words';
import { wordTexts } from './wordTexts';

/** Fields that hold what starts or ends a clock: said there as on the case and in the ledger. */
const OF_MILESTONES: ReadonlySet<string> = new Set(['from', 'to', 'before', 'after', 'done_by']);

/** The word of a plan's vocabulary in the language in use: milestones, roles, causes, kinds of clause.; `field` says where it stands, where that decides. */
export function useWords(): (code: string, field?: string) => string {
  const t = wordTexts.useT();
  const shared = useWord();
  return useCallback(
    (code, field) => {
      const known = shared('milestone', code);
      if (field !== undefined && OF_MILESTONES.has(field) && known !== code) return known;
      const key = `word.${code}`;
      if (wordTexts.has(key)) return t(key);
      return known === code ? shared('role', code) : known;
    },
    [t, shared],
  );
}
