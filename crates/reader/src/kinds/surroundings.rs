//! What the line a position stands on, and the heading above it, are about.

use crate::outline::{Line, Page};
use crate::words::Concept;

/// The line a clean position stands on.
pub(super) fn line_at(page: &Page, at: usize) -> Option<&Line> {
    let index = page.lines.partition_point(|line| line.start <= at);
    index.checked_sub(1).map(|index| &page.lines[index])
}

/// Whether the line up to the position, or the heading right above it, speaks of spare parts: 馆内存备用皮带2条，动用后两日内补足.
pub(super) fn about_parts(page: &Page, at: usize) -> bool {
    const BACK: usize = 60;
    let Some(line) = line_at(page, at) else {
        return false;
    };
    let from = line.body.max(at.saturating_sub(BACK));
    if page
        .tokens_in(from, at)
        .iter()
        .any(|token| token.is(Concept::PartStrict))
    {
        return true;
    }
    line.parents.last().is_some_and(|parent| {
        let heading = &page.lines[*parent];
        heading.heading
            && page
                .tokens_in(heading.body, heading.end)
                .iter()
                .any(|token| token.is(Concept::PartStrict))
    })
}
