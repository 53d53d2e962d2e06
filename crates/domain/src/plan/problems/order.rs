use std::cmp::Ordering;

use super::bounded::Bounded;
use super::limits::{Reach, limits, reaches, shown};
use super::{Problem, ProblemCode, Side, Weight, side};
use crate::milestone::Milestone;
use crate::plan::Plan;
use crate::slug::SeverityId;

/// Milestones of a case in the order in which they come, those that may be skipped among them.
const IN_ORDER: &[Milestone] = &[
    Milestone::Reported,
    Milestone::Acknowledged,
    Milestone::Answered,
    Milestone::OnSite,
    Milestone::Restored,
    Milestone::Repaired,
    Milestone::Accepted,
    Milestone::Closed,
];

pub(super) fn seen(code: ProblemCode, about: String, sides: Vec<Side>) -> Problem {
    Problem {
        code,
        weight: Weight::Soft,
        about,
        sides,
        settled_by: None,
        governs: None,
        proposal: None,
        floor: None,
    }
}

/// Where a milestone comes among those in order.
pub(super) fn rank(milestone: Milestone) -> Option<usize> {
    IN_ORDER.iter().position(|known| *known == milestone)
}

/// Limits from the same start whose earlier milestone may come certainly later than their later one.
pub(super) fn out_of_order(plan: &Plan) -> Vec<Problem> {
    let limits: Vec<_> = limits(plan)
        .into_iter()
        .filter_map(|(index, clause, limit)| {
            let place = rank(limit.to)?;
            Some((index, clause, limit, place, reaches(clause, limit)))
        })
        .collect();
    let mut found = Bounded::of(ProblemCode::OutOfOrder);
    'search: for (index, clause, limit, first, one) in &limits {
        for (other_index, other, later, second, two) in &limits {
            if limit.from != later.from || first >= second {
                continue;
            }
            let is_longer = |a: &Reach<'_>| {
                two.iter()
                    .any(|b| certainly_longer(a, b) && a.when.overlaps(&b.when))
            };
            if one.iter().any(is_longer) {
                let problem = seen(
                    ProblemCode::OutOfOrder,
                    format!("{} > {} > {}", limit.from, limit.to, later.to),
                    vec![
                        side(*index, clause, shown(one)),
                        side(*other_index, other, shown(two)),
                    ],
                );
                if found.is_full_after(problem) {
                    break 'search;
                }
            }
        }
    }
    found.told(limits.len())
}

fn certainly_longer(one: &Reach<'_>, other: &Reach<'_>) -> bool {
    match (one.limit(), other.limit()) {
        (Some(one), Some(other)) => one.strictness(other) == Some(Ordering::Greater),
        _ => false,
    }
}

/// Clauses in which a graver fault has a longer limit than a lesser one, all else being equal.
pub(super) fn graver_is_slower(plan: &Plan) -> Vec<Problem> {
    let mut found = Vec::new();
    for (index, clause, limit) in limits(plan) {
        let reaches = reaches(clause, limit);
        let slower = plan.severities.windows(2).find(|pair| {
            reaches.iter().any(|grave| {
                reaches
                    .iter()
                    .any(|milder| slower_for(grave, milder, &pair[0].id, &pair[1].id))
            })
        });
        if let Some(pair) = slower {
            let about = format!("{} / {}", pair[0].label, pair[1].label);
            found.push(seen(
                ProblemCode::GraverIsSlower,
                about,
                vec![side(index, clause, shown(&reaches))],
            ));
        }
    }
    found
}

/// Both rows differ only in their level, and the graver one's limit is certainly longer.
fn slower_for(
    grave: &Reach<'_>,
    milder: &Reach<'_>,
    graver_id: &SeverityId,
    milder_id: &SeverityId,
) -> bool {
    let mut same = grave.when.clone();
    same.severity.clone_from(&milder.when.severity);
    grave.when.severity.contains(graver_id)
        && milder.when.severity.contains(milder_id)
        && same == milder.when
        && certainly_longer(grave, milder)
}
