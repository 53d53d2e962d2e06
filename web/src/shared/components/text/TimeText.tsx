import { formatAgo, formatInstant, formatShortInstant, toMillis, type Instant, type InstantPrecision } from '@/shared/format';
import { useNow } from '@/shared/hooks/useNow';
import { useLanguage } from '@/shared/i18n';

type Props = { at: Instant | null | undefined; precision?: InstantPrecision; as?: 'full' | 'short' | 'ago' };

/** An instant in the company's zone: `2026-11-22 14:05`; the exact second on hovering. */
export function TimeText({ at, precision = 'minute', as = 'full' }: Props) {
  useLanguage();
  if (at === null || at === undefined) return <>—</>;
  return (
    <time dateTime={new Date(at).toISOString()} title={formatInstant(at, 'second')} style={{ whiteSpace: 'nowrap' }}>
      {as === 'ago' ? <Ago at={at} /> : as === 'short' ? formatShortInstant(at) : formatInstant(at, precision)}
    </time>
  );
}

function Ago({ at }: { at: Instant }) {
  const now = useNow();
  return <>{formatAgo(toMillis(at), now)}</>;
}
