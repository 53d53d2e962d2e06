//! What a transaction leaves behind besides its rows; without one it cannot commit.

use std::collections::BTreeSet;

use crate::audit::{self, AuditEntry};
use crate::error::Result;
use crate::idempotency::{self, Answer};
use crate::job::{self, Claim, Timer};
use crate::outbox::{self, Event, Position};
use crate::tx::Tx;

/// The account of a transaction: at least one audit entry, and with it events, timers and the answer to repeat.
#[derive(Debug, Clone)]
#[must_use = "a receipt takes effect through Tx::finish"]
pub struct Receipt {
    /// INVARIANT: never empty.
    audit: Vec<AuditEntry>,
    events: Vec<Event>,
    /// Timers to set, after those to cancel were cancelled.
    timers: Vec<Timer>,
    cancelled: BTreeSet<(String, String)>,
    answer: Option<Answer>,
    completed: Vec<Claim>,
    relayed: Option<Position>,
}

impl Receipt {
    pub fn new(entry: AuditEntry) -> Self {
        Self {
            audit: vec![entry],
            events: Vec::new(),
            timers: Vec::new(),
            cancelled: BTreeSet::new(),
            answer: None,
            completed: Vec::new(),
            relayed: None,
        }
    }

    /// A further audit entry.
    pub fn audit(mut self, entry: AuditEntry) -> Self {
        self.audit.push(entry);
        self
    }

    /// Something others should hear of.
    pub fn event(mut self, event: Event) -> Self {
        self.events.push(event);
        self
    }

    pub fn events(mut self, events: impl IntoIterator<Item = Event>) -> Self {
        self.events.extend(events);
        self
    }

    /// Sets or moves a timer; there is one per kind, subject and mark.
    pub fn timer(mut self, timer: Timer) -> Self {
        self.timers.push(timer);
        self
    }

    pub fn timers(mut self, timers: impl IntoIterator<Item = Timer>) -> Self {
        self.timers.extend(timers);
        self
    }

    /// Removes all timers of a kind and subject. Cancels and sets take effect in the order given.
    pub fn cancel_timers(mut self, kind: impl Into<String>, subject: impl Into<String>) -> Self {
        let (kind, subject) = (kind.into(), subject.into());
        self.timers
            .retain(|timer| timer.kind != kind || timer.subject != subject);
        self.cancelled.insert((kind, subject));
        self
    }

    /// Remembers the answer under the request's idempotency key.
    pub fn answer(mut self, answer: Answer) -> Self {
        self.answer = Some(answer);
        self
    }

    /// Marks a claimed job as done together with its effect; one transaction may settle several.
    pub fn completes(mut self, claim: Claim) -> Self {
        self.completed.push(claim);
        self
    }

    /// Moves a relay past the events it handled, together with their effect.
    pub fn relayed(mut self, position: Position) -> Self {
        self.relayed = Some(position);
        self
    }

    /// The audit chain comes last: on PostgreSQL its lock is held until the commit, so it is taken late.
    pub(crate) async fn write(self, tx: &mut Tx) -> Result<()> {
        if let Some(answer) = self.answer {
            idempotency::remember(tx, &answer).await?;
        }
        job::complete(tx, &self.completed).await?;
        job::cancel(tx, &self.cancelled).await?;
        job::set(tx, &self.timers).await?;
        if let Some(position) = &self.relayed {
            outbox::advance(tx, position).await?;
        }
        outbox::append(tx, &self.events).await?;
        audit::append(tx, &self.audit).await
    }
}
