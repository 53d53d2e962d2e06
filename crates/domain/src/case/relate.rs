//! Merging and splitting: which facts go along, so that no clock is lost.

use super::event::{CaseEvent, Fact};
use crate::obligation::History;
use crate::time::Instant;

/// The facts of a case that goes on as another one: those of its present round, each at its true time, so that every
/// clock runs on from the report that began it. Earlier rounds stay where they were closed.
pub fn copies_for_merge(facts: &[CaseEvent]) -> Vec<(Instant, &CaseEvent)> {
    let history = History::read(facts);
    let round_from = history.rounds().last().map(|round| round.from);
    let mut copies = copies(&history);
    copies.retain(|(at, _)| round_from.is_none_or(|from| *at >= from));
    copies
}

/// The facts a case split off starts with: all that stood so far.
pub fn copies_for_split(facts: &[CaseEvent]) -> Vec<(Instant, &CaseEvent)> {
    copies(&History::read(facts))
}

fn copies<'a>(history: &History<'a>) -> Vec<(Instant, &'a CaseEvent)> {
    let goes_along = |fact: &Fact| {
        !matches!(
            fact,
            Fact::MergedInto { .. }
                | Fact::MergedFrom { .. }
                | Fact::SplitInto { .. }
                | Fact::SplitFrom { .. }
                // The case they go to opens its own.
                | Fact::RemedyOpened { .. }
        )
    };
    let copies = history
        .facts()
        .iter()
        .filter(|fact| goes_along(&fact.event.fact));
    copies.map(|fact| (fact.at, fact.event)).collect()
}
