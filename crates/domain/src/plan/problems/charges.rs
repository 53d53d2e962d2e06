use super::bounded::Bounded;
use super::{Problem, ProblemCode, Weight, binding, settlement, side};
use crate::plan::clauses::coverage::{AskedCharges, Coverage};
use crate::plan::document::SettledBy;
use crate::plan::{Plan, Promise};

/// Pairs of coverage clauses that charge the same cause differently. A clause for every other cause gives way to one that
/// names the cause, so only two that name it, or two that name none, contradict.
pub(super) fn conflicting(plan: &Plan) -> Vec<Problem> {
    let coverages: Vec<_> = binding(plan)
        .filter_map(|(index, clause)| match &clause.promise {
            Promise::Coverage(coverage) => Some((index, clause, coverage)),
            _ => None,
        })
        .collect();
    let mut found = Bounded::of(ProblemCode::ConflictingCharges);
    'search: for (position, (index, clause, coverage)) in coverages.iter().enumerate() {
        for (other_index, other, later) in &coverages[position + 1..] {
            if coverage.charges == later.charges || !clause.when.overlaps(&other.when) {
                continue;
            }
            let Some(about) = shared(coverage, later) else {
                continue;
            };
            let problem = Problem {
                code: ProblemCode::ConflictingCharges,
                weight: Weight::Hard,
                about,
                sides: vec![
                    side(*index, clause, shown(&coverage.charges)),
                    side(*other_index, other, shown(&later.charges)),
                ],
                settled_by: None,
                governs: None,
                proposal: Some(settlement(&[clause, other], SettledBy::Stricter)),
                floor: None,
            };
            if found.is_full_after(problem) {
                break 'search;
            }
        }
    }
    found.told(coverages.len())
}

/// The causes both clauses speak of in a standing both speak of.
fn shared(one: &Coverage, other: &Coverage) -> Option<String> {
    let standing = one
        .standing
        .iter()
        .any(|standing| other.standing.contains(standing));
    if one.subject != other.subject || !standing {
        return None;
    }
    if one.causes.is_empty() && other.causes.is_empty() {
        return Some(one.subject.to_string());
    }
    let causes: Vec<&str> = one
        .causes
        .iter()
        .filter(|cause| other.causes.contains(cause))
        .map(|cause| cause.as_str())
        .collect();
    (!causes.is_empty()).then(|| causes.join(", "))
}

fn shown(charges: &AskedCharges) -> String {
    let AskedCharges {
        labour,
        parts,
        travel,
        shipping,
    } = charges;
    format!("labour {labour}, parts {parts}, travel {travel}, shipping {shipping}")
}
