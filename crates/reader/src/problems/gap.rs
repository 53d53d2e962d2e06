//! What a plan leaves out: terms, start days, limits of levels it defines.

use std::collections::BTreeMap;

use super::Docket;
use crate::kinds::conditions::{self, Dimension};
use crate::reading::{Problem, ProblemKind, Settlement, Severity, Span, Terms};
use crate::words::Concept;

pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    found.extend(missing_term(docket));
    found.extend(missing_start(docket));
    found.extend(levels(docket));
    found
}

fn gap(severity: Severity, spans: Vec<Span>, says: String) -> Problem {
    Problem {
        severity,
        kind: ProblemKind::Gap,
        spans,
        says,
        settlement: Settlement::Ask,
    }
}

/// The plan speaks of its warranty period but never says how long it is.
fn missing_term(docket: &Docket<'_>) -> Option<Problem> {
    let stated = docket
        .plan
        .clauses
        .iter()
        .any(|clause| matches!(clause.terms, Terms::WarrantyTerm { .. }));
    let spoken: Vec<Span> = docket
        .lines()
        .flat_map(|(start, end)| docket.page.tokens_in(start, end))
        .filter(|token| {
            token.is(Concept::InTerm)
                || token.is(Concept::OutTerm)
                || token.is(Concept::WarrantyNoun)
        })
        .map(|token| docket.page.clean.span(token.start, token.end))
        .take(3)
        .collect();
    (!stated && !spoken.is_empty()).then(|| {
        gap(
            Severity::Hard,
            spoken,
            "提到质保期，但没有写明质保期多长".to_owned(),
        )
    })
}

/// A term without a day it starts from.
fn missing_start(docket: &Docket<'_>) -> Option<Problem> {
    let started = docket
        .plan
        .clauses
        .iter()
        .any(|clause| matches!(clause.terms, Terms::WarrantyStart { .. }));
    let term = docket.plan.clauses.iter().find(|clause| {
        matches!(
            clause.terms,
            Terms::WarrantyTerm {
                lifetime: false,
                ..
            }
        )
    })?;
    (!started).then(|| {
        gap(
            Severity::Soft,
            vec![term.span],
            "写了质保期，但没有写明从哪一天起算".to_owned(),
        )
    })
}

/// Levels defined without a limit, and limits for levels never defined.
fn levels(docket: &Docket<'_>) -> Vec<Problem> {
    let mut defined: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for (start, end) in docket.lines() {
        for named in conditions::named(docket.page, start, end) {
            if matches!(
                named.dimension,
                Dimension::FaultLevel | Dimension::ServiceLevel
            ) && is_numbered(&named.value)
            {
                defined
                    .entry(named.value)
                    .or_default()
                    .push(docket.page.clean.span(named.start, named.end));
            }
        }
    }
    let limited: Vec<&String> = docket
        .plan
        .clauses
        .iter()
        .filter_map(|clause| match &clause.terms {
            Terms::TimeLimit { condition, .. } => {
                Some([&condition.fault_level, &condition.service_level])
            }
            _ => None,
        })
        .flatten()
        .flatten()
        .filter(|level| is_numbered(level))
        .collect();
    let several = defined.len() >= 2;
    let mut found: Vec<Problem> = defined
        .iter()
        .filter(|(level, _)| several && !limited.contains(level))
        .map(|(level, spans)| {
            gap(
                Severity::Hard,
                spans.iter().copied().take(2).collect(),
                format!("定义了“{level}”，但没有为它写明时限"),
            )
        })
        .collect();
    if limited.is_empty() {
        // A plan that grades nothing by time lacks one thing, not one per level.
        found.truncate(3);
    }
    found
}

/// 一级, P1, A类 — not 重大, which explains itself.
fn is_numbered(level: &str) -> bool {
    level.chars().count() == 2 && (level.ends_with(['级', '类']) || level.starts_with(['P', 'S']))
}
