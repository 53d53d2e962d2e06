import { defineTexts } from '@/shared/i18n';
import { ACTION_WORDS } from '@/shared/words/actions';
import { CAUSE_WORDS, DOCUMENT_WORDS, FACT_WORDS, FIELD_WORDS, STATE_WORDS } from './wordLists';

type Pair = readonly [zh: string, en: string];

function column<const L extends Record<string, Pair>>(list: L, at: 0 | 1): { [K in keyof L]: string } {
  return Object.fromEntries(Object.entries(list).map(([key, pair]) => [key, pair[at]])) as { [K in keyof L]: string };
}

const ALL = { ...ACTION_WORDS, ...CAUSE_WORDS, ...DOCUMENT_WORDS, ...FACT_WORDS, ...FIELD_WORDS, ...STATE_WORDS } as const;

const wordTexts = defineTexts('caseWords', { zh: column(ALL, 0), en: column(ALL, 1) });

export type CaseWordGroup = 'action' | 'cause' | 'channel' | 'document' | 'fact' | 'field' | 'phase' | 'proof' | 'standing';

/** The word a code of the case API stands for; a code without a word is shown as it is. */
export function useCaseWord(): (group: CaseWordGroup, code: string) => string {
  const t = wordTexts.useT();
  return (group, code) => {
    const key = `${group}.${code}`;
    return wordTexts.has(key) ? t(key) : code;
  };
}
