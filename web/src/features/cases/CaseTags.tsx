import { StatusTag } from '@/shared/components/StatusTag';
import { useCaseWord } from './caseWordTexts';
import { phaseTone, type CaseSummary } from './model';
import { caseTexts } from './texts';

type Props = Pick<CaseSummary, 'phase' | 'is_paused' | 'has_complaint' | 'broken'>;

/** How far a case has come, and what is wrong with it. */
export function CaseTags({ phase, is_paused, has_complaint, broken }: Props) {
  const t = caseTexts.useT();
  const word = useCaseWord();
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 4 }}>
      <StatusTag tone={phaseTone(phase)}>{word('phase', phase)}</StatusTag>
      {is_paused && <StatusTag tone="waiting">{t('paused')}</StatusTag>}
      {has_complaint && <StatusTag tone="alert">{t('complaint')}</StatusTag>}
      {broken > 0 && <StatusTag tone="alert">{t('brokenCount', { count: broken })}</StatusTag>}
    </span>
  );
}
