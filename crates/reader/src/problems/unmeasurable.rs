//! Words nobody can be held to: 及时, 尽快, 第一时间, 定期.

use super::{Docket, short};
use crate::reading::{Problem, ProblemKind, Settlement, Severity};
use crate::words::Concept;
use crate::words::periods::{Role, periods};

pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (start, end) in docket.lines() {
        for token in docket
            .page
            .tokens_in(start, end)
            .iter()
            .filter(|token| token.is(Concept::Urgent))
        {
            let word = docket.page.clean.text(token.start, token.end);
            if word == "随时" || measured(docket, token.start, start, end) {
                continue;
            }
            let (from, to) = phrase(docket, token.start, start, end);
            let (quote, span) = docket.page.quote(from, to);
            found.push(Problem {
                severity: Severity::Soft,
                kind: ProblemKind::Unmeasurable,
                spans: vec![span],
                says: format!("“{word}”无法衡量，请写明时间：“{}”", short(&quote)),
                settlement: Settlement::Ask,
            });
        }
    }
    found
}

/// The words between the commas around a position.
fn phrase(docket: &Docket<'_>, at: usize, start: usize, end: usize) -> (usize, usize) {
    let stops = |at: &usize| "，。；：\t".contains(docket.page.clean.chars[*at]);
    let from = (start..at).rev().find(stops).map_or(start, |stop| stop + 1);
    (from, (at..end).find(stops).unwrap_or(end))
}

/// 尽快，最迟24小时内: a length of time in the same or the next phrase measures it.
fn measured(docket: &Docket<'_>, at: usize, start: usize, end: usize) -> bool {
    let (from, to) = phrase(docket, at, start, end);
    let to = if to < end && docket.page.clean.chars[to] == '，' {
        phrase(docket, to + 1, start, end).1
    } else {
        to
    };
    periods(&docket.page.clean.chars, from, to.max(from))
        .iter()
        .any(|period| matches!(period.role, Role::Within | Role::Recurring))
}
