//! Signing out.

use domain::access::Action;
use store::{AuditEntry, Receipt, session};

use crate::ctx::Ctx;
use crate::error::Result;

/// Ends the session the request came with.
pub async fn sign_out(ctx: &Ctx) -> Result<()> {
    ctx.permit(Action::AccountOwn)?;
    let mut tx = ctx.begin().await?;
    if !session::end(&mut tx, ctx.actor.session, ctx.person()).await? {
        return Ok(tx.unchanged().await?);
    }
    let entry = AuditEntry::new("session.close", "session", ctx.actor.session);
    ctx.finish(tx, Receipt::new(entry), ()).await
}
