//! Which remedies a case has opened.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::ground::Ground;
use crate::calendar::Calendar;
use crate::case::event::{CaseEvent, Fact};
use crate::milestone::Milestone;
use crate::obligation::history::Round;
use crate::obligation::repaired::Repair;
use crate::obligation::{Calendars, History, Obligation, context};
use crate::plan::clauses::coverage::Cause;
use crate::plan::clauses::remedy::{Remedy, Trigger};
use crate::plan::{EffectivePlan, Promise};
use crate::slug::ClauseId;
use crate::time::Instant;

/// A remedy that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The clause that gives it.
    pub clause: ClauseId,
    /// What opened it.
    pub ground: Ground,
}

/// What is known of a unit besides the case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitPast {
    /// The day the customer received it.
    pub received_on: Option<Date>,
    /// Its repairs in other cases, the latest first.
    pub repairs: Vec<PastRepair>,
}

/// A repair of the unit in another case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastRepair {
    /// The day it was repaired.
    pub on: Date,
    /// The cause decided there, if one was.
    pub cause: Option<Cause>,
}

/// The remedies of the plan that apply to the case as it is known and whose trigger holds in its present round, in the
/// order of the plan; without those that were noted since the round began, withdrawn or not: what a person took back is not raised again.
///
/// Triggers nobody can read off facts are left to people: a defect seen at unboxing, goods past their shelf life, goods
/// bought at a distance that the customer does not want, a failure that is grave, a repair that is not possible soon.
pub fn opened(
    plan: &EffectivePlan,
    calendars: &Calendars,
    facts: &[CaseEvent],
    rows: &[Obligation],
    past: &UnitPast,
    now: Instant,
) -> Vec<Opened> {
    let history = History::read(facts);
    let rounds = history.rounds();
    let Some(round) = rounds.last() else {
        return Vec::new();
    };
    let case = Case {
        history: &history,
        rounds: &rounds,
        round,
        rows,
        past,
        calendar: calendars.get(&plan.plan().calendar),
        zone: plan.zone(),
        now,
    };
    let noted = |clause: &ClauseId| {
        facts.iter().any(|event| {
            event.recorded_at >= round.from
                && matches!(&event.fact, Fact::RemedyOpened { clause: known, .. } if known == clause)
        })
    };
    let known = context(&history, plan.zone());
    let remedies = plan
        .clauses(&known)
        .filter_map(|clause| match &clause.promise {
            Promise::Remedy(remedy) if !noted(&clause.id) => Some((clause, remedy)),
            _ => None,
        });
    remedies
        .filter_map(|(clause, remedy)| {
            Some(Opened {
                clause: clause.id.clone(),
                ground: case.ground(plan, remedy)?,
            })
        })
        .collect()
}

struct Case<'a> {
    history: &'a History<'a>,
    rounds: &'a [Round],
    round: &'a Round,
    rows: &'a [Obligation],
    past: &'a UnitPast,
    calendar: Option<&'a Calendar>,
    zone: &'a TimeZone,
    now: Instant,
}

impl Case<'_> {
    fn ground(&self, plan: &EffectivePlan, remedy: &Remedy) -> Option<Ground> {
        match &remedy.trigger {
            Trigger::WithinDaysOfReceipt { days } => self.within(plan.answer(days).ok()?),
            Trigger::SameDefectRepaired { times } => self.same_defect(*times),
            Trigger::RepairedStillFaulty { times } => self.still_faulty(*times),
            Trigger::RepairLongerThan { days } => {
                let until = self.too_long(self.round.from, *days, Milestone::Repaired)?;
                let since = self.day(self.round.from);
                Some(Ground::RepairLongerThan { since, until })
            }
            Trigger::PartsMissingFor { days } => {
                let needed = self.within_round(Milestone::PartNeeded)?;
                let until = self.too_long(needed, *days, Milestone::PartArrived)?;
                let since = self.day(needed);
                Some(Ground::PartsMissingFor { since, until })
            }
            Trigger::OwnFaultConfirmed => {
                let cause = self.cause().filter(|cause| is_own_fault(*cause))?;
                Some(Ground::OwnFaultConfirmed { cause })
            }
            Trigger::CustomerFaultConfirmed => {
                let cause = self.cause().filter(|cause| is_customers_fault(*cause))?;
                Some(Ground::CustomerFaultConfirmed { cause })
            }
            Trigger::LimitBroken { clause } => {
                let row = self.rows.iter().rfind(|row| row.breaks(clause))?;
                Some(Ground::LimitBroken {
                    limit: clause.clone(),
                    cycle: row.cycle,
                })
            }
            Trigger::OpenBoxDefect
            | Trigger::ExpiredGoods
            | Trigger::DistanceSale { .. }
            | Trigger::SafetyDefect { .. }
            | Trigger::NotRepairableSoon => None,
        }
    }

    /// Reported within so many days of receipt.
    fn within(&self, days: u32) -> Option<Ground> {
        let received_on = self.past.received_on?;
        let reported_on = self.day(self.round.from);
        let last = self.last_day(received_on, days);
        let fits = received_on <= reported_on && reported_on <= last;
        let is_blameless = self.cause().is_none_or(|cause| !is_customers_fault(cause));
        (fits && is_blameless).then_some(Ground::WithinDaysOfReceipt {
            received_on,
            reported_on,
            days,
        })
    }

    /// Repairs in a row for the same cause, in other cases and earlier in this one.
    fn same_defect(&self, times: u32) -> Option<Ground> {
        let cause = self.cause().filter(|cause| *cause != Cause::Unknown)?;
        let reported_on = self.day(self.round.from);
        let before = self
            .past
            .repairs
            .iter()
            .filter(|repair| repair.on <= reported_on);
        let in_a_row = before
            .take_while(|repair| repair.cause == Some(cause))
            .count();
        let here = self.repairs_that_failed().count();
        let repairs = u32::try_from(in_a_row + here).unwrap_or(u32::MAX);
        (repairs >= times).then_some(Ground::SameDefectRepaired {
            cause,
            repairs,
            times,
        })
    }

    /// Repairs since receipt, in other cases and earlier in this one, whatever was repaired: the law asks whether
    /// the goods work, not whether the same thing failed. What the customer did to them and
    /// what merely wore out counts for nothing. That they are
    /// faulty again is known once the cause is decided or they were repaired anew; a report alone may be a mere question.
    fn still_faulty(&self, times: u32) -> Option<Ground> {
        let cause = self.cause();
        let is_faulty = cause.is_some() || self.within_round(Milestone::Repaired).is_some();
        if !is_faulty || cause.is_some_and(is_no_fault_of_the_goods) {
            return None;
        }
        let reported_on = self.day(self.round.from);
        let received_on = self.past.received_on.unwrap_or(Date::MIN);
        let elsewhere = self
            .past
            .repairs
            .iter()
            .filter(|repair| received_on <= repair.on && repair.on <= reported_on)
            .filter(|repair| !repair.cause.is_some_and(is_no_fault_of_the_goods))
            .count();
        let here = self
            .repairs_that_failed()
            .filter(|repair| !repair.cause.is_some_and(is_no_fault_of_the_goods))
            .count();
        let repairs = u32::try_from(elsewhere + here).unwrap_or(u32::MAX);
        (repairs >= times).then_some(Ground::RepairedStillFaulty { repairs, times })
    }

    /// The repairs of this case after which there is something to repair again: those of earlier rounds, and those of this one
    /// after which work began anew.
    fn repairs_that_failed(&self) -> impl Iterator<Item = Repair> {
        let present = self.rounds.len() - 1;
        let repairs = self.history.repairs().into_iter();
        repairs.filter(move |repair| repair.round < present || repair.is_failed)
    }

    /// The last day in time, when a milestone came after it or has not come though it is past.
    fn too_long(&self, from: Instant, days: u32, to: Milestone) -> Option<Date> {
        let until = self.last_day(self.day(from), days);
        let ended = self.round.ended.map(|end| end.at);
        let reached = self.within_round(to).or(ended).unwrap_or(self.now);
        (self.day(reached) > until).then_some(until)
    }

    /// The last of so many days: the first does not count, and a last one on a holiday moves (Civil Code 201, 203).
    fn last_day(&self, first: Date, days: u32) -> Date {
        let last = first.saturating_add(i64::from(days).days());
        self.calendar
            .map_or(last, |calendar| calendar.last_day_from(last))
    }

    fn cause(&self) -> Option<Cause> {
        self.cause_in(self.round)
    }

    /// What was decided last in a round.
    fn cause_in(&self, round: &Round) -> Option<Cause> {
        let decided = self.history.facts().iter().rev();
        decided
            .filter(|fact| {
                fact.order >= round.order && round.ended.is_none_or(|end| fact.order <= end.order)
            })
            .find_map(|fact| match fact.event.fact {
                Fact::CauseDecided { cause, .. } => Some(cause),
                _ => None,
            })
    }

    fn within_round(&self, milestone: Milestone) -> Option<Instant> {
        self.reached_in(self.round, milestone)
    }

    fn reached_in(&self, round: &Round, milestone: Milestone) -> Option<Instant> {
        let mut reached = self.history.reached(milestone).filter(|fact| {
            fact.order >= round.order && round.ended.is_none_or(|end| fact.order <= end.order)
        });
        reached.next().map(|fact| fact.at)
    }

    fn day(&self, at: Instant) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }
}

/// What the supplier made, chose, mounted or programmed.
const fn is_own_fault(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::Design
            | Cause::Process
            | Cause::Material
            | Cause::Accessory
            | Cause::Manufacture
            | Cause::Installation
            | Cause::OwnWorkmanship
            | Cause::SoftwareBug
    )
}

/// Whether a cause says nothing of how the goods perform.
const fn is_no_fault_of_the_goods(cause: Cause) -> bool {
    is_customers_fault(cause) || matches!(cause, Cause::Wear)
}

/// What the customer did to it.
const fn is_customers_fault(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::OperatorError
            | Cause::Misuse
            | Cause::WrongInstallation
            | Cause::UnauthorisedRepair
            | Cause::UnauthorisedDisassembly
            | Cause::UnauthorisedMove
            | Cause::ChangedEnvironment
            | Cause::WrongVoltage
            | Cause::NonCompliantAccessory
            | Cause::AlteredSerial
    )
}
