//! Changing one's own password.

use domain::access::Action;
use serde::Deserialize;
use store::person::Credential;
use store::{AuditEntry, Receipt, person, session};
use utoipa::ToSchema;

use super::api_tokens::signed_in;
use super::password::check_password;
use super::{SAME_PASSWORD, WRONG_PASSWORD, lockout, sessions_alone};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    pub current_password: String,
    pub new_password: String,
}

/// Sets a new password and ends all other sessions of the person. Whoever sits at somebody else's open desk may not guess
/// the password here either: wrong ones count as at sign-in.
pub async fn change_password(ctx: &Ctx, given: &ChangePassword) -> Result<()> {
    ctx.permit(Action::AccountOwn)?;
    signed_in(ctx)?;
    let key = lockout::key(&ctx.actor.login);
    let mut read = ctx.read().await?;
    lockout::refuse_locked(&mut read, &key, ctx.now()).await?;
    let known = person::credential(&mut read, ctx.person()).await?;
    drop(read);
    let passwords = &ctx.app.passwords;
    if !passwords
        .verify(
            &given.current_password,
            known.as_ref().map(|known| known.hash.as_str()),
        )
        .await?
    {
        let wrong = Error::field("/current_password", WRONG_PASSWORD);
        let who = Some(ctx.person());
        return Err(lockout::note_failure(&ctx.app, &ctx.request, who, &key, wrong).await?);
    }
    if given.new_password == given.current_password {
        return Err(Error::field("/new_password", SAME_PASSWORD));
    }
    check_password("/new_password", &given.new_password, &ctx.actor.login)?;
    let hash = passwords
        .hash(&given.new_password, ctx.app.random.as_ref())
        .await?;
    let mut tx = ctx.begin().await?;
    lockout::alone(&mut tx, &key).await?;
    lockout::refuse_locked(&mut tx, &key, ctx.now()).await?;
    sessions_alone(&mut tx, ctx.person()).await?;
    // Two changes at once: the slower one proved a password that is no longer the current one.
    if person::credential(&mut tx, ctx.person()).await? != known {
        return Err(Error::stale());
    }
    let credential = Credential {
        hash,
        must_change: false,
        changed_at: tx.at(),
    };
    person::set_credential(&mut tx, ctx.person(), &credential).await?;
    session::clear_guard(&mut tx, &key).await?;
    session::end_all(&mut tx, ctx.person(), Some(ctx.actor.session)).await?;
    ctx.finish(
        tx,
        Receipt::new(AuditEntry::new(
            "account.change_password",
            "person",
            ctx.person(),
        )),
        (),
    )
    .await
}
