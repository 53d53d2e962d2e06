//! The occurrences of one duty.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::event::Known;
use super::finished::finished;
use super::frame::Frame;
use super::{HORIZON_DAYS, MAX_OCCURRENCES};
use crate::plan::EffectivePlan;
use crate::plan::clauses::duty::{Anchor, EveryUnit, RecurringDuty};
use crate::slug::{ClauseId, ParameterId};
use jiff::tz::TimeZone;

/// One occurrence with its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// Which, from 1.
    pub cycle: u32,
    /// The day it is counted from: the first day of the frame, or the day it was last done.
    pub counted_from: Date,
    /// The day it falls on.
    pub on: Date,
    /// The first day of its window.
    pub opens_on: Date,
    /// The last day of its window, included.
    pub closes_on: Date,
}

/// The figures of a duty, with nothing left to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DutyDays {
    /// How many of its unit lie between two occurrences.
    pub every: u32,
    /// How many days early is still in the window.
    pub early: u32,
    /// How many days late is still in the window.
    pub late: u32,
}

impl DutyDays {
    /// Those of a duty. `Err` names the parameter that nobody has answered.
    pub(super) fn of(plan: &EffectivePlan, duty: &RecurringDuty) -> Result<Self, ParameterId> {
        Ok(Self {
            every: plan.answer(&duty.every.count)?,
            early: plan.answer(&duty.early_days)?,
            late: plan.answer(&duty.late_days)?,
        })
    }
}

/// Occurrences whose window opens at most [`HORIZON_DAYS`] after `today` and had not closed when the agreement was entered,
/// the first first.
///
/// Counted from the start, the nth falls n intervals after the first day; months end on the same day number, or on the
/// month's last day, and never drift (31 January, 28 February, 31 March). Counted from when it was last done, the next
/// falls one interval after that day, or after the day the former fell on where it was missed. One that would fall after
/// the last day of the frame is not owed.
pub(super) fn schedule(
    clause: &ClauseId,
    duty: &RecurringDuty,
    days: DutyDays,
    frame: Frame,
    known: &Known<'_>,
    zone: &TimeZone,
    today: Date,
) -> Vec<Occurrence> {
    let mut occurrences: Vec<Occurrence> = Vec::new();
    let horizon = today.saturating_add(HORIZON_DAYS.days());
    let first = match duty.anchor {
        Anchor::Start => first_known(duty, days, frame),
        Anchor::LastDone => 1,
    };
    let mut former: Option<Occurrence> = None;
    for cycle in first..first.saturating_add(MAX_OCCURRENCES) {
        let counted_from = match duty.anchor {
            Anchor::Start => frame.from,
            Anchor::LastDone => former.map_or(frame.from, |former| {
                let done = finished(duty, known.of(clause, former.cycle));
                done.map_or(former.on, |done| done.at.to_zoned(zone.clone()).date())
            }),
        };
        let intervals = match duty.anchor {
            Anchor::Start => cycle,
            Anchor::LastDone => 1,
        };
        let on = counted_from.saturating_add(span(duty.every.unit, days.every, intervals));
        let opens_on = on.saturating_sub(i64::from(days.early).days());
        let is_over = frame.until.is_some_and(|last| on > last);
        if days.every == 0 || is_over || opens_on > horizon {
            break;
        }
        let occurrence = Occurrence {
            cycle,
            counted_from,
            on,
            opens_on: opens_on.max(counted_from),
            closes_on: closes_on(on, days),
        };
        occurrences.extend((occurrence.closes_on >= frame.known_from).then_some(occurrence));
        former = Some(occurrence);
    }
    occurrences
}

/// The first occurrence counted from the start whose window had not closed when the agreement was entered, by bisection:
/// none falls on an earlier day than the one before it, and at least a day lies between two.
fn first_known(duty: &RecurringDuty, days: DutyDays, frame: Frame) -> u32 {
    let is_known = |cycle: u32| {
        let on = frame
            .from
            .saturating_add(span(duty.every.unit, days.every, cycle));
        closes_on(on, days) >= frame.known_from
    };
    let days_before = frame.known_from.duration_since(frame.from).as_hours() / 24;
    let (mut before, mut known) = (0, u32::try_from(days_before).unwrap_or(0) + 1);
    while known - before > 1 {
        let middle = before + (known - before) / 2;
        if is_known(middle) {
            known = middle;
        } else {
            before = middle;
        }
    }
    known
}

fn closes_on(on: Date, days: DutyDays) -> Date {
    on.saturating_add(i64::from(days.late).days())
}

fn span(unit: EveryUnit, every: u32, intervals: u32) -> Span {
    let count = i64::from(every.saturating_mul(intervals).min(100_000));
    match unit {
        EveryUnit::Days => count.days(),
        EveryUnit::Weeks => count.weeks(),
        EveryUnit::Months => count.months(),
    }
}
