import { formatSpanIn, toMillis } from '@/shared/format';
import { limitUnit } from '@/shared/words';
import { wordTexts } from '@/shared/words/texts';
import { promiseTexts } from './texts';
import type { PromiseView } from './types';

/** How a bar looks: the obligation's state, with `warning` for a running clock past a mark. */
export type Look = 'pending' | 'running' | 'warning' | 'paused' | 'kept' | 'broken' | 'late' | 'excused' | 'cancelled';

/** What a bar says at one moment. */
export type Reading = {
  look: Look;
  /** 0 to 100. */
  usedPercent: number;
  words: string;
  /** Marks on the bar, in percent of the limit. */
  marks: number[];
};

/** Reads a promise at the moment `now` (milliseconds): the server's figures, carried on while its time counts. */
export function readPromise(view: PromiseView, now: number): Reading {
  const left = leftAt(view, now);
  const used = usedAt(view, now);
  const look = lookOf(view, left, now);
  return {
    look,
    usedPercent: percentOf(look, used, left),
    words: wordsOf(view, look, left),
    marks: (view.warnings ?? []).map((warning) => warning.percent).filter((percent) => percent > 0 && percent < 100),
  };
}

/** Time that counted since the server answered. */
function gone(view: PromiseView, now: number): number {
  const counts = view.counting ?? limitUnit(view.limit) !== 'working';
  if ((view.state !== 'running' && view.state !== 'broken') || view.ended_at) return 0;
  if (!counts || view.as_of === null || view.as_of === undefined) return 0;
  return Math.max(0, now - toMillis(view.as_of));
}

function leftAt(view: PromiseView, now: number): number | undefined {
  if (view.left_ms !== null && view.left_ms !== undefined) return view.left_ms - gone(view, now);
  // Without the server's figure, only a clock of natural time can be read from its due time.
  if (view.due_at && limitUnit(view.limit) !== 'working') return toMillis(view.due_at) - (view.ended_at ? toMillis(view.ended_at) : now);
  return undefined;
}

function usedAt(view: PromiseView, now: number): number | undefined {
  if (view.used_ms !== null && view.used_ms !== undefined) return view.used_ms + gone(view, now);
  if (!view.started_at || limitUnit(view.limit) === 'working') return undefined;
  return (view.ended_at ? toMillis(view.ended_at) : now) - toMillis(view.started_at);
}

function lookOf(view: PromiseView, left: number | undefined, now: number): Look {
  if (view.state === 'fulfilled_late') return 'late';
  if (view.state !== 'running') return view.state;
  const isDue = view.due_at ? toMillis(view.due_at) <= now : left !== undefined && left <= 0;
  if (isDue) return 'broken';
  const isWarned = view.warnings?.some((warning) => toMillis(warning.at) <= now) ?? false;
  return isWarned ? 'warning' : 'running';
}

function percentOf(look: Look, used: number | undefined, left: number | undefined): number {
  if (look === 'pending' || look === 'cancelled') return 0;
  if (look === 'broken' || look === 'late' || look === 'excused') return 100;
  if (used === undefined || left === undefined) return look === 'kept' ? 100 : 0;
  const limit = used + left;
  return limit <= 0 ? 100 : Math.min(100, Math.max(0, (used / limit) * 100));
}

function wordsOf(view: PromiseView, look: Look, left: number | undefined): string {
  const { t } = promiseTexts;
  const unit = limitUnit(view.limit);
  const kind = unit === 'working' ? 'working' : 'natural';
  const unitWord = unit === 'working' ? wordTexts.t('unit.working') : undefined;
  switch (look) {
    case 'pending':
      return t('pending', { from: milestone(view.from) });
    case 'paused':
      return view.reason ? t('pausedFor', { reason: view.reason }) : t('paused');
    case 'kept':
      return left !== undefined && left > 0 ? t('keptEarly', { span: formatSpanIn(left, kind) }) : t('kept');
    case 'late':
      return view.late_ms ? t('late', { span: formatSpanIn(view.late_ms) }) : t('lateUnknown');
    case 'excused':
      return view.reason ? t('excusedFor', { reason: view.reason }) : t('excused');
    case 'cancelled':
      return view.reason ? t('cancelledFor', { reason: view.reason }) : t('cancelled');
    case 'broken':
      if (left === undefined) return t('broken');
      if (left > -60_000) return t('dueReached');
      return unitWord ? t('overOf', { span: formatSpanIn(left, kind), unit: unitWord }) : t('over', { span: formatSpanIn(left, kind) });
    default:
      if (left === undefined && view.waits_for) return t('waitsFor', { what: view.waits_for });
      return runningWords(left, kind, unitWord, view.counting === false);
  }
}

function runningWords(left: number | undefined, kind: 'natural' | 'working', unitWord: string | undefined, standsStill: boolean): string {
  const { t } = promiseTexts;
  if (left === undefined) return wordTexts.t('state.running');
  const words = unitWord ? t('leftOf', { span: formatSpanIn(left, kind), unit: unitWord }) : t('left', { span: formatSpanIn(left, kind) });
  return standsStill ? `${words} · ${t('closedNow')}` : words;
}

function milestone(code: string): string {
  const key = `milestone.${code}`;
  return wordTexts.has(key) ? wordTexts.t(key) : code;
}
