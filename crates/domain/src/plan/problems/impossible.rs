use super::limits::limits;
use super::order::{rank, seen};
use super::{Problem, ProblemCode, binding, side};
use crate::plan::clauses::duty::{Every, EveryUnit, RecurringDuty};
use crate::plan::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use crate::plan::{Asked, Plan, Promise};

/// Limits whose end comes before their beginning in every case. A limit before an announced date is counted backwards on purpose.
pub(super) fn backwards(plan: &Plan) -> Vec<Problem> {
    let is_backwards = |limit: &TimeLimit| {
        rank(limit.from)
            .zip(rank(limit.to))
            .is_some_and(|(from, to)| to < from)
            && bounds(limit).any(|bound| matches!(bound, Bound::Within { .. }))
    };
    limits(plan)
        .into_iter()
        .filter(|(_, _, limit)| is_backwards(limit))
        .map(|(index, clause, limit)| {
            let about = format!("{} > {}", limit.from, limit.to);
            let sides = vec![side(index, clause, about.clone())];
            seen(ProblemCode::Backwards, about, sides)
        })
        .collect()
}

fn bounds(limit: &TimeLimit) -> impl Iterator<Item = &Bound> {
    let otherwise = match &limit.otherwise {
        Otherwise::Bound(bound) => Some(bound),
        Otherwise::NoPromise => None,
    };
    limit.rows.iter().map(|row| &row.bound).chain(otherwise)
}

/// Recurring duties done once in a window that reaches into the next one.
pub(super) fn too_wide(plan: &Plan) -> Vec<Problem> {
    binding(plan)
        .filter_map(|(index, clause)| match &clause.promise {
            Promise::RecurringDuty(duty) => {
                let days = days_of(&duty.every)?;
                let window = window(duty)?;
                let value = format!("-{}/+{}", duty.early_days, duty.late_days);
                (window >= days).then(|| {
                    let about = format!("{window} ≥ {days}");
                    seen(
                        ProblemCode::WindowTooWide,
                        about,
                        vec![side(index, clause, value)],
                    )
                })
            }
            _ => None,
        })
        .collect()
}

/// How many days before and after its day it may be done, where the plan states both.
fn window(duty: &RecurringDuty) -> Option<u64> {
    let (early, late) = (duty.early_days.known()?, duty.late_days.known()?);
    Some(u64::from(*early) + u64::from(*late))
}

/// The longest a rhythm can be in days, where the plan states it.
fn days_of(every: &Every) -> Option<u64> {
    let Asked::Known(count) = every.count else {
        return None;
    };
    let days = match every.unit {
        EveryUnit::Days => 1,
        EveryUnit::Weeks => 7,
        EveryUnit::Months => 31,
    };
    Some(u64::from(count) * days)
}
