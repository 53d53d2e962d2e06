//! Which entries of a repair are a repair of their own, and which only prove once more what was noted before.
//!
//! A repair is noted once it is done; whoever adds a photo or a signature later notes it again. That is the same repair
//! until something shows that work began anew: the case was reopened, somebody set out or came again, another part was
//! needed, help from afar failed, or another fault was found.

use super::history::{History, Round, Standing};
use crate::case::event::Fact;
use crate::ids::EventId;
use crate::milestone::Milestone;
use crate::plan::clauses::coverage::Cause;
use crate::time::Instant;

/// One repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repair {
    /// The round of the case it was done in, from 0.
    pub round: usize,
    /// Since when the unit was not well: the report, the reopening, or what showed that the repair before had not lasted.
    pub since: Instant,
    /// When it was repaired.
    pub at: Instant,
    /// The entry.
    pub by: EventId,
    /// What the fault came from, as far as it was decided.
    pub cause: Option<Cause>,
    /// Whether it did not last within its round: it was repaired anew, or something was found wrong with it again.
    pub is_failed: bool,
}

impl History<'_> {
    /// The repairs of the case, each once, by true time.
    pub fn repairs(&self) -> Vec<Repair> {
        let rounds = self.rounds();
        let rounds = rounds.iter().enumerate();
        rounds
            .flat_map(|(index, round)| self.work(index, round).done)
            .collect()
    }

    /// Since when the unit is not well in the last round; `None` once it was repaired and nothing shows that this did not last.
    pub fn unrepaired_since(&self) -> Option<Instant> {
        let rounds = self.rounds();
        let (last, round) = rounds.iter().enumerate().next_back()?;
        let work = self.work(last, round);
        let is_well = work.is_repaired || work.done.last().is_some_and(|last| !last.is_failed);
        (!is_well).then_some(work.since)
    }

    fn work(&self, index: usize, round: &Round) -> Work {
        let mut work = Work::begun(index, round.from);
        self.within(round).for_each(|fact| work.follow(&fact));
        work
    }

    /// Whether an entry of a repair only proves once more the one before it.
    pub fn is_confirmation(&self, fact: &Standing<'_>) -> bool {
        fact.event.fact.milestone() == Some(Milestone::Repaired)
            && self
                .repairs()
                .iter()
                .all(|repair| repair.by != fact.event.id)
    }

    /// The facts of a round.
    pub fn within(&self, round: &Round) -> impl Iterator<Item = Standing<'_>> {
        let (first, ended) = (round.order, round.ended);
        self.facts().iter().copied().filter(move |fact| {
            first <= fact.order && ended.is_none_or(|end| fact.order <= end.order)
        })
    }
}

/// The work of one round, followed fact by fact.
struct Work {
    round: usize,
    since: Instant,
    cause: Option<Cause>,
    is_diagnosed: bool,
    is_repaired: bool,
    done: Vec<Repair>,
}

impl Work {
    const fn begun(round: usize, since: Instant) -> Self {
        Self {
            round,
            since,
            cause: None,
            is_diagnosed: false,
            is_repaired: false,
            done: Vec::new(),
        }
    }

    fn follow(&mut self, fact: &Standing<'_>) {
        if self.is_repaired && self.begins_anew(&fact.event.fact) {
            self.is_repaired = false;
            self.since = fact.at;
        }
        let reached = fact.event.fact.milestone();
        if let Some(last) = self.done.last_mut()
            && !self.is_repaired
            && reached.is_some_and(shows_fault)
        {
            last.is_failed = true;
        }
        if let Fact::CauseDecided { cause, .. } = fact.event.fact {
            self.cause = Some(cause);
            // The cause of a repair is often written down after it.
            if let Some(last) = self.done.last_mut().filter(|_| self.is_repaired) {
                last.cause = self.cause;
            }
        }
        match reached {
            Some(Milestone::Diagnosed) => self.is_diagnosed = true,
            Some(Milestone::Repaired) if !self.is_repaired => {
                self.is_repaired = true;
                self.done.push(Repair {
                    round: self.round,
                    since: self.since,
                    at: fact.at,
                    by: fact.event.id,
                    cause: self.cause,
                    is_failed: false,
                });
            }
            _ => {}
        }
    }

    /// Whether a fact after a repair shows that the unit is worked on again. A first diagnosis and a first cause may be of
    /// the repair that was done.
    fn begins_anew(&self, fact: &Fact) -> bool {
        if let Fact::CauseDecided { cause, .. } = fact {
            return self.cause.is_some_and(|known| known != *cause);
        }
        match fact.milestone() {
            Some(Milestone::Diagnosed) => self.is_diagnosed,
            Some(
                Milestone::Dispatched
                | Milestone::OnSite
                | Milestone::PartNeeded
                | Milestone::RemoteAttemptFailed,
            ) => true,
            _ => false,
        }
    }
}

/// Whether something was wrong again. Somebody who came may have come for a signature, and another cause may be a cause put
/// right: what they are followed by tells.
const fn shows_fault(reached: Milestone) -> bool {
    matches!(
        reached,
        Milestone::Diagnosed
            | Milestone::PartNeeded
            | Milestone::RemoteAttemptFailed
            | Milestone::Repaired
    )
}
