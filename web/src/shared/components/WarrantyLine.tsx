import { warrantyInWords, warrantyTexts, WARRANTY_TONES, type WarrantySaid } from '../words/warranty';
import { StatusTag } from './StatusTag';

/** What can be said of a unit's warranty, in the same words on every page: the word, until when, by whose plan or which law. */
export function WarrantyLine({ said }: { said: WarrantySaid | null | undefined }) {
  const t = warrantyTexts.useT();
  if (!said) return <span>{t('nothing')}</span>;
  return <span><StatusTag tone={WARRANTY_TONES[said.standing]}>{t(`standing.${said.standing}`)}</StatusTag> {warrantyInWords(t, said)}</span>;
}
