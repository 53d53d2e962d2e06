import { EllipsisOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { EvidenceList, Timeline, type TimelineFact } from '@/shared/components/record';
import { formatInstant } from '@/shared/format';
import styles from './cases.module.css';
import { closingTexts } from './closingTexts';
import { useFactWords } from './factWords';
import { nameOf, relatedTo, type Case, type FactView } from './model';
import { MergedReport } from './MergedReport';
import { caseTexts } from './texts';
import { laterFirst, type Entry } from './timelineOrder';
import { useEvidence } from './useEvidence';

type Correction = 'correct_time' | 'withdraw';
type Props = { shown: Case; onCorrect: (action: Correction, event: string) => void };

/** Facts and notes in one line of time, the latest first. */
export function FactTimeline({ shown, onCorrect }: Props) {
  const t = caseTexts.useT();
  const closing = closingTexts.useT();
  const words = useFactWords(shown);
  const evidence = useEvidence(shown);
  const may = (action: Correction) => shown.actions.some(({ name, allowed }) => name === action && allowed);
  const corrections = (fact: FactView) => [
    ...(may('correct_time') ? [{ key: 'correct_time', label: t('timeline.correct') }] : []),
    ...(may('withdraw') && fact.fact.fact !== 'reported' ? [{ key: 'withdraw', label: t('timeline.withdraw') }] : []),
  ];
  const who = (fact: FactView) => (fact.by.who === 'person' ? (nameOf(shown, fact.by.person) ?? '') : t(fact.by.who === 'customer' ? 'customer' : 'system'));
  const facts = shown.timeline.map((fact): TimelineFact & Entry => {
    const { title, body } = words(fact.fact);
    const proofs = evidence(fact);
    const isCorrection = fact.fact.fact === 'time_corrected' || fact.fact.fact === 'withdrawn';
    const other = 'case' in fact.fact ? relatedTo(shown, fact.fact.case) : undefined;
    const origin = relatedTo(shown, fact.copied_from?.case);
    const report = fact.fact.fact === 'merged_from' ? other?.slip : undefined;
    return {
      id: fact.id,
      seq: fact.seq,
      recorded_at: fact.recorded_at,
      at: fact.happened_at,
      // Entered in the same minute is entered at once.
      entered_at: fact.late_entry && formatInstant(fact.recorded_at) !== formatInstant(fact.happened_at) ? fact.recorded_at : null,
      title: <span className={fact.withdrawn ? styles['withdrawn'] : undefined}>{title}{other?.number && <> · <CaseLink id={other.id} number={other.number} /></>}{fact.withdrawn && `（${t('timeline.withdrawn')}）`}{(fact.visit === 'moved' || fact.visit === 'cancelled') && `（${closing(`state.${fact.visit}`)}）`}{fact.confirmation && `（${t('timeline.confirmation')}）`}</span>,
      who: fact.copied_from ? <>{who(fact)} · {origin?.number ? <>{t('timeline.copiedFrom')} <CaseLink id={origin.id} number={origin.number} /></> : t('timeline.copied')}</> : who(fact),
      tools: !fact.withdrawn && !isCorrection && corrections(fact).length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: corrections(fact), onClick: ({ key }) => onCorrect(key as Correction, fact.id) }}>
          <Button type="text" size="small" icon={<EllipsisOutlined />} aria-label={t('timeline.corrections', { fact: title })} />
        </Dropdown>
      ),
      weight: isCorrection || fact.withdrawn ? 'remark' : 'milestone',
      body: (
        <>
          {body && <div className={styles['said']}>{body}</div>}
          {report && other && <MergedReport slip={report} at={other.reported_at} />}
          {proofs.length > 0 && <EvidenceList items={proofs} />}
        </>
      ),
    };
  });
  const notes = shown.notes.map((note): TimelineFact & Entry => ({
    id: note.id,
    at: note.at,
    recorded_at: note.at,
    title: t('note.title'),
    who: nameOf(shown, note.author) ?? '',
    weight: 'remark',
    body: (
      <>
        <div className={styles['said']}>{note.body}</div>
        {note.mentions.length > 0 && <small className={styles['soft']}>{t('note.mentioned', { names: note.mentions.map((id) => nameOf(shown, id) ?? id).join(t('comma')) })}</small>}
      </>
    ),
  }));
  return <Timeline facts={[...facts, ...notes].toSorted(laterFirst)} />;
}

function CaseLink({ id, number }: { id: string; number: string }) {
  return <Link to="/cases/$id" params={{ id }}>{number}</Link>;
}
