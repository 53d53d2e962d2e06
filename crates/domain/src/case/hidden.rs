//! Broken promises that a change of what is known would make vanish.

use std::collections::BTreeSet;

use super::command::What;
use super::event::CaseEvent;
use super::obstacle::Obstacle;
use crate::obligation::{History, Obligation};

/// What speaks against a command by somebody who may not excuse: the promises would be judged by another level, question,
/// region or time of report, and some that are broken would never have been made, or be in time. Whoever may excuse a
/// promise may do so; what was known before stays in the history either way.
pub fn hides_breach(
    what: &What,
    facts: &[CaseEvent],
    before: &[Obligation],
    after: &[Obligation],
) -> Option<Obstacle> {
    if !rewrites(what, facts) {
        return None;
    }
    let still = |row: &&Obligation| {
        let same = |other: &Obligation| {
            other.broken_at.is_some()
                && (other.from, other.to, other.document) == (row.from, row.to, row.document)
        };
        after.iter().any(same)
    };
    let broken = before.iter().filter(|row| row.broken_at.is_some());
    let hidden = broken.filter(|row| !still(row));
    let clauses: BTreeSet<_> = hidden.map(|row| row.clause.clone()).collect();
    (!clauses.is_empty()).then(|| Obstacle::HidesBreach {
        clauses: clauses.into_iter().collect(),
    })
}

/// Whether a command changes by what all promises of the case are judged, and not only what was done.
fn rewrites(what: &What, facts: &[CaseEvent]) -> bool {
    match what {
        What::ChangeContext { .. } | What::Grade { .. } => true,
        What::CorrectTime { event, .. } => History::read(facts)
            .facts()
            .first()
            .is_some_and(|report| report.event.id == *event),
        _ => false,
    }
}
