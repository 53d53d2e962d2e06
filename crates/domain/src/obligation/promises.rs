//! From clauses to promises in time: tables looked up, questions answered, the agreement's own limits put in place.

use std::collections::BTreeMap;

use super::cycle::Slot;
use super::promise::{BoundSource, Bounded, TimePromise, WarningMark};
use super::row::Problem;
use crate::access::Role;
use crate::milestone::Milestone;
use crate::plan::clauses::document::IssuedDocument;
use crate::plan::clauses::time_limit::{Bound, TimeLimit};
use crate::plan::effective::EffectivePlan;
use crate::plan::{Asked, Clause, Context, Party, Promise};
use crate::slug::CalendarName;
use crate::time::{DayEnd, Limit};

/// Every promise in time the supplier makes in this context, in the order of the plan.
pub(super) fn promises(plan: &EffectivePlan, context: &Context) -> Vec<TimePromise> {
    let owed = plan
        .clauses(context)
        .filter(|clause| clause.binds == Party::Supplier);
    let promise = |clause: &Clause| match &clause.promise {
        Promise::TimeLimit(limit) => of_time_limit(plan, context, clause, limit),
        Promise::Document(document) => of_document(plan, context, clause, document),
        _ => None,
    };
    let all: Vec<TimePromise> = owed.filter_map(promise).collect();
    let goes_first = |one: &TimePromise| plan.goes_first(&one.clause);
    let own: Vec<Slot> = (all.iter().filter(|one| goes_first(one)))
        .map(|one| one.slot)
        .collect();
    let holds = |one: &TimePromise| {
        goes_first(one) || plan.is_of_law(&one.clause) || !own.contains(&one.slot)
    };
    all.into_iter().filter(holds).collect()
}

fn of_time_limit(
    plan: &EffectivePlan,
    context: &Context,
    clause: &Clause,
    limit: &TimeLimit,
) -> Option<TimePromise> {
    let (bound, chosen) = limit.bound_for(context);
    let bound = bound?;
    let row = chosen.row.and_then(|row| u32::try_from(row).ok());
    let source = source(plan, clause);
    let bound = answered(plan, bound);
    let calendar = limit.calendar.clone();
    Some(TimePromise {
        clause: clause.id.clone(),
        strength: clause.strength,
        slot: Slot {
            from: limit.from,
            to: limit.to,
            document: None,
        },
        calendar: calendar.unwrap_or_else(|| calendar_for(plan, &bound)),
        bound,
        row,
        source,
        day_end: limit.day_end,
        pausable_by: limit.pausable_by.clone(),
        marks: marks(plan, &limit.warn_at_percent),
    })
}

fn source(plan: &EffectivePlan, clause: &Clause) -> BoundSource {
    if plan.is_of_agreement(&clause.id) {
        BoundSource::Agreement
    } else {
        BoundSource::Plan
    }
}

/// A document promised after a milestone; one that is due on request has no clock.
fn of_document(
    plan: &EffectivePlan,
    context: &Context,
    clause: &Clause,
    document: &IssuedDocument,
) -> Option<TimePromise> {
    let after = document.after?;
    let levels = &document.after_levels;
    let concerns = |level| levels.contains(level);
    if !levels.is_empty() && !context.severity.as_ref().is_some_and(concerns) {
        return None;
    }
    let bound = match &document.within {
        Some(limit) => within(plan, limit, None),
        None => Bounded::Unbounded,
    };
    Some(TimePromise {
        clause: clause.id.clone(),
        strength: clause.strength,
        slot: Slot {
            from: after,
            to: Milestone::ReportDelivered,
            document: Some(document.document),
        },
        calendar: calendar_for(plan, &bound),
        bound,
        row: None,
        source: BoundSource::Plan,
        day_end: DayEnd::default(),
        pausable_by: Vec::new(),
        marks: marks(plan, &[]),
    })
}

/// The plan's calendar. Where that one never closes, working time is counted in office hours: three working days are three
/// on which offices work, also of a plan that answers day and night.
fn calendar_for(plan: &EffectivePlan, bound: &Bounded) -> CalendarName {
    let own = &plan.plan().calendar;
    let is_working_time = matches!(
        bound,
        Bounded::Within { limit, .. } | Bounded::Before { limit } if limit.is_working()
    );
    if is_working_time && own.never_closes() {
        CalendarName::office()
    } else {
        own.clone()
    }
}

fn answered(plan: &EffectivePlan, bound: &Bound) -> Bounded {
    match bound {
        Bound::Within { limit, target } => within(plan, limit, target.as_ref()),
        Bound::Appointment {
            early_minutes,
            late_minutes,
        } => match (plan.answer(early_minutes), plan.answer(late_minutes)) {
            (Ok(early_minutes), Ok(late_minutes)) => Bounded::Appointment {
                early_minutes,
                late_minutes,
            },
            (Err(parameter), _) | (_, Err(parameter)) => {
                Bounded::Unknown(Problem::NotAnswered { parameter })
            }
        },
        Bound::Before { limit } => match plan.answer(limit) {
            Ok(limit) => Bounded::Before { limit },
            Err(parameter) => Bounded::Unknown(Problem::NotAnswered { parameter }),
        },
    }
}

/// A target without an answer is left out: what is missed is the limit.
fn within(plan: &EffectivePlan, limit: &Asked<Limit>, target: Option<&Asked<Limit>>) -> Bounded {
    match plan.answer(limit) {
        Ok(limit) => Bounded::Within {
            limit,
            target: target.and_then(|target| plan.answer(target).ok()),
        },
        Err(parameter) => Bounded::Unknown(Problem::NotAnswered { parameter }),
    }
}

/// The clause's marks or else the plan's, and those at which somebody besides the owner is told.
fn marks(plan: &EffectivePlan, own: &[u8]) -> Vec<WarningMark> {
    let percents = if own.is_empty() {
        &plan.plan().warn_at_percent
    } else {
        own
    };
    let mut by_percent: BTreeMap<u8, Vec<Role>> = BTreeMap::new();
    for percent in percents {
        by_percent.entry(*percent).or_default();
    }
    for escalation in &plan.plan().escalations {
        let roles = by_percent.entry(escalation.at_percent).or_default();
        if !roles.contains(&escalation.to) {
            roles.push(escalation.to);
        }
    }
    let marks = by_percent
        .into_iter()
        .filter(|(percent, _)| (1..=100).contains(percent));
    marks
        .map(|(percent, escalate_to)| WarningMark {
            percent,
            escalate_to,
        })
        .collect()
}
