import type { ActionName } from '../model';

/** All actions as an office would file them. */
export const ACTION_GROUPS = {
  contact: ['acknowledge', 'contact', 'answer', 'grade', 'diagnose', 'fail_remotely', 'demand_visit', 'propose_solution'],
  visit: ['agree_visit', 'assign_crew', 'dispatch', 'check_in', 'decide_cause', 'notify_supplier', 'receive_supplier'],
  parts: ['send_quote', 'accept_quote', 'approve', 'need_part', 'demand_spare', 'order_part', 'receive_part', 'bring_spare'],
  repair: ['restore', 'repair', 'sign', 'hand_over', 'sign_document', 'deliver_report', 'close'],
  after: ['call_back', 'rate', 'receive_complaint', 'answer_complaint', 'settle_complaint', 'reopen'],
  correct: ['pause', 'resume', 'change_context', 'excuse', 'correct_time', 'withdraw', 'merge', 'split', 'cancel'],
} as const satisfies Record<string, readonly ActionName[]>;

export type ActionGroup = keyof typeof ACTION_GROUPS;

/** The milestone an action reaches, where it has another name than the action itself. */
const REACHES: Readonly<Partial<Record<ActionName, string>>> = {
  acknowledge: 'acknowledged', answer: 'answered', contact: 'contacted', grade: 'graded', diagnose: 'diagnosed', fail_remotely: 'remote_attempt_failed', demand_visit: 'visit_demanded', demand_spare: 'spare_demanded',
  propose_solution: 'solution_proposed', agree_visit: 'visit_agreed', assign_crew: 'crew_assigned', dispatch: 'dispatched', check_in: 'on_site',
  decide_cause: 'cause_decided', send_quote: 'quote_sent', accept_quote: 'quote_accepted', approve: 'approved', order_part: 'part_ordered',
  receive_part: 'part_arrived', bring_spare: 'spare_on_site', notify_supplier: 'supplier_notified', receive_supplier: 'supplier_on_site', restore: 'restored',
  repair: 'repaired', sign: 'accepted', hand_over: 'delivered', sign_document: 'signed', call_back: 'called_back', rate: 'rated',
  answer_complaint: 'complaint_answered', settle_complaint: 'complaint_settled', deliver_report: 'report_delivered', close: 'closed',
};

/** The usual way of a case, for what comes next when nothing is owed. */
const USUAL: readonly ActionName[] = [
  'acknowledge', 'grade', 'contact', 'answer', 'agree_visit', 'assign_crew', 'dispatch', 'check_in', 'decide_cause', 'restore', 'repair', 'sign', 'close', 'call_back', 'rate', 'reopen',
];
const MOST = 5;
/** What a crew does once it is there. */
const ON_SITE: ReadonlySet<ActionName> = new Set(['decide_cause', 'restore', 'repair', 'sign']);

/** What to do next: a complaint that waits; what ends an open promise, by its due time; then the usual way from where the case stands. A crew arrives before it repairs. */
export function nextActions(allowed: ReadonlySet<ActionName>, owed: readonly string[], reached: ReadonlySet<string>): ActionName[] {
  const names = Object.keys(REACHES) as ActionName[];
  const first = owed.flatMap((milestone) => names.filter((name) => REACHES[name] === milestone));
  const usual = USUAL.filter((name) => !reached.has(REACHES[name] ?? ''));
  const complaint: ActionName[] = reached.has('complaint_answered') ? ['settle_complaint', 'answer_complaint'] : ['answer_complaint', 'settle_complaint'];
  const arrival: ActionName[] = reached.has('crew_assigned') && !reached.has('on_site') && !reached.has('repaired') ? ['check_in'] : [];
  const [before, there] = [first.filter((name) => !ON_SITE.has(name)), first.filter((name) => ON_SITE.has(name))];
  const wanted = ['resume' as const, ...complaint, ...before, ...arrival, ...there, ...usual].filter((name) => allowed.has(name));
  return [...new Set(wanted)].slice(0, MOST);
}

/** What somebody waits for without a promise. */
const AWAITED: ReadonlySet<ActionName> = new Set(['resume', 'answer_complaint', 'settle_complaint']);

/** The action that stands out: what ends a promise that is owed, else the next on the usual way; none that nobody waits for, such as an approval. */
export function primaryOf(next: readonly ActionName[], owed: readonly string[]): ActionName | undefined {
  const due = owed.flatMap((milestone) => next.filter((name) => REACHES[name] === milestone));
  return next.find((name) => AWAITED.has(name)) ?? due[0] ?? next.find((name) => USUAL.includes(name));
}
