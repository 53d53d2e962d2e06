import { formatShortInstant, type Instant } from '@/shared/format';
import { formatLimit, useWord } from '@/shared/words';
import { becauseTexts } from './becauseTexts';
import styles from './promise.module.css';

/** One thing a deadline rests on, as the engine tells it: a rule and what it speaks of. */
export type Reason = {
  rule: string;
  clause?: string | null;
  row?: number | null;
  parameter?: string | null;
  limit?: string | null;
  at?: Instant | null;
  from?: Instant | null;
  until?: Instant | null;
  reason?: string | null;
  early_minutes?: number | null;
  late_minutes?: number | null;
  late_entry?: boolean | null;
};

type Props = {
  reasons: readonly Reason[];
  /** The heading of a clause by its id. */
  heading: (clause: string) => string;
};

/** What a deadline rests on, in the engine's order. */
export function Because({ reasons, heading }: Props) {
  const t = becauseTexts.useT();
  const word = useWord();
  const words = (reason: Reason): string => {
    const key = `because.${reason.rule}`;
    if (!becauseTexts.has(key)) return reason.rule;
    const end = reason.until ? formatShortInstant(reason.until) : t('stillPaused');
    const text = t(key, {
      clause: reason.clause ? heading(reason.clause) : '',
      row: (reason.row ?? 0) + 1,
      parameter: reason.parameter ?? '',
      limit: reason.limit ? formatLimit(reason.limit) : '—',
      at: reason.at ? formatShortInstant(reason.at) : '',
      from: reason.from ? formatShortInstant(reason.from) : '',
      until: end,
      reason: reason.reason ? word('pause', reason.reason) : '',
      early: reason.early_minutes ?? 0,
      late: reason.late_minutes ?? 0,
    });
    return reason.late_entry ? `${text}${t('lateEntry')}` : text;
  };
  return (
    <ol className={styles['because']}>
      {reasons.map((reason) => <li key={JSON.stringify(reason)}>{words(reason)}</li>)}
    </ol>
  );
}
