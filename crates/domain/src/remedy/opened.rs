//! Which remedies a case has opened.

use std::cmp::Reverse;

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::ground::Ground;
use crate::calendar::Calendar;
use crate::case::event::{CaseEvent, Fact};
use crate::milestone::Milestone;
use crate::obligation::history::{Round, Standing};
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
/// A broken limit gives its right once, whenever that was noted, and each one that broke gives its own.
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
    let noted = |clause: &ClauseId, ground: &Ground| {
        facts.iter().any(|event| match &event.fact {
            Fact::RemedyOpened {
                clause: known,
                ground: before,
            } if known == clause => match ground {
                Ground::LimitBroken { .. } => before == ground,
                _ => event.recorded_at >= round.from,
            },
            _ => false,
        })
    };
    let known = context(&history, plan.zone());
    let remedies = plan
        .clauses(&known)
        .filter_map(|clause| match &clause.promise {
            Promise::Remedy(remedy) => Some((clause, remedy)),
            _ => None,
        });
    remedies
        .flat_map(|(clause, remedy)| {
            let grounds = case.grounds(plan, remedy).into_iter();
            let fresh = grounds.filter(|ground| !noted(&clause.id, ground));
            fresh.map(|ground| Opened {
                clause: clause.id.clone(),
                ground,
            })
        })
        .collect()
}

/// A stretch somebody waited.
struct Wait {
    from: Instant,
    /// `None` while it lasts.
    until: Option<Instant>,
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
    fn grounds(&self, plan: &EffectivePlan, remedy: &Remedy) -> Vec<Ground> {
        match &remedy.trigger {
            Trigger::LimitBroken { clause } => self.broken(clause),
            trigger => self.ground(plan, trigger).into_iter().collect(),
        }
    }

    fn ground(&self, plan: &EffectivePlan, trigger: &Trigger) -> Option<Ground> {
        match trigger {
            Trigger::WithinDaysOfReceipt { days } => self.within(plan.answer(days).ok()?),
            Trigger::SameDefectRepaired { times } => self.same_defect(*times),
            Trigger::RepairedStillFaulty { times } => self.still_faulty(*times),
            Trigger::RepairLongerThan { days } => {
                let (since, until) = self.too_long(&self.repairs(), *days)?;
                Some(Ground::RepairLongerThan { since, until })
            }
            Trigger::PartsMissingFor { days } => {
                let (since, until) = self.too_long(&self.waits_for_parts(), *days)?;
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
            Trigger::LimitBroken { .. }
            | Trigger::OpenBoxDefect
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

    /// Each time a limit broke in the present round, and was not excused.
    fn broken(&self, limit: &ClauseId) -> Vec<Ground> {
        let is_broken = |row: &&Obligation| {
            row.broken_at.is_some_and(|at| at >= self.round.from)
                && row.excuse.is_none()
                && (row.clause == *limit || row.also.contains(limit))
        };
        let broken = self.rows.iter().filter(is_broken);
        let ground = |row: &Obligation| Ground::LimitBroken {
            limit: limit.clone(),
            cycle: row.cycle,
        };
        broken.map(ground).collect()
    }

    /// Repairs in a row for the same cause, in other cases and earlier in this one.
    fn same_defect(&self, times: u32) -> Option<Ground> {
        let cause = self.cause().filter(|cause| *cause != Cause::Unknown)?;
        let reported_on = self.day(self.round.from);
        let here = (self.repairs_that_failed()).map(|repair| (self.day(repair.at), repair.cause));
        let elsewhere = (self.past.repairs.iter())
            .map(|repair| (repair.on, repair.cause))
            .filter(|(on, _)| *on <= reported_on);
        let mut latest_first: Vec<_> = here.collect();
        latest_first.reverse();
        latest_first.extend(elsewhere);
        latest_first.sort_by_key(|(on, _)| Reverse(*on));
        let in_a_row = latest_first
            .iter()
            .take_while(|(_, known)| *known == Some(cause))
            .count();
        let repairs = u32::try_from(in_a_row).unwrap_or(u32::MAX);
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
        let is_faulty = cause.is_some() || self.was_repaired();
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

    /// The repairs of the present round, each from when the unit was not well; the last may not be done.
    fn repairs(&self) -> Vec<Wait> {
        let present = self.rounds.len() - 1;
        let done = self.history.repairs().into_iter();
        let done = done.filter(|repair| repair.round == present);
        let mut repairs: Vec<Wait> = done
            .map(|repair| Wait {
                from: repair.since,
                until: Some(repair.at),
            })
            .collect();
        repairs.extend(
            self.history
                .unrepaired_since()
                .map(|from| Wait { from, until: None }),
        );
        repairs
    }

    /// From when each part was needed until the next one arrived.
    fn waits_for_parts(&self) -> Vec<Wait> {
        let reached = |milestone: Milestone| {
            let within = self.history.within(self.round);
            within.filter(move |fact| fact.event.fact.milestone() == Some(milestone))
        };
        let wait = |needed: Standing<'_>| Wait {
            from: needed.at,
            until: reached(Milestone::PartArrived)
                .find(|arrived| arrived.order > needed.order)
                .map(|arrived| arrived.at),
        };
        reached(Milestone::PartNeeded).map(wait).collect()
    }

    /// The first day and the last one in time of the first wait that was longer, or is longer already.
    fn too_long(&self, waits: &[Wait], days: u32) -> Option<(Date, Date)> {
        let ended = self.round.ended.map(|end| end.at);
        waits.iter().find_map(|wait| {
            let since = self.day(wait.from);
            let until = self.last_day(since, days);
            let over = wait.until.or(ended).unwrap_or(self.now);
            (self.day(over) > until).then_some((since, until))
        })
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

    fn was_repaired(&self) -> bool {
        let mut within = self.history.within(self.round);
        within.any(|fact| fact.event.fact.milestone() == Some(Milestone::Repaired))
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
