//! What a plan leaves out: terms, start days, and what `levels` finds.

use super::finding::Finding;
use super::{Docket, enumerated, levels};
use crate::outline::Page;
use crate::printed::Print;
use crate::reading::{Matter, Problem, Settlement, Severity, Span, Terms};
use crate::words::{Concept, Token};

pub(super) fn find(docket: &Docket<'_>, print: Option<&Print>) -> Vec<Problem> {
    let mut found = Vec::new();
    if !print.is_some_and(Print::asks_term) {
        found.extend(missing_term(docket));
    }
    found.extend(missing_start(docket));
    found.extend(levels::find(docket));
    found.extend(enumerated::find(docket));
    found
}

pub(super) fn gap(severity: Severity, spans: Vec<Span>, finding: &Finding) -> Problem {
    finding.problem(severity, spans, Settlement::Ask)
}

/// The plan speaks of its warranty period but never says how long it is.
fn missing_term(docket: &Docket<'_>) -> Option<Problem> {
    let stated = docket
        .plan
        .clauses
        .iter()
        .any(|clause| matches!(clause.terms, Terms::WarrantyTerm { .. }))
        || docket
            .plan
            .deferred
            .iter()
            .any(|left| left.what == Matter::Term);
    let spoken: Vec<Span> = docket
        .lines()
        .flat_map(|(start, end)| docket.page.tokens_in(start, end))
        .filter(|token| {
            token.is(Concept::InTerm)
                || token.is(Concept::OutTerm) && !is_any_end(docket.page, token)
                || token.is(Concept::WarrantyNoun)
        })
        .map(|token| docket.page.clean.span(token.start, token.end))
        .take(3)
        .collect();
    (!stated && !spoken.is_empty()).then(|| gap(Severity::Hard, spoken, &Finding::NoTerm))
}

/// 文件保存6个月，期满删除: the end of some time, and of no warranty.
fn is_any_end(page: &Page, token: &Token) -> bool {
    !page
        .clean
        .text(token.start, token.end)
        .contains(['保', '质', '包', '护', '服'])
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
    (!started).then(|| gap(Severity::Soft, vec![term.span], &Finding::NoStart))
}
