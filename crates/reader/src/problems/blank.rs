//! Places left to be filled in: ____, XXX, 某某.

use super::{Docket, short};
use crate::reading::{Problem, ProblemKind, Settlement, Severity};
use crate::words::Concept;

/// Fewest marks in a row that make a blank.
const RUN: usize = 2;

pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    docket
        .lines()
        .filter_map(|(start, end)| line(docket, start, end))
        .collect()
}

/// One problem per line, at the line's first blank; a blank term or telephone number is a hard one.
fn line(docket: &Docket<'_>, start: usize, end: usize) -> Option<Problem> {
    let chars = &docket.page.clean.chars;
    let at = (start..end).find(|at| is_blank(chars, *at, end))?;
    let stop = (at..end)
        .find(|next| !"_x×*某【】 ".contains(chars[*next]))
        .unwrap_or(end);
    let (quote, span) = docket.page.quote(start, end);
    let needed = docket.page.tokens_in(start, end).iter().any(|t| {
        t.is(Concept::Warranty)
            || t.is(Concept::Channel)
            || t.is(Concept::ChannelStrong)
            || t.is(Concept::Arrive)
            || t.is(Concept::Answer)
    });
    Some(Problem {
        severity: if needed {
            Severity::Hard
        } else {
            Severity::Soft
        },
        kind: ProblemKind::Blank,
        spans: vec![docket.page.clean.span(at, stop.max(at + 1))]
            .into_iter()
            .filter(|found| found.0 >= span.0)
            .collect(),
        says: format!("此处留有空白待填：“{}”", short(&quote)),
        settlement: Settlement::Ask,
    })
}

fn is_blank(chars: &[char], at: usize, end: usize) -> bool {
    let run = |marks: &str| {
        chars[at..end]
            .iter()
            .take_while(|c| marks.contains(**c))
            .take(RUN)
            .count()
            == RUN
    };
    let masked = run("x×*")
        && chars[at..end]
            .iter()
            .take_while(|c| "x×*".contains(**c))
            .take(3)
            .count()
            == 3;
    run("_")
        || masked
        || crate::words::periods::starts_with(chars, at, "某某")
        || crate::words::periods::starts_with(chars, at, "【】")
}
