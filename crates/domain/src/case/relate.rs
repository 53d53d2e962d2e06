//! Merging and splitting: which facts go along, so that no clock is lost.

use super::event::{CaseEvent, Fact};
use crate::obligation::History;
use crate::obligation::history::Standing;
use crate::time::Instant;

/// The facts of a case that goes on as another one: those of its present round, each at its true time, so that every
/// clock runs on from the report that began it. Earlier rounds stay where they were closed, with the excuses for what broke
/// in them.
pub fn copies_for_merge(facts: &[CaseEvent]) -> Vec<(Instant, CaseEvent)> {
    let history = History::read(facts);
    let from = history.rounds().last().map_or(0, |round| round.order);
    let goes_along = |fact: &&Standing<'_>| {
        let subject = excused(&history, fact).unwrap_or(**fact);
        fact.order >= from && subject.order >= from
    };
    copies(&history, goes_along)
}

/// The facts a case split off starts with: all that stood so far.
pub fn copies_for_split(facts: &[CaseEvent]) -> Vec<(Instant, CaseEvent)> {
    copies(&History::read(facts), |_| true)
}

fn copies(
    history: &History<'_>,
    goes_along: impl Fn(&&Standing<'_>) -> bool,
) -> Vec<(Instant, CaseEvent)> {
    let stays = |fact: &Fact| {
        matches!(
            fact,
            Fact::MergedInto { .. }
                | Fact::MergedFrom { .. }
                | Fact::SplitInto { .. }
                | Fact::SplitFrom { .. }
                // The case they go to opens its own.
                | Fact::RemedyOpened { .. }
        )
    };
    let facts = history.facts().iter();
    let copies = facts
        .filter(|fact| !stays(&fact.event.fact))
        .filter(goes_along);
    copies.map(|fact| (fact.at, copy(history, fact))).collect()
}

/// A fact as it goes along: an excuse names what it excuses as this case calls it, also where that came from a third one.
fn copy(history: &History<'_>, fact: &Standing<'_>) -> CaseEvent {
    let mut copy = fact.event.clone();
    if let (Fact::Excused { opened_by, .. }, Some(known)) = (&mut copy.fact, excused(history, fact))
    {
        *opened_by = Some(known.event.id);
    }
    copy
}

/// The fact that opened what an excuse is for, as far as the excuse names it.
fn excused<'a>(history: &History<'a>, excuse: &Standing<'_>) -> Option<Standing<'a>> {
    match excuse.event.fact {
        Fact::Excused { opened_by, .. } => history.named(opened_by?),
        _ => None,
    }
}
