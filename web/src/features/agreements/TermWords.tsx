import { formatInstant } from '@/shared/format';
import { useNow } from '@/shared/hooks/useNow';
import styles from './agreements.module.css';
import { daysBetween } from './days';
import type { Standing } from './model';
import { agreementTexts } from './texts';

type Props = { agreement: { starts_on: string; ends_on?: string | null; ended_on?: string | null; standing: Standing } };

/** From when to when an agreement holds, and how many days are left of it. */
export function TermWords({ agreement }: Props) {
  const t = agreementTexts.useT();
  const today = formatInstant(useNow(), 'day');
  const { starts_on: from, ends_on: to } = agreement;
  return (
    <span className={styles['name']}>
      <span>{to ? t('term', { from, to }) : t('term.open', { from })}</span>
      <small>{left(t, agreement, today)}</small>
    </span>
  );
}

function left(t: ReturnType<typeof agreementTexts.useT>, { starts_on: from, ends_on: to, ended_on: ended, standing }: Props['agreement'], today: string): string {
  if (standing === 'ended' || ended) return '';
  if (standing === 'upcoming') return t('term.before', { count: daysBetween(today, from) });
  if (!to) return '';
  const days = daysBetween(today, to);
  if (days < 0) return t('term.over', { count: -days });
  return days === 0 ? t('term.last') : t('term.left', { count: days });
}
