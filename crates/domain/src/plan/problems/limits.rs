use std::cmp::Ordering;

use super::{Problem, ProblemCode, Weight, binding, settlement, side};
use crate::plan::asked_fields::asked_of;
use crate::plan::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use crate::plan::document::{SettledBy, Unanswered};
use crate::plan::{Asked, Clause, Condition, Plan, Promise};
use crate::time::Limit;

/// One bound of a clause with the whole condition under which it may hold.
pub(super) struct Reach<'a> {
    pub(super) when: Condition,
    pub(super) bound: &'a Bound,
}

impl Reach<'_> {
    /// The limit, where one is stated.
    pub(super) fn limit(&self) -> Option<Limit> {
        match self.bound {
            Bound::Within {
                limit: Asked::Known(limit),
                ..
            } => Some(*limit),
            _ => None,
        }
    }
}

/// Every bound of a clause's table. A row that can never hold under the clause's condition is left out.
pub(super) fn reaches<'a>(clause: &'a Clause, limit: &'a TimeLimit) -> Vec<Reach<'a>> {
    let mut found: Vec<Reach<'a>> = limit
        .rows
        .iter()
        .filter_map(|row| {
            Some(Reach {
                when: clause.when.and(&row.when)?,
                bound: &row.bound,
            })
        })
        .collect();
    if let Otherwise::Bound(bound) = &limit.otherwise {
        found.push(Reach {
            when: clause.when.clone(),
            bound,
        });
    }
    found
}

/// Whether a clause only holds once an agreement sets a limit of its own, which then goes before the plan's.
fn is_agreements_own(plan: &Plan, clause: &Clause) -> bool {
    plan.parameters
        .iter()
        .filter(|parameter| parameter.unanswered == Unanswered::NoPromise)
        .any(|parameter| {
            asked_of(&clause.promise)
                .iter()
                .any(|(asked, _, _)| *asked == parameter.id)
        })
}

/// The binding time limits of a plan.
pub(super) fn limits(plan: &Plan) -> Vec<(usize, &Clause, &TimeLimit)> {
    binding(plan)
        .filter_map(|(index, clause)| match &clause.promise {
            Promise::TimeLimit(limit) => Some((index, clause, limit)),
            _ => None,
        })
        .collect()
}

/// Pairs of clauses that bind the same milestones with different limits where both may hold.
pub(super) fn conflicting(plan: &Plan) -> Vec<Problem> {
    let limits = limits(plan);
    let mut found = Vec::new();
    for (position, (index, clause, limit)) in limits.iter().enumerate() {
        for (other_index, other, other_limit) in &limits[position + 1..] {
            if (limit.from, limit.to) != (other_limit.from, other_limit.to)
                || is_agreements_own(plan, clause)
                || is_agreements_own(plan, other)
            {
                continue;
            }
            let (one, two) = (reaches(clause, limit), reaches(other, other_limit));
            let clashes: Vec<(&Reach<'_>, &Reach<'_>)> = one
                .iter()
                .flat_map(|a| two.iter().map(move |b| (a, b)))
                .filter(|(a, b)| a.bound != b.bound && a.when.overlaps(&b.when))
                .collect();
            if clashes.is_empty() {
                continue;
            }
            let ranks: Option<Vec<Ordering>> = clashes
                .iter()
                .map(|(a, b)| a.limit()?.strictness(b.limit()?))
                .collect();
            let ranked = ranks.is_some();
            let governs = ranks.and_then(|ranks| {
                if ranks.iter().all(|rank| rank.is_le()) {
                    Some(clause.id.clone())
                } else if ranks.iter().all(|rank| rank.is_ge()) {
                    Some(other.id.clone())
                } else {
                    None
                }
            });
            let by = if ranked {
                SettledBy::Stricter
            } else {
                SettledBy::Agreement
            };
            found.push(Problem {
                code: ProblemCode::ConflictingLimits,
                weight: if ranked { Weight::Soft } else { Weight::Hard },
                about: format!("{} > {}", limit.from, limit.to),
                sides: vec![
                    side(*index, clause, shown(&one)),
                    side(*other_index, other, shown(&two)),
                ],
                settled_by: None,
                governs,
                proposal: Some(settlement(&[clause, other], by)),
                floor: None,
            });
        }
    }
    found
}

/// The bounds of a table in one line: `natural:PT2H / natural:PT16H (natural:PT4H)`.
pub(super) fn shown(reaches: &[Reach<'_>]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for reach in reaches {
        let line = match reach.bound {
            Bound::Within {
                limit,
                target: Some(target),
            } => format!("{limit} ({target})"),
            Bound::Within {
                limit,
                target: None,
            } => limit.to_string(),
            Bound::Appointment {
                early_minutes,
                late_minutes,
            } => {
                format!("appointment -{early_minutes}/+{late_minutes} min")
            }
            Bound::Before { limit } => format!("before {limit}"),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.join(" / ")
}
