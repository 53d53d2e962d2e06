//! What closing a case would leave undone besides its promises, and what became of the visits that were agreed on.

use std::collections::BTreeMap;

use serde::Serialize;

use super::event::Fact;
use crate::ids::EventId;
use crate::milestone::Milestone;
use crate::obligation::History;
use crate::time::Instant;
use crate::words::words;

words! {
    /// Why a case is closed although nobody helped the customer.
    NothingDone {
        /// It works again by itself, or the customer helped themselves.
        Recovered = "recovered",
        /// Nothing was wrong.
        FalseAlarm = "false_alarm",
        /// The same problem is dealt with in another case.
        Duplicate = "duplicate",
        /// The customer does not want it any more.
        TakenBack = "taken_back",
        /// Somebody else deals with it.
        Elsewhere = "elsewhere",
        /// Something else; the customer's word says what.
        Other = "other",
    }
}

words! {
    /// What became of a visit.
    VisitState {
        /// It is still to come.
        ToCome = "to_come",
        /// Somebody came.
        Made = "made",
        /// Another time was agreed on.
        Moved = "moved",
        /// The case ended before anybody came.
        Cancelled = "cancelled",
    }
}

/// A visit to which nobody has come yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct OpenVisit {
    /// The time agreed on; absent where only the people who will come are named.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed_at: Option<Instant>,
}

/// What closing the case now would leave undone, besides promises.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LeftUndone {
    /// The visit it would cancel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visit: Option<OpenVisit>,
    /// How far the part came that is still waited for: needed, demanded or ordered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Milestone>,
    /// Whether nobody has helped the customer in any way.
    pub nothing_done: bool,
}

impl LeftUndone {
    /// Reads it off the present round.
    pub fn of(history: &History<'_>) -> Self {
        let from = history.rounds().last().map_or(0, |round| round.order);
        let reached = history.facts().iter().filter(|fact| fact.order >= from);
        let reached: Vec<_> = reached
            .filter_map(|fact| fact.event.fact.milestone())
            .collect();
        Self {
            visit: Visits::of(history).open,
            part: part(&reached),
            nothing_done: !reached.iter().copied().any(is_help),
        }
    }
}

/// The visits of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visits {
    /// What became of each visit that was agreed on, and of each crew that was named for one and not needed.
    pub states: BTreeMap<EventId, VisitState>,
    /// The one to which nobody has come yet.
    pub open: Option<OpenVisit>,
}

impl Visits {
    /// Reads them off all rounds: what a closing cancelled stays cancelled when the case is reopened.
    pub fn of(history: &History<'_>) -> Self {
        let mut visits = Self::default();
        let (mut agreed, mut crew) = (None, None);
        for fact in history.facts() {
            let id = fact.event.id;
            let became = match &fact.event.fact {
                Fact::VisitAgreed { agreed_at, .. } => {
                    if let Some(former) = agreed.replace(id) {
                        visits.states.insert(former, VisitState::Moved);
                    }
                    visits.states.insert(id, VisitState::ToCome);
                    visits.open = Some(OpenVisit {
                        agreed_at: Some(*agreed_at),
                    });
                    continue;
                }
                Fact::CrewAssigned { .. } => {
                    crew = Some(id);
                    visits.open.get_or_insert_default();
                    continue;
                }
                Fact::Closed { .. } | Fact::Cancelled { .. } => VisitState::Cancelled,
                // The visit goes on with the other case, which has its facts, too.
                Fact::MergedInto { .. } => VisitState::Moved,
                other if other.milestone().is_some_and(shows_arrival) => VisitState::Made,
                _ => continue,
            };
            visits.states.extend(agreed.take().map(|id| (id, became)));
            let unneeded = crew.take().filter(|_| became == VisitState::Cancelled);
            visits.states.extend(unneeded.map(|id| (id, became)));
            visits.open = None;
        }
        visits
    }
}

/// Work that is done at the customer's shows that somebody came, also where nobody checked in.
const fn shows_arrival(milestone: Milestone) -> bool {
    matches!(
        milestone,
        Milestone::OnSite | Milestone::Repaired | Milestone::Accepted
    )
}

/// The part that is waited for after these milestones of a round.
fn part(reached: &[Milestone]) -> Option<Milestone> {
    use Milestone as M;
    let last = reached.iter().rev().find(|milestone| {
        matches!(
            milestone,
            M::PartNeeded
                | M::SpareDemanded
                | M::PartOrdered
                | M::PartArrived
                | M::SpareOnSite
                | M::Repaired
                | M::Accepted
        )
    });
    let waited_for = |milestone: &Milestone| {
        matches!(milestone, M::PartNeeded | M::SpareDemanded | M::PartOrdered)
    };
    last.copied().filter(waited_for)
}

/// Whether reaching it means that somebody helped the customer. Taking the report, grading it and planning a visit do not:
/// a case closed after no more than that was never dealt with.
const fn is_help(milestone: Milestone) -> bool {
    use Milestone as M;
    matches!(
        milestone,
        M::Answered
            | M::Contacted
            | M::Diagnosed
            | M::RemoteAttemptFailed
            | M::SolutionProposed
            | M::OnSite
            | M::CauseDecided
            | M::QuoteSent
            | M::SpareOnSite
            | M::SupplierOnSite
            | M::Restored
            | M::Repaired
            | M::Accepted
            | M::Delivered
            | M::Signed
            | M::CalledBack
            | M::ComplaintAnswered
            | M::ComplaintSettled
    )
}
