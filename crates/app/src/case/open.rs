//! Loading a case for change: the row, its facts, and what it is judged by.

use domain::case::{Author, CaseEvent, CopiedFrom, Fact, Situation, Status};
use domain::ids::{CaseId, EventId};
use domain::obligation::{self, History};
use domain::plan::Context;
use jiff::{SignedDuration, Timestamp};
use store::case::{self, CaseRow};
use store::{Conn, Scope, Tx};

use super::basis::Basis;
use crate::ctx::Ctx;
use crate::error::Result;

/// A case with everything a decision needs.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) row: CaseRow,
    pub(super) facts: Vec<CaseEvent>,
    pub(super) basis: Basis,
}

impl Opened {
    pub(super) async fn load(conn: &mut Conn, id: CaseId, scope: &Scope) -> Result<Self> {
        let row = case::get(conn, id, scope).await?;
        Self::with(conn, row).await
    }

    /// The same to change it: of two who add to the facts of a case at once, the second sees what the first added.
    pub(super) async fn to_change(tx: &mut Tx, id: CaseId, scope: &Scope) -> Result<Self> {
        alone(tx, id).await?;
        Self::load(tx, id, scope).await
    }

    /// The rest of a case whose row was read.
    pub(super) async fn with(conn: &mut Conn, row: CaseRow) -> Result<Self> {
        let facts = case::events(conn, row.id).await?;
        let basis = Basis::load(conn, &row).await?;
        Ok(Self { row, facts, basis })
    }

    /// Judges a case that had ended by what holds now, if the facts added have brought it back: it was reopened, or
    /// there is a complaint to answer.
    pub(super) async fn thaw(&mut self, conn: &mut Conn) -> Result<()> {
        if self.row.frozen.is_some() && !is_settled(&Status::read(&self.facts)) {
            self.row.frozen = None;
            self.basis = Basis::now(conn, &self.row).await?;
        }
        Ok(())
    }

    pub(super) fn situation(&self, now: Timestamp) -> Situation {
        Situation::read(&self.basis.plan, &self.basis.calendars, &self.facts, now)
    }

    /// What is known of the case, as its limits and its slip depend on it.
    pub(super) fn context(&self) -> Context {
        obligation::context(&History::read(&self.facts), self.basis.plan.zone())
    }

    /// Adds a fact to those loaded and returns it, numbered; the caller appends it to the store.
    pub(super) fn add(&mut self, ctx: &Ctx, at: Timestamp, fact: Fact) -> CaseEvent {
        let event = CaseEvent {
            id: EventId::new(ctx.uuid()),
            seq: u32::try_from(self.facts.len()).expect("a case has fewer facts than 2^32") + 1,
            at,
            recorded_at: to_millisecond(ctx.now()),
            by: author(ctx),
            copied_from: None,
            fact,
        };
        self.facts.push(event.clone());
        event
    }

    /// Adds a fact that another case brings along, at its true time.
    pub(super) fn copy(
        &mut self,
        ctx: &Ctx,
        from: CaseId,
        at: Timestamp,
        original: CaseEvent,
    ) -> CaseEvent {
        let mut event = self.add(ctx, at, original.fact);
        event.by = original.by;
        event.copied_from = Some(CopiedFrom {
            case: from,
            event: original.id,
        });
        if let Some(last) = self.facts.last_mut() {
            last.clone_from(&event);
        }
        event
    }
}

/// Waits until nobody else is about to add to the facts of a case.
pub(super) async fn alone(tx: &mut Tx, id: CaseId) -> Result<()> {
    Ok(tx.alone(&format!("case/{id}")).await?)
}

/// Whether nothing more is owed on a case: it has ended, and no complaint is open.
pub(super) fn is_settled(status: &Status) -> bool {
    !status.phase.is_open() && !status.has_open_complaint
}

/// Who enters facts in this request.
pub(crate) fn author(ctx: &Ctx) -> Author {
    if ctx.has_role(domain::access::Role::Customer) {
        Author::Customer
    } else {
        Author::Person {
            person: ctx.person(),
        }
    }
}

/// Instants are kept to the millisecond, so that what is replayed is what was decided.
pub(crate) fn to_millisecond(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}

/// The first whole millisecond that is not before `at`. A timer set to the millisecond before a mark would ring, find
/// nothing reached, and ring again at once.
pub(super) fn next_millisecond(at: Timestamp) -> Timestamp {
    let floor = to_millisecond(at);
    if floor == at {
        return at;
    }
    floor
        .checked_add(SignedDuration::from_millis(1))
        .unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timer_never_rings_before_the_mark_it_waits_for() {
        let at = |text: &str| text.parse::<Timestamp>().expect("an instant");
        let between = at("2026-11-22T14:05:00.4595Z");
        assert_eq!(to_millisecond(between), at("2026-11-22T14:05:00.459Z"));
        assert_eq!(next_millisecond(between), at("2026-11-22T14:05:00.460Z"));
        let whole = at("2026-11-22T14:05:00.459Z");
        assert_eq!(next_millisecond(whole), whole);
    }
}
