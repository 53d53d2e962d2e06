use std::cmp::Ordering;

use super::bounded::Bounded;
use super::{Problem, ProblemCode, Side, Weight, binding, settlement, side};
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
    let asked = asked_of(&clause.promise);
    !asked.is_empty()
        && plan
            .parameters
            .iter()
            .filter(|parameter| parameter.unanswered == Unanswered::NoPromise)
            .any(|parameter| asked.iter().any(|(asked, _, _)| *asked == parameter.id))
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
    let limits: Vec<Stretch<'_>> = limits(plan)
        .into_iter()
        .filter(|(_, clause, _)| !is_agreements_own(plan, clause))
        .map(|(index, clause, limit)| Stretch {
            index,
            clause,
            limit,
            reaches: reaches(clause, limit),
        })
        .collect();
    let mut found = Bounded::of(ProblemCode::ConflictingLimits);
    'search: for (position, one) in limits.iter().enumerate() {
        for two in &limits[position + 1..] {
            if let Some(problem) = one.against(two)
                && found.is_full_after(problem)
            {
                break 'search;
            }
        }
    }
    found.told(limits.len())
}

/// A clause that binds two milestones, with every bound of its table.
struct Stretch<'a> {
    index: usize,
    clause: &'a Clause,
    limit: &'a TimeLimit,
    reaches: Vec<Reach<'a>>,
}

impl Stretch<'_> {
    /// The contradiction with another clause on the same milestones, if there is one.
    fn against(&self, other: &Self) -> Option<Problem> {
        if (self.limit.from, self.limit.to) != (other.limit.from, other.limit.to) {
            return None;
        }
        let pairs = self
            .reaches
            .iter()
            .flat_map(|a| other.reaches.iter().map(move |b| (a, b)));
        let clashes: Vec<_> = pairs
            .filter(|(a, b)| a.bound != b.bound && a.when.overlaps(&b.when))
            .collect();
        clashes.first()?;
        let ranks: Option<Vec<Ordering>> = clashes
            .iter()
            .map(|(a, b)| a.limit()?.strictness(b.limit()?))
            .collect();
        let ranked = ranks.is_some();
        let governs = ranks.and_then(|ranks| {
            if ranks.iter().all(|rank| rank.is_le()) {
                Some(self.clause.id.clone())
            } else if ranks.iter().all(|rank| rank.is_ge()) {
                Some(other.clause.id.clone())
            } else {
                None
            }
        });
        let by = if ranked {
            SettledBy::Stricter
        } else {
            SettledBy::Agreement
        };
        Some(Problem {
            code: ProblemCode::ConflictingLimits,
            weight: if ranked { Weight::Soft } else { Weight::Hard },
            about: format!("{} > {}", self.limit.from, self.limit.to),
            sides: vec![self.side(), other.side()],
            settled_by: None,
            governs,
            proposal: Some(settlement(&[self.clause, other.clause], by)),
            floor: None,
        })
    }

    fn side(&self) -> Side {
        side(self.index, self.clause, shown(&self.reaches))
    }
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
