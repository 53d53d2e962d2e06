//! One's own sessions: seen and ended.

use domain::access::Action;
use domain::ids::SessionId;
use serde::Serialize;
use store::{AuditEntry, Receipt, session};
use utoipa::ToSchema;

use super::IDLE;
use super::api_tokens::signed_in;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// A place where the caller is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionView {
    pub id: SessionId,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: jiff::Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub last_seen_at: jiff::Timestamp,
    pub address: String,
    pub user_agent: String,
    /// The session this request came with.
    pub current: bool,
}

/// Where the caller is signed in, newest first.
pub async fn sessions(ctx: &Ctx) -> Result<Vec<SessionView>> {
    ctx.permit(Action::AccountOwn)?;
    let now = ctx.now();
    let mut read = ctx.read().await?;
    let sessions = session::of_person(&mut read, ctx.person(), now).await?;
    Ok(sessions
        .into_iter()
        .filter(|session| now.duration_since(session.seen_at) < IDLE)
        .map(|session| SessionView {
            current: session.id == ctx.actor.session,
            id: session.id,
            created_at: session.created_at,
            last_seen_at: session.seen_at,
            address: session.address,
            user_agent: session.user_agent,
        })
        .collect())
}

/// Ends one of the caller's sessions. Somebody else's is not found.
pub async fn revoke_session(ctx: &Ctx, id: SessionId) -> Result<()> {
    ctx.permit(Action::AccountOwn)?;
    signed_in(ctx)?;
    let mut tx = ctx.begin().await?;
    if !session::end(&mut tx, id, ctx.person()).await? {
        return Err(Error::not_found());
    }
    ctx.finish(
        tx,
        Receipt::new(AuditEntry::new("session.revoke", "session", id)),
        (),
    )
    .await
}
