//! Broken promises that a new fact would make vanish.

use std::collections::BTreeSet;

use super::event::{CaseEvent, Fact};
use super::obstacle::Obstacle;
use crate::ids::EventId;
use crate::obligation::{Obligation, State};

/// What speaks against a new fact by somebody who may not excuse: promises that are broken would no longer be, or would never
/// have been made. Whoever may excuse a promise may do so; what was known before stays in the history either way.
///
/// A late entry is no such thing: a fact that says of itself that it fulfilled the promise in time, or whose time is put
/// right so that it did. Anything else, be it a pause, a closing or another level, leaves what is broken broken.
pub fn hides_breach(
    new: &CaseEvent,
    before: &[Obligation],
    after: &[Obligation],
) -> Option<Obstacle> {
    let dated = match new.fact {
        Fact::TimeCorrected { event, .. } => event,
        _ => new.id,
    };
    hidden(before, after, Some(dated))
}

/// The same for two cases that become one: the rows of both before, and those of both after.
pub fn merge_hides_breach(before: &[Obligation], after: &[Obligation]) -> Option<Obstacle> {
    hidden(before, after, None)
}

fn hidden(
    before: &[Obligation],
    after: &[Obligation],
    entered_late: Option<EventId>,
) -> Option<Obstacle> {
    let is_accounted_for = |row: &Obligation| {
        let same = after.iter().filter(|now| is_same(row, now));
        let mut fine = same.filter(|now| {
            now.broken_at.is_some() || (now.state == State::Kept && now.ended_by == entered_late)
        });
        fine.next().is_some()
    };
    let broken = before.iter().filter(|row| row.broken_at.is_some());
    let hidden = broken.filter(|row| !is_accounted_for(row));
    let clauses: BTreeSet<_> = hidden.map(|row| row.clause.clone()).collect();
    (!clauses.is_empty()).then(|| Obstacle::HidesBreach {
        clauses: clauses.into_iter().collect(),
    })
}

/// Whether a row is the occurrence that another one was: opened by the same fact, or running when that one began, as where
/// an earlier start was entered late or came with another case. Its clause may be another one, its number too.
fn is_same(was: &Obligation, now: &Obligation) -> bool {
    let runs_then = match (was.started_at, now.started_at) {
        (Some(was), Some(from)) => {
            from == was || (from < was && now.ended_at.is_none_or(|until| was < until))
        }
        _ => false,
    };
    (now.from, now.to, now.document) == (was.from, was.to, was.document)
        && (now.opened_by == was.opened_by || runs_then)
}
