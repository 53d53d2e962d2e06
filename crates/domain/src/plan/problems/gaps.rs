use std::collections::{BTreeMap, BTreeSet};

use super::limits::limits;
use super::{Problem, ProblemCode, Side, Weight, side};
use crate::plan::asked_fields::asked_of;
use crate::plan::clauses::coverage::{Standing, Subject};
use crate::plan::clauses::fee::Fee;
use crate::plan::clauses::time_limit::Otherwise;
use crate::plan::document::Severity;
use crate::plan::{Condition, Plan, Promise};
use crate::slug::{ParameterId, QuestionType, RegionKey, ServiceLevelId, SeverityId};

/// What the plan defines and never uses, leaves open, or forgets.
pub(super) fn gaps(plan: &Plan) -> Vec<Problem> {
    let mut found = Vec::new();
    forgotten(plan, &mut found);
    uncovered(plan, &mut found);
    dimensions(plan, &mut found);
    grading(plan, &mut found);
    years(plan, &mut found);
    asked(plan, &mut found);
    found
}

fn gap(code: ProblemCode, about: String, sides: Vec<Side>) -> Problem {
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

fn forgotten(plan: &Plan, found: &mut Vec<Problem>) {
    if plan.clauses.is_empty() {
        return;
    }
    let has = |kind: &str| {
        plan.clauses
            .iter()
            .any(|clause| clause.promise.kind() == kind)
    };
    for (kind, code) in [
        ("warranty_term", ProblemCode::NoTerm),
        ("coverage", ProblemCode::NoCoverage),
    ] {
        if !has(kind) {
            found.push(gap(code, kind.to_owned(), Vec::new()));
        }
    }
}

/// States of the warranty for which no clause says what a repair costs.
fn uncovered(plan: &Plan, found: &mut Vec<Problem>) {
    let stated: Vec<Standing> = plan
        .clauses
        .iter()
        .filter_map(|clause| match &clause.promise {
            Promise::Coverage(coverage) if coverage.subject == Subject::Repair => {
                Some(&coverage.standing)
            }
            _ => None,
        })
        .flatten()
        .copied()
        .collect();
    for standing in [Standing::InWarranty, Standing::OutOfWarranty] {
        if !stated.is_empty() && !stated.contains(&standing) {
            found.push(gap(
                ProblemCode::StandingWithoutCoverage,
                standing.to_string(),
                Vec::new(),
            ));
        }
    }
}

/// One dimension a plan defines values of: its name, the values with their labels, and where a condition states them.
struct Dimension<'a> {
    name: &'static str,
    defined: Vec<(&'a str, &'a str)>,
    stated: fn(&Condition) -> Vec<&str>,
}

fn dimensions(plan: &Plan, found: &mut Vec<Problem>) {
    let all = [
        Dimension {
            name: "severity",
            defined: plan
                .severities
                .iter()
                .map(|one| (one.id.as_str(), one.label.as_str()))
                .collect(),
            stated: |when| when.severity.iter().map(SeverityId::as_str).collect(),
        },
        Dimension {
            name: "service_level",
            defined: plan
                .service_levels
                .iter()
                .map(|one| (one.id.as_str(), one.label.as_str()))
                .collect(),
            stated: |when| {
                when.service_level
                    .iter()
                    .map(ServiceLevelId::as_str)
                    .collect()
            },
        },
        Dimension {
            name: "region",
            defined: plan
                .regions
                .iter()
                .map(|one| (one.id.as_str(), one.label.as_str()))
                .collect(),
            stated: |when| when.region.iter().map(RegionKey::as_str).collect(),
        },
        Dimension {
            name: "question",
            defined: plan
                .question_types
                .iter()
                .map(|one| (one.id.as_str(), one.label.as_str()))
                .collect(),
            stated: |when| when.question.iter().map(QuestionType::as_str).collect(),
        },
    ];
    for dimension in &all {
        without_limit(plan, dimension, found);
        never_used(plan, dimension, found);
    }
}

/// Tables that tell values of a dimension apart in every row, promise nothing by default, and leave a value out.
fn without_limit(plan: &Plan, dimension: &Dimension<'_>, found: &mut Vec<Problem>) {
    for (index, clause, limit) in limits(plan) {
        let by_row: Vec<Vec<&str>> = limit
            .rows
            .iter()
            .map(|row| (dimension.stated)(&row.when))
            .collect();
        let of_clause = (dimension.stated)(&clause.when);
        if by_row.is_empty()
            || by_row.iter().any(Vec::is_empty)
            || limit.otherwise != Otherwise::NoPromise
        {
            continue;
        }
        let stated = by_row.concat();
        let left: Vec<&str> = dimension
            .defined
            .iter()
            .filter(|(id, _)| {
                !stated.contains(id) && (of_clause.is_empty() || of_clause.contains(id))
            })
            .map(|(_, label)| *label)
            .collect();
        // Kinds of question are no scale: one that is told apart, 退款, says nothing of all others.
        let few = dimension.name != "question" || left.len() < stated.len();
        if !left.is_empty() && few {
            let about = format!("{}: {}", dimension.name, left.join(", "));
            let value = format!("{} > {}", limit.from, limit.to);
            found.push(gap(
                ProblemCode::WithoutLimit,
                about,
                vec![side(index, clause, value)],
            ));
        }
    }
}

fn never_used(plan: &Plan, dimension: &Dimension<'_>, found: &mut Vec<Problem>) {
    let mut used: Vec<&str> = conditions(plan)
        .into_iter()
        .flat_map(dimension.stated)
        .collect();
    if dimension.name == "severity" {
        used.extend(levels_of_documents(plan));
    }
    let left: Vec<&str> = dimension
        .defined
        .iter()
        .filter(|(id, _)| !used.contains(id))
        .map(|(_, label)| *label)
        .collect();
    if !left.is_empty() {
        found.push(gap(
            ProblemCode::NeverUsed,
            format!("{}: {}", dimension.name, left.join(", ")),
            Vec::new(),
        ));
    }
}

fn levels_of_documents(plan: &Plan) -> impl Iterator<Item = &str> {
    plan.clauses
        .iter()
        .filter_map(|clause| match &clause.promise {
            Promise::Document(document) => Some(&document.after_levels),
            _ => None,
        })
        .flatten()
        .map(SeverityId::as_str)
}

/// Every condition of a plan's clauses and tables.
fn conditions(plan: &Plan) -> Vec<&Condition> {
    let mut all = Vec::new();
    for clause in &plan.clauses {
        all.push(&clause.when);
        match &clause.promise {
            Promise::TimeLimit(limit) => all.extend(limit.rows.iter().map(|row| &row.when)),
            Promise::Fee(Fee::CallOut { rows, .. }) => all.extend(rows.iter().map(|row| &row.when)),
            _ => {}
        }
    }
    all
}

fn grading(plan: &Plan, found: &mut Vec<Problem>) {
    if plan.severities.is_empty() {
        return;
    }
    let labels = |keep: &dyn Fn(&Severity) -> bool| -> String {
        let kept = plan.severities.iter().filter(|level| keep(level));
        kept.map(|level| level.label.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let Some(grading) = &plan.grading else {
        found.push(gap(ProblemCode::NotGraded, labels(&|_| true), Vec::new()));
        return;
    };
    let reached = |level: &Severity| {
        level.id == grading.otherwise || grading.rules.iter().any(|rule| rule.level == level.id)
    };
    let never = labels(&|level| !reached(level));
    if !never.is_empty() {
        found.push(gap(ProblemCode::NeverGraded, never, Vec::new()));
    }
}

/// The most years looked through for one without a rate.
const MAX_YEARS: u32 = 100;

fn years(plan: &Plan, found: &mut Vec<Problem>) {
    for (index, clause) in plan.clauses.iter().enumerate() {
        let Promise::Fee(Fee::PersonDay { by_year }) = &clause.promise else {
            continue;
        };
        let last = by_year.last().map_or(0, |rate| rate.year).min(MAX_YEARS);
        let missing: Vec<String> = (1..last)
            .filter(|year| !by_year.iter().any(|rate| rate.year == *year))
            .map(|year| year.to_string())
            .collect();
        if !missing.is_empty() {
            let rates: Vec<String> = by_year
                .iter()
                .map(|rate| format!("{}: {}", rate.year, rate.fen))
                .collect();
            found.push(gap(
                ProblemCode::YearMissing,
                missing.join(", "),
                vec![side(index, clause, rates.join(", "))],
            ));
        }
    }
}

fn asked(plan: &Plan, found: &mut Vec<Problem>) {
    let mut askers: BTreeMap<ParameterId, Vec<Side>> = BTreeMap::new();
    for (index, clause) in plan.clauses.iter().enumerate() {
        let asked: BTreeSet<ParameterId> = asked_of(&clause.promise)
            .into_iter()
            .map(|(asked, _, _)| asked)
            .collect();
        for parameter in asked {
            let said = side(index, clause, parameter.to_string());
            askers.entry(parameter).or_default().push(said);
        }
    }
    for parameter in &plan.parameters {
        let sides = askers.get(&parameter.id).cloned().unwrap_or_default();
        let code = if sides.is_empty() {
            ProblemCode::ParameterNeverUsed
        } else {
            ProblemCode::Asked
        };
        found.push(gap(code, parameter.question.clone(), sides));
    }
}
