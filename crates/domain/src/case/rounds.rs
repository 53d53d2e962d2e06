//! Rounds keep their order: a case is reported, ended, reopened and ended again.

use uuid::Uuid;

use super::event::{Author, CaseEvent, Fact};
use super::obstacle::Obstacle;
use crate::ids::EventId;
use crate::obligation::History;
use crate::time::Instant;

/// What speaks against a fact that would begin or end no round although it says so, or would move an end or a beginning
/// across another one: reopened as of before the case was closed, it would stay closed and yet owe a second answer.
pub(super) fn across(facts: &[CaseEvent], at: Instant, fact: &Fact) -> Option<Obstacle> {
    let mut expected = History::read(facts).bounds();
    let new = CaseEvent {
        id: EventId::new(Uuid::nil()),
        seq: facts.iter().map(|known| known.seq).max().unwrap_or(0) + 1,
        at,
        recorded_at: at,
        by: Author::System,
        copied_from: None,
        fact: fact.clone(),
    };
    match fact {
        Fact::Closed { .. } | Fact::Cancelled { .. } | Fact::Reopened { .. } => {
            expected.push(new.id);
        }
        Fact::TimeCorrected { .. } => {}
        _ => return None,
    }
    let then: Vec<CaseEvent> = facts.iter().cloned().chain([new]).collect();
    (History::read(&then).bounds() != expected).then_some(Obstacle::AcrossRounds)
}
