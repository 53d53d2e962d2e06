import { usePublicInfo } from '@/shared/session/useMe';
import { useLanguage } from '@/shared/i18n';

/** A ticked line above a ledger's double rule. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ flex: 'none' }}>
      <rect x="1" y="1" width="30" height="30" rx="5" fill="var(--jn-accent)" />
      <path d="M8.5 14.2l5 5L23.5 8" fill="none" stroke="var(--jn-on-accent)" strokeWidth="3" />
      <path d="M8 24h16M8 27h16" stroke="var(--jn-on-accent)" strokeWidth="1.2" />
    </svg>
  );
}

/** The product's name, with the company's own under it once it has one. */
export function Wordmark() {
  const language = useLanguage();
  const company = usePublicInfo()?.company;
  return (
    <span style={{ display: 'flex', alignItems: 'center', gap: 10, minWidth: 0 }}>
      <Mark />
      <span style={{ minWidth: 0, lineHeight: 1.25 }}>
        <span style={{ display: 'block', fontSize: 16, fontWeight: 600, letterSpacing: language === 'en' ? 0 : '0.16em' }}>
          {language === 'en' ? 'Jiannuo' : '践诺'}
        </span>
        {company && (
          <span style={{ display: 'block', fontSize: 11, fontWeight: 400, color: 'var(--jn-ink-soft)', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={company}>
            {company}
          </span>
        )}
      </span>
    </span>
  );
}
