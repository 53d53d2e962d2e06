//! Phrases the law forbids in consumer notices, by the one rule that plans are held against too.

use domain::legal::forbidden;

use super::finding::Finding;
use super::{Docket, short};
use crate::reading::{Problem, Settlement, Severity};

pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (start, end) in docket.lines() {
        let line = docket.page.clean.text(start, end);
        for at in forbidden(line) {
            let from = start + line[..at.start].chars().count();
            let to = from + line[at].chars().count();
            found.push(problem(docket, from, to));
        }
    }
    found
}

fn problem(docket: &Docket<'_>, from: usize, to: usize) -> Problem {
    let (quote, span) = docket.page.quote(from, to);
    Finding::Forbidden(short(&quote)).problem(Severity::Law, vec![span], Settlement::LawGoverns)
}
