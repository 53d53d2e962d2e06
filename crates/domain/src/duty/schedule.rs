//! The occurrences of one duty.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::event::{DutyEvent, DutyFact, standing};
use super::frame::Frame;
use super::{HORIZON_DAYS, MAX_OCCURRENCES};
use crate::plan::EffectivePlan;
use crate::plan::clauses::duty::{Anchor, EveryUnit, RecurringDuty};
use crate::slug::{ClauseId, ParameterId};
use jiff::tz::TimeZone;

/// One occurrence with its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
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
pub struct DutyDays {
    /// How many of its unit lie between two occurrences.
    pub every: u32,
    /// How many days early is still in the window.
    pub early: u32,
    /// How many days late is still in the window.
    pub late: u32,
}

impl DutyDays {
    /// Those of a duty. `Err` names the parameter that nobody has answered.
    pub fn of(plan: &EffectivePlan, duty: &RecurringDuty) -> Result<Self, ParameterId> {
        Ok(Self {
            every: plan.answer(&duty.every.count)?,
            early: plan.answer(&duty.early_days)?,
            late: plan.answer(&duty.late_days)?,
        })
    }
}

/// Occurrences whose window opens at most [`HORIZON_DAYS`] after `today`, the first first.
///
/// Counted from the start, the nth falls n intervals after the first day; months end on the same day number, or on the
/// month's last day, and never drift (31 January, 28 February, 31 March). Counted from when it was last done, the next
/// falls one interval after that day, or after the day the former fell on where it was missed. One that would fall after
/// the last day of the frame is not owed.
pub fn schedule(
    clause: &ClauseId,
    duty: &RecurringDuty,
    days: DutyDays,
    frame: Frame,
    facts: &[DutyEvent],
    zone: &TimeZone,
    today: Date,
) -> Vec<Occurrence> {
    let mut occurrences: Vec<Occurrence> = Vec::new();
    let horizon = today.saturating_add(HORIZON_DAYS.days());
    for cycle in 1..=MAX_OCCURRENCES {
        let counted_from = match duty.anchor {
            Anchor::Start => frame.from,
            Anchor::LastDone => occurrences.last().map_or(frame.from, |former| {
                done_on(facts, clause, former.cycle, zone).unwrap_or(former.on)
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
        occurrences.push(Occurrence {
            cycle,
            counted_from,
            on,
            opens_on: opens_on.max(counted_from),
            closes_on: on.saturating_add(i64::from(days.late).days()),
        });
    }
    occurrences
}

fn span(unit: EveryUnit, every: u32, intervals: u32) -> Span {
    let count = i64::from(every.saturating_mul(intervals).min(100_000));
    match unit {
        EveryUnit::Days => count.days(),
        EveryUnit::Weeks => count.weeks(),
        EveryUnit::Months => count.months(),
    }
}

fn done_on(facts: &[DutyEvent], clause: &ClauseId, cycle: u32, zone: &TimeZone) -> Option<Date> {
    let facts = standing(facts, clause, cycle);
    let done = facts
        .into_iter()
        .rfind(|event| matches!(event.fact, DutyFact::Done { .. }))?;
    Some(done.at.to_zoned(zone.clone()).date())
}
