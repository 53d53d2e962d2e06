import { formatTexts } from './texts';

/** Things in a row, as the language in use writes them: words 「灯泡、电机」, phrases 「人工免费，配件免费」, sentences 「甲；乙」. */
export function formatRow(parts: readonly string[], of: 'words' | 'phrases' | 'sentences'): string {
  return parts.join(formatTexts.t(`between.${of}`));
}

/** What is said of something, behind its name: 「修改：总部」, `Change: Head office`. */
export function formatNamed(name: string, said: string): string {
  return formatTexts.t('named', { name, said });
}
