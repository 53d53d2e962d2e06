//! Whether words deal with a complaint.

use crate::outline::Page;
use crate::words::{Concept, Token};

use super::context::Context;

/// Whether a word between the positions names a complaint, rather than one of all the reasons people call for or a doubt about a meter.
pub(super) fn complains(page: &Page, start: usize, end: usize) -> bool {
    page.tokens_in(start, end).iter().any(|token| {
        token.is(Concept::Complaint) && !among_calls(page, token) && !of_a_meter(page, token)
    })
}

/// 来电、来访、投诉; 咨询、报修和投诉: whatever the customer calls for.
fn among_calls(page: &Page, token: &Token) -> bool {
    const CALLS: [&str; 8] = [
        "来电", "来访", "咨询", "报修", "求助", "来函", "来信", "诉求",
    ];
    let joined = |word: &str| {
        ["、", "和", "及", "与", "或"].iter().any(|joint| {
            let before = format!("{word}{joint}");
            let after = format!("{joint}{word}");
            page.clean.text(
                token.start.saturating_sub(before.chars().count()),
                token.start,
            ) == before
                || page
                    .clean
                    .text(token.end, token.end + after.chars().count())
                    == after
        })
    };
    CALLS.iter().any(|word| joined(word))
}

/// 对燃气表有异议的, 对计量有异议: it asks for a test.
fn of_a_meter(page: &Page, token: &Token) -> bool {
    const NEAR: usize = 10;
    let before = page
        .clean
        .text(token.start.saturating_sub(NEAR), token.start);
    page.clean.text(token.start, token.end) == "异议"
        && ["表", "计量", "读数", "检定", "水量", "电量", "气量", "水质"]
            .iter()
            .any(|word| before.contains(word))
}

/// Whether the headings above put a line under complaints: the nearest, or the one before where the nearest names no other work.
pub(super) fn under_complaints(page: &Page, context: &Context<'_>) -> bool {
    let mut nearest = context.headings.iter().rev();
    let Some(&(start, end)) = nearest.next() else {
        return false;
    };
    let other = page.tokens_in(start, end).iter().any(|token| {
        [
            Concept::Repair,
            Concept::Arrive,
            Concept::Train,
            Concept::Part,
            Concept::Warranty,
        ]
        .iter()
        .any(|concept| token.is(*concept))
            || token.is(Concept::Report) && !token.is(Concept::Complaint)
    });
    complains(page, start, end)
        || !other
            && nearest
                .next()
                .is_some_and(|&(start, end)| complains(page, start, end))
}
