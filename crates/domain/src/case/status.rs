//! Where a case stands: derived from its facts each time, never stored as truth.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::event::{Author, CaseEvent, Fact};
use super::pause::PauseReason;
use super::slip::is_of_intake;
use crate::milestone::Milestone;
use crate::obligation::History;
use crate::obligation::history::{Ending, Round};
use crate::slug::SeverityId;
use crate::time::Instant;
use crate::words::words;

words! {
    /// How far a case has come.
    Phase {
        /// Reported, and nobody has told the customer yet.
        New = "new",
        /// Somebody is at it.
        InProgress = "in_progress",
        /// A crew is at the place.
        OnSite = "on_site",
        /// It works again, perhaps by a temporary measure.
        Restored = "restored",
        /// Repaired.
        Repaired = "repaired",
        /// The customer signed.
        Accepted = "accepted",
        /// Closed with the customer's word.
        Closed = "closed",
        /// No case after all.
        Cancelled = "cancelled",
        /// Goes on as another case.
        Merged = "merged",
    }
}

impl Phase {
    /// Whether work on it goes on.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Cancelled | Self::Merged)
    }
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Status {
    /// How far it has come.
    pub phase: Phase,
    /// The reasons for which clocks may stand still now.
    pub paused_for: BTreeSet<PauseReason>,
    /// The fault level.
    pub severity: Option<SeverityId>,
    /// The milestones of the present round.
    pub reached: BTreeSet<Milestone>,
    /// Whether a complaint waits to be settled.
    pub has_open_complaint: bool,
    /// Which round it is, from 1: reopening begins the next.
    pub round: u32,
    /// When the present round began.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub round_from: Option<Instant>,
}

impl Status {
    /// Reads the status from the facts.
    pub fn read(facts: &[CaseEvent]) -> Self {
        Self::of(&History::read(facts))
    }

    /// Reads the status from the facts that stand.
    pub fn of(history: &History<'_>) -> Self {
        let rounds = history.rounds();
        let round = rounds.last();
        let reached = reached(history, round);
        let paused = history
            .pauses()
            .into_iter()
            .filter(|pause| pause.until.is_none());
        Self {
            phase: phase(round, &reached, is_taken_up(history, round)),
            paused_for: paused.map(|pause| pause.reason).collect(),
            severity: severity(history),
            has_open_complaint: has_open_complaint(history),
            round: u32::try_from(rounds.len()).unwrap_or(u32::MAX),
            round_from: round.map(|round| round.from),
            reached,
        }
    }

    /// Whether a milestone was reached in the present round.
    pub fn has(&self, milestone: Milestone) -> bool {
        self.reached.contains(&milestone)
    }
}

fn reached(history: &History<'_>, round: Option<&Round>) -> BTreeSet<Milestone> {
    in_round(history, round)
        .filter_map(|event| event.fact.milestone())
        .collect()
}

/// The facts of the present round.
fn in_round<'a>(
    history: &'a History<'_>,
    round: Option<&Round>,
) -> impl Iterator<Item = &'a CaseEvent> {
    let from = round.map(|round| round.order);
    let facts = history.facts().iter();
    facts
        .filter(move |fact| from.is_some_and(|from| fact.order >= from))
        .map(|fact| fact.event)
}

/// Whether somebody of ours has done something about the report in the present round.
fn is_taken_up(history: &History<'_>, round: Option<&Round>) -> bool {
    in_round(history, round).any(|event| !is_passive(event))
}

/// What comes from the customer, and what completes the report: neither shows that somebody is at it.
fn is_passive(event: &CaseEvent) -> bool {
    event.by == Author::Customer
        || match &event.fact {
            Fact::DocumentDelivered { document, .. } => is_of_intake(*document),
            fact => fact.milestone().is_none_or(|milestone| {
                matches!(
                    milestone,
                    Milestone::Reported | Milestone::ComplaintReceived | Milestone::Rated
                )
            }),
        }
}

/// How far the case has come; a round that ended says how.
fn phase(round: Option<&Round>, reached: &BTreeSet<Milestone>, is_taken_up: bool) -> Phase {
    if let Some(end) = round.and_then(|round| round.ended) {
        return match end.how {
            Ending::Closed => Phase::Closed,
            Ending::Cancelled => Phase::Cancelled,
            Ending::Merged => Phase::Merged,
        };
    }
    let has = |milestone| reached.contains(&milestone);
    if has(Milestone::Accepted) {
        Phase::Accepted
    } else if has(Milestone::Repaired) {
        Phase::Repaired
    } else if has(Milestone::Restored) {
        Phase::Restored
    } else if has(Milestone::OnSite) {
        Phase::OnSite
    } else if is_taken_up {
        Phase::InProgress
    } else {
        Phase::New
    }
}

fn severity(history: &History<'_>) -> Option<SeverityId> {
    let graded = history
        .facts()
        .iter()
        .rev()
        .find_map(|fact| match &fact.event.fact {
            Fact::Graded { severity, .. } => Some(severity),
            _ => None,
        });
    graded.cloned()
}

fn has_open_complaint(history: &History<'_>) -> bool {
    let received = history.last(Milestone::ComplaintReceived);
    let settled = history.last(Milestone::ComplaintSettled);
    received.is_some_and(|received| settled.is_none_or(|settled| settled.order < received.order))
}
