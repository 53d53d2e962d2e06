import { useWords } from '@/shared/plan/useWords';
import { handwork, loneQuestions, type Item, type Reading } from './model';
import styles from './studio.module.css';
import { studioTexts } from './texts';

/** What the document turned out to hold: each kind of promise with its colour, its word and how many there are. */
export function Summary({ reading, items, onChoose }: { reading: Reading; items: readonly Item[]; onChoose: (no: number) => void }) {
  const t = studioTexts.useT();
  const word = useWords();
  const kinds = new Map<string, Item[]>();
  for (const item of items) {
    const kind = item.clause?.promise.kind ?? 'unread';
    const of = kinds.get(kind);
    if (of) of.push(item);
    else kinds.set(kind, [item]);
  }
  const sorted = [...kinds].toSorted(([a, one], [b, other]) => Number(a === 'unread') - Number(b === 'unread') || other.length - one.length);
  const changed = handwork(items);
  const unchanged = items.filter((item) => !item.change).length;
  const questions = loneQuestions(reading.frame?.parameters ?? []);
  return (
    <>
    {changed && <p className={styles['returned']}>{t('summary.returned', { ...changed, unchanged })}</p>}
    {questions.length > 0 && <p className={styles['returned']}>{t('summary.questions', { list: questions.map(({ question }) => question).join('；') })}</p>}
    <div className={styles['summary']}>
      <span>{t('summary.found', { count: items.length, problems: reading.problems.length })}</span>
      {sorted.map(([kind, of]) => (
        <button key={kind} type="button" className={styles['kind']} data-kind={kind} title={t('summary.first')} onClick={() => onChoose((of.find((item) => item.state === 'open') ?? of[0])?.no ?? 0)}>
          {kind === 'unread' ? t('filter.unread') : word(kind)} <b>{of.length}</b>
        </button>
      ))}
    </div>
    </>
  );
}
