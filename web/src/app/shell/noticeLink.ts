import type { components } from '@/shared/api/schema';

type Notice = components['schemas']['NoticeView'];

/** Kinds of notices whose subject is a case: `promise.broken`, `case.mentioned`. */
const ABOUT_CASES = ['case.', 'promise.', 'ledger.'] as const;

/** The page a notice speaks of. */
export function noticeLink(notice: Pick<Notice, 'kind' | 'subject'>): string | undefined {
  return ABOUT_CASES.some((prefix) => notice.kind.startsWith(prefix)) ? `/cases/${notice.subject}` : undefined;
}
