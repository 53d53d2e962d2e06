import type { Instant } from '@/shared/format';

export type PromiseState = 'pending' | 'running' | 'paused' | 'kept' | 'broken' | 'fulfilled_late' | 'excused' | 'cancelled';

/** One obligation as the promise bar shows it. Texts are in the reader's language, codes are the domain's. */
export type PromiseView = {
  heading: string;
  /** The sentence of the plan that promises it. */
  sentence?: string | null;
  /** Milestones' codes. */
  from: string;
  to: string;
  state: PromiseState;
  /** `working:PT8H` and the like. */
  limit?: string | null;
  started_at?: Instant | null;
  target_at?: Instant | null;
  due_at?: Instant | null;
  ended_at?: Instant | null;
  /** Counted time used and left when the server answered, in milliseconds of the limit's own kind; left is negative past the limit. */
  used_ms?: number | null;
  left_ms?: number | null;
  as_of?: Instant | null;
  /** Whether time counts at present: not at night for a clock of working time, not during a pause. */
  counting?: boolean;
  /** How late it was fulfilled. */
  late_ms?: number | null;
  /** The due time rests on a holiday table that is not published yet. */
  provisional?: boolean;
  warnings?: readonly { percent: number; at: Instant }[];
  /** Why it is paused, excused or cancelled, in words. */
  reason?: string | null;
  /** Who owes it, and to whom it is escalated. */
  owner?: string | null;
  escalate_to?: string | null;
};

export type SpanKind = 'counted' | 'closed' | 'paused';

/** A stretch of time of a deadline's arithmetic: whether it counts, and by which rule. */
export type ArithmeticSpan = {
  from: Instant;
  to: Instant;
  kind: SpanKind;
  /** The rule in words: 「工作时间」「午休」「国庆节」「暂停：等待客户」. */
  rule: string;
  /** Heading of the clause the rule comes from. */
  clause?: string | null;
  /** Milliseconds or days that count towards the limit. */
  counted_ms?: number | null;
  counted_days?: number | null;
};
