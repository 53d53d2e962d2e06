import { formatRow } from '../format';
import { daysInWords, warrantyInWords, warrantyTexts, WARRANTY_TONES, type WarrantySaid } from '../words/warranty';
import { StatusTag } from './StatusTag';

type Props = { said: WarrantySaid | null | undefined };

/** What can be said of a unit's warranty, in the same words on every page: the word, until when, by whose plan or which law. */
export function WarrantyLine({ said }: Props) {
  const t = warrantyTexts.useT();
  if (!said) return <span>{t('nothing')}</span>;
  return <span><WarrantyWord said={said} /> {warrantyInWords(t, said)}</span>;
}

/** The same where there is room for the word and the days alone: in lists. */
export function WarrantyDays({ said }: Props) {
  const t = warrantyTexts.useT();
  if (!said) return <span>{t('nothing')}</span>;
  return <span><WarrantyWord said={said} /> {said.standing !== 'no_term' && formatRow(daysInWords(t, said), 'phrases')}</span>;
}

/** In or out of warranty in one word, or that it cannot be told. */
export function WarrantyWord({ said }: { said: Pick<WarrantySaid, 'standing'> }) {
  const t = warrantyTexts.useT();
  return <StatusTag tone={WARRANTY_TONES[said.standing]}>{t(`standing.${said.standing}`)}</StatusTag>;
}
