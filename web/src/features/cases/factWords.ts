import { formatInstant, formatRow } from '@/shared/format';
import { useWord } from '@/shared/words';
import { useCaseWord } from './caseWordTexts';
import { closingTexts } from './closingTexts';
import { labelOf, nameOf, type Case, type Fact } from './model';
import { caseTexts } from './texts';

type Words = { title: string; body?: string | undefined };

/** What a fact says: a line, and the words somebody added. */
export function useFactWords(shown: Case): (fact: Fact) => Words {
  const t = caseTexts.useT();
  const closing = closingTexts.useT();
  const word = useWord();
  const caseWord = useCaseWord();
  const heading = (clause: string) => shown.obligations.find((row) => row.clause === clause)?.heading ?? clause;
  const level = (id: string) => shown.grading?.levels.find((choice) => choice.id === id)?.label ?? id;
  const questions = shown.grading?.questions ?? [];
  return (fact) => {
    const title = caseWord('fact', fact.fact);
    const about = (detail: string, body?: string | null): Words => ({ title: detail ? `${title} · ${detail}` : title, body: body || undefined });
    switch (fact.fact) {
      case 'reported':
        return about(caseWord('channel', fact.channel));
      case 'reached':
        return { title: word('milestone', fact.milestone), body: fact.note || undefined };
      case 'crew_assigned':
        return about(formatRow(fact.crew.map((id) => nameOf(shown, id) ?? id), 'words'), fact.note);
      case 'document_delivered':
        return about(caseWord('document', fact.document), fact.note);
      case 'rated':
        return about('★'.repeat(fact.stars) + '☆'.repeat(5 - fact.stars), fact.comment);
      case 'expected':
        return about(`${word('milestone', fact.milestone)} ${formatInstant(fact.expected_at)}`, fact.reason);
      case 'visit_agreed':
        return about(formatInstant(fact.agreed_at));
      case 'graded':
        return about(level(fact.severity), [...questions.filter(({ id }) => id in fact.answers).map(({ id, label }) => t('fact.answer', { question: label, answer: t(fact.answers[id] ? 'yes' : 'no') })), fact.reason ? t('fact.reason', { reason: fact.reason }) : ''].filter(Boolean).join('\n'));
      case 'context_changed':
        return about(formatRow([fact.standing && caseWord('standing', fact.standing), labelOf(shown, 'regions', fact.region), labelOf(shown, 'service_levels', fact.service_level), labelOf(shown, 'questions', fact.question)].flatMap((part) => part || []), 'words'), fact.reason);
      case 'paused':
        return about(word('pause', fact.reason), fact.note);
      case 'resumed':
        return about(word('pause', fact.reason));
      case 'cause_decided':
        return about(caseWord('cause', fact.cause), fact.note);
      case 'excused':
        return about(heading(fact.clause), fact.reason);
      case 'remedy_opened':
        return about(shown.remedies.find(({ clause }) => clause === fact.clause)?.heading ?? fact.clause);
      case 'time_corrected':
        return about(formatInstant(fact.to), fact.reason);
      case 'closed':
        return about('', [fact.customer_word, fact.nothing_done && closing('said.nothing', { reason: closing(`nothing.${fact.nothing_done}`) }), fact.not_owed && closing('said.notOwed', { reason: fact.not_owed })].filter(Boolean).join('\n'));
      case 'withdrawn':
      case 'reopened':
      case 'cancelled':
        return about('', fact.reason);
      default:
        return about('');
    }
  };
}
