//! Giving somebody who forgot the password a new one.

use domain::access::Action;
use domain::ids::PersonId;
use serde::Deserialize;
use store::person::{self, Credential};
use store::{AuditEntry, Receipt, api_token, session};
use utoipa::ToSchema;

use super::view::may_reset;
use crate::account::{check_password, sessions_alone};
use crate::ctx::Ctx;
use crate::error::Result;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    /// Must be changed by the person at the next sign-in.
    pub password: String,
}

/// Sets a password that must be changed, and ends all sessions of the person.
pub async fn reset_password(ctx: &Ctx, id: PersonId, given: &ResetPassword) -> Result<()> {
    let scope = ctx.permit(Action::PeopleEdit)?;
    let mut read = ctx.read().await?;
    let person = person::get(&mut read, id, &scope).await?;
    drop(read);
    may_reset(ctx, &person)?;
    check_password("/password", &given.password, &person.login)?;
    let hash = ctx
        .app
        .passwords
        .hash(&given.password, ctx.app.random.as_ref())
        .await?;
    let mut tx = ctx.begin().await?;
    sessions_alone(&mut tx, id).await?;
    let credential = Credential {
        hash,
        must_change: true,
        changed_at: tx.at(),
    };
    person::set_credential(&mut tx, id, &credential).await?;
    session::end_all(&mut tx, id, None).await?;
    api_token::revoke_all(&mut tx, id).await?;
    ctx.finish(
        tx,
        Receipt::new(AuditEntry::new("person.reset_password", "person", id)),
        (),
    )
    .await
}
