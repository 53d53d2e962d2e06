//! Phrases the law forbids in consumer notices, by the one rule that plans are held against too.

use domain::legal::forbidden;

use super::{Docket, short};
use crate::reading::{Problem, ProblemKind, Settlement, Severity};

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
    Problem {
        severity: Severity::Law,
        kind: ProblemKind::ForbiddenPhrase,
        spans: vec![span],
        says: format!(
            "“{}”属于法律禁止的不公平格式条款（消费者权益保护法第二十六条）",
            short(&quote)
        ),
        settlement: Settlement::LawGoverns,
    }
}
