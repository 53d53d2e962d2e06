//! What a plan leaves out: terms, start days, and what `levels` finds.

use super::{Docket, enumerated, levels};
use crate::reading::{Problem, ProblemKind, Settlement, Severity, Span, Terms};
use crate::words::Concept;

pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    found.extend(missing_term(docket));
    found.extend(missing_start(docket));
    found.extend(levels::find(docket));
    found.extend(enumerated::find(docket));
    found
}

pub(super) fn gap(severity: Severity, spans: Vec<Span>, says: String) -> Problem {
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
