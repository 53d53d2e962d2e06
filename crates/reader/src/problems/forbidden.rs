//! Phrases the law forbids in consumer notices.

use super::{Docket, short};
use crate::reading::{Problem, ProblemKind, Settlement, Severity};
use crate::words::Concept;

pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (start, end) in docket.lines() {
        for token in docket
            .page
            .tokens_in(start, end)
            .iter()
            .filter(|token| token.is(Concept::Forbidden))
        {
            let (quote, span) = docket.page.quote(token.start, token.end);
            found.push(Problem {
                severity: Severity::Law,
                kind: ProblemKind::ForbiddenPhrase,
                spans: vec![span],
                says: format!(
                    "“{}”属于法律禁止的不公平格式条款（消费者权益保护法第二十六条）",
                    short(&quote)
                ),
                settlement: Settlement::LawGoverns,
            });
        }
    }
    found
}
