import { rateText, type Ask, type Tally } from './ask';
import styles from './ledger.module.css';
import { ledgerTexts } from './texts';

const PARTS = [
  { key: 'kept', state: 'kept', mark: '✓', colour: 'var(--jn-kept)' },
  { key: 'late', state: 'fulfilled_late', mark: '◐', colour: 'var(--jn-warning-text)' },
  { key: 'broken', state: 'broken', mark: '▲', colour: 'var(--jn-broken)' },
  { key: 'excused', state: 'excused', mark: '□', colour: 'var(--jn-ink-soft)' },
  { key: 'running', state: 'running', mark: '●', colour: 'var(--jn-running)' },
  { key: 'cancelled', state: 'cancelled', mark: '×', colour: 'var(--jn-ink-soft)' },
] as const;

const FIELDS = { kept: 'kept', late: 'fulfilled_late', broken: 'broken', excused: 'excused', running: 'running', cancelled: 'cancelled' } as const;

/** The share kept in large figures, and what it is made of. */
export function Headline({ tally, onPick }: { tally: Tally; onPick: (state: NonNullable<Ask['state']>) => void }) {
  const t = ledgerTexts.useT();
  const rate = rateText(tally);
  return (
    <section className={styles['headline']}>
      <div className={styles['rate']} title={t('rateHint')}>
        <span>{t('rate')}</span>
        <strong>{rate}</strong>
        <small>{rate === '—' ? t('rateNone') : t('rateHint')}</small>
      </div>
      <ul>
        {PARTS.map(({ key, state, mark, colour }) => (
          <li key={key}>
            <button type="button" onClick={() => onPick(state)} disabled={tally[FIELDS[key]] === 0}>
              <span style={{ color: colour }}><span aria-hidden>{mark}</span> {t(key)}</span>
              <strong>{tally[FIELDS[key]].toLocaleString('en-US')}</strong>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
