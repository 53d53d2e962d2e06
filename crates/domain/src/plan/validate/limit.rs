use std::cmp::Ordering;

use super::known::Known;
use super::{FaultCode, Faults, MAX_MINUTES, condition};
use crate::plan::Asked;
use crate::plan::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use crate::time::Limit;

/// A time limit runs between two milestones, and every bound of its table leaves some time.
pub(super) fn check(limit: &TimeLimit, pointer: &str, known: &Known<'_>, faults: &mut Faults) {
    if limit.from == limit.to {
        faults.add(FaultCode::SameMilestone, format!("{pointer}/to"), limit.to);
    }
    condition::check_rows(
        limit.rows.iter().map(|row| &row.when),
        &format!("{pointer}/rows"),
        known,
        faults,
    );
    for (index, row) in limit.rows.iter().enumerate() {
        check_bound(&row.bound, &format!("{pointer}/rows/{index}/bound"), faults);
    }
    match &limit.otherwise {
        Otherwise::Bound(bound) => {
            check_bound(bound, &format!("{pointer}/otherwise/bound"), faults);
        }
        Otherwise::NoPromise if limit.rows.is_empty() => {
            faults.add(FaultCode::EmptyList, format!("{pointer}/rows"), "[]");
        }
        Otherwise::NoPromise => {}
    }
    faults.percents(
        &limit.warn_at_percent,
        &format!("{pointer}/warn_at_percent"),
    );
}

/// One bound leaves some time, and aims no later than it allows.
pub(crate) fn check_bound(bound: &Bound, pointer: &str, faults: &mut Faults) {
    match bound {
        Bound::Within { limit, target } => {
            not_zero(limit, format!("{pointer}/limit"), faults);
            let Some(target) = target else { return };
            not_zero(target, format!("{pointer}/target"), faults);
            if let (Some(limit), Some(aim)) = (limit.known(), target.known())
                && aim.strictness(*limit) == Some(Ordering::Greater)
            {
                faults.add(
                    FaultCode::TargetAfterLimit,
                    format!("{pointer}/target"),
                    aim,
                );
            }
        }
        Bound::Before { limit } => not_zero(limit, format!("{pointer}/limit"), faults),
        Bound::Appointment {
            early_minutes,
            late_minutes,
        } => {
            let (early, late) = (
                format!("{pointer}/early_minutes"),
                format!("{pointer}/late_minutes"),
            );
            faults.at_most_if_known(early_minutes, MAX_MINUTES, early);
            faults.at_most_if_known(late_minutes, MAX_MINUTES, late);
        }
    }
}

pub(super) fn not_zero(limit: &Asked<Limit>, pointer: String, faults: &mut Faults) {
    if let Some(limit) = limit.known().filter(|limit| limit.is_zero()) {
        faults.add(FaultCode::ZeroLimit, pointer, limit);
    }
}
