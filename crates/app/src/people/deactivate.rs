//! Locking a person out and letting them in again. People are never deleted: their deeds carry their name.

use domain::access::Action;
use domain::ids::PersonId;
use store::person::{self, Person};
use store::{AuditEntry, Event, Receipt, Tx, api_token, session};

use super::change::keep_an_administrator;
use super::view::{PersonView, others_only, view};
use crate::account::sessions_alone;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Ends all sessions of a person and lets nobody in under the name.
pub async fn deactivate(ctx: &Ctx, id: PersonId, version: i64) -> Result<PersonView> {
    let (mut tx, old) = load(ctx, id, version).await?;
    others_only(ctx, id)?;
    if old.deactivated_at.is_some() {
        tx.unchanged().await?;
        return Ok(view(ctx, old));
    }
    keep_an_administrator(&mut tx, &old).await?;
    sessions_alone(&mut tx, id).await?;
    let at = tx.at();
    person::set_deactivated(&mut tx, &old, Some(at)).await?;
    session::end_all(&mut tx, id, None).await?;
    api_token::revoke_all(&mut tx, id).await?;
    finish(ctx, tx, "person.deactivate", id).await
}

/// Lets a person in again; they sign in anew.
pub async fn reactivate(ctx: &Ctx, id: PersonId, version: i64) -> Result<PersonView> {
    let (mut tx, old) = load(ctx, id, version).await?;
    if old.deactivated_at.is_none() {
        tx.unchanged().await?;
        return Ok(view(ctx, old));
    }
    person::set_deactivated(&mut tx, &old, None).await?;
    finish(ctx, tx, "person.reactivate", id).await
}

async fn load(ctx: &Ctx, id: PersonId, version: i64) -> Result<(Tx, Person)> {
    let scope = ctx.permit(Action::PeopleEdit)?;
    let mut tx = ctx.begin().await?;
    let person = person::get(&mut tx, id, &scope).await?;
    if person.version != version {
        return Err(Error::stale());
    }
    Ok((tx, person))
}

async fn finish(ctx: &Ctx, mut tx: Tx, action: &str, id: PersonId) -> Result<PersonView> {
    let person = person::get(&mut tx, id, &store::Scope::All).await?;
    let receipt = Receipt::new(AuditEntry::new(action, "person", id))
        .event(Event::new("person.changed", id, serde_json::json!({})).branch(person.org));
    ctx.finish(tx, receipt, view(ctx, person)).await
}
