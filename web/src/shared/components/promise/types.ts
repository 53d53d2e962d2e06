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
  /** What it waits for, in words: papers or photos that are still missing. */
  waits_for?: string | null;
  /** Who owes it, and to whom it is escalated. */
  owner?: string | null;
  escalate_to?: string | null;
};

export type SpanKind = 'counted' | 'closed' | 'paused';

/** A stretch of time of a deadline's arithmetic, as the engine explains it. */
export type ArithmeticSpan = {
  from: Instant;
  to: Instant;
  kind: SpanKind;
  /** The rule it is under; `name` is the holiday's or the calendar's own word. */
  rule: { rule: string; name?: string | null };
  /** What it adds: an ISO 8601 duration, or days. */
  counts: { time?: string; days?: number };
};
