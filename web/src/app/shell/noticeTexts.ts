import type { components } from '@/shared/api/schema';
import { defineTexts } from '@/shared/i18n';

type Notice = components['schemas']['NoticeView'];

/** What each kind of notice says; the server sends only the kind and what fills the braces. */
const noticeTexts = defineTexts('notices', {
  zh: {
    'case.mentioned': '{{by}} 在服务单 {{number}} 中提到了您',
    'case.assigned': '服务单 {{number}} 已指派给您',
    'case.warned': '服务单 {{number}}：“{{heading}}”快到时限',
    'case.broken': '服务单 {{number}}：“{{heading}}”已违约',
  },
  en: {
    'case.mentioned': '{{by}} mentioned you in case {{number}}',
    'case.assigned': 'Case {{number}} was assigned to you',
    'case.warned': 'Case {{number}}: “{{heading}}” is about to break',
    'case.broken': 'Case {{number}}: “{{heading}}” is broken',
  },
});

/** A notice in words, in the reader's language; a kind this version has no words for is shown by its name. */
export function noticeWords(notice: Notice): string {
  const params = notice.params as unknown as Record<string, string | number>;
  return noticeTexts.has(notice.kind) ? noticeTexts.t(notice.kind, params) : notice.kind;
}

/** The page a notice speaks of: `case.…` is about a case. */
export function noticeLink(notice: Notice): string | undefined {
  return notice.kind.startsWith('case.') ? `/cases/${notice.subject}` : undefined;
}
