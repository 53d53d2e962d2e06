//! Live changes: what happened inside the caller's scope and to the caller personally.

use domain::access::Action;
use store::Scope;
use store::outbox;
pub use store::outbox::{Cursor, Recorded};

use crate::check::UNKNOWN_REFERENCE;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Most events of one step.
const STEP: u32 = 100;

/// Where to go on: after the event last seen, or from now on.
pub async fn start(ctx: &Ctx, last_seen: Option<&str>) -> Result<Cursor> {
    ctx.permit(Action::EventsFollow)?;
    match last_seen {
        Some(text) => text
            .parse()
            .map_err(|_| Error::field("?last_event_id", UNKNOWN_REFERENCE)),
        None => Ok(outbox::latest(&mut *ctx.read().await?).await?),
    }
}

/// What came after a place.
#[derive(Debug)]
pub struct Step {
    /// At most [`STEP`] of each kind, in order.
    pub events: Vec<Recorded>,
    /// Where to go on; the place asked about when there was nothing new.
    pub reached: Cursor,
}

/// The next events after a place.
pub async fn after(ctx: &Ctx, cursor: Cursor) -> Result<Step> {
    let scope = ctx.permit(Action::EventsFollow)?;
    let own = Scope::Own {
        person: ctx.person().to_string(),
    };
    let mut read = ctx.read().await?;
    let mut seen = outbox::after(&mut read, cursor, &scope, STEP).await?;
    if !matches!(scope, Scope::All | Scope::Own { .. }) {
        let personal = outbox::after(&mut read, cursor, &own, STEP).await?;
        seen = merge(seen, personal);
    }
    let reached = seen.last().map_or(cursor, |last| last.cursor);
    let person = ctx.person().to_string();
    seen.retain(|recorded| is_for(recorded, &person));
    Ok(Step {
        events: seen,
        reached,
    })
}

/// What is addressed to one person alone is for nobody else, whatever they may see.
fn is_for(recorded: &Recorded, person: &str) -> bool {
    let event = &recorded.event;
    event.branch.is_some()
        || event
            .person
            .as_deref()
            .is_none_or(|addressee| addressee == person)
}

/// Joins two ordered lists, up to the place where one of them was cut by the step.
fn merge(one: Vec<Recorded>, other: Vec<Recorded>) -> Vec<Recorded> {
    let full =
        |list: &[Recorded]| (list.len() >= STEP as usize).then(|| list[list.len() - 1].cursor);
    let horizon = [full(&one), full(&other)].into_iter().flatten().min();
    let mut merged: Vec<Recorded> = one.into_iter().chain(other).collect();
    merged.sort_by_key(|recorded| recorded.cursor);
    merged.dedup_by_key(|recorded| recorded.cursor);
    merged.retain(|recorded| horizon.is_none_or(|horizon| recorded.cursor <= horizon));
    merged
}
