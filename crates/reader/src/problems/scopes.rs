//! Two limits for one step whose circumstances overlap without being the same: 1小时内响应 and, far away, 重大故障2小时内响应.

use super::Docket;
use super::contradiction::{COMPARED, Limit, MOST, contradiction};
use super::finding::Conflict;
use super::things::things_apart;
use crate::reading::{Clause, Problem, Settlement, Severity};

/// Lines between two limits from which a reader no longer sees the one as the exception of the other.
const FAR: usize = 4;

/// Limits that could both apply to one case though a plan never says which governs.
pub(super) fn find(docket: &Docket<'_>, limits: &[(&Clause, Limit<'_>)]) -> Vec<Problem> {
    let limits = &limits[..limits.len().min(COMPARED)];
    let mut found = Vec::new();
    for (index, (first, one)) in limits.iter().enumerate() {
        for (second, other) in &limits[index + 1..] {
            if found.len() >= MOST {
                return found;
            }
            if overlap(one, other)
                && apart(docket, first, second)
                && !things_apart(docket, first, second)
            {
                found.push(Problem {
                    severity: Severity::Soft,
                    ..contradiction(
                        &[first, second],
                        Conflict::Scopes,
                        Settlement::DifferentScope,
                    )
                });
            }
        }
    }
    found
}

/// One holds always, the other for a circumstance, and the always is the stricter: the exception is never needed.
fn overlap(one: &Limit<'_>, other: &Limit<'_>) -> bool {
    let (general, special) = match (one.condition.is_blank(), other.condition.is_blank()) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ => return false,
    };
    one.from == other.from
        && one.to == other.to
        && special.condition.other.is_none()
        && special.condition.region.is_none()
        && general.length.minutes() < special.length.minutes()
}

fn apart(docket: &Docket<'_>, first: &Clause, second: &Clause) -> bool {
    let ((one, heading), (other, other_heading)) =
        (docket.place(first.span), docket.place(second.span));
    one.abs_diff(other) >= FAR && heading != other_heading
}
