//! Requests that are sent again: the first answer is given once more.

use store::Conn;
use store::idempotency::{self, Known};

use crate::ctx::{Ctx, Repeat};
use crate::error::{Error, KEY_REUSED, Result};

/// The answer that was given before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    pub status: u16,
    /// JSON, exactly as it was given.
    pub body: String,
}

/// What this request was answered before, if it carries a key. A key of another request is refused.
pub async fn known(ctx: &Ctx) -> Result<Option<Answered>> {
    let Some(repeat) = &ctx.repeat else {
        return Ok(None);
    };
    look_up(ctx, &mut *ctx.read().await?, repeat).await
}

/// The same for a request that lost the race against its twin: the twin's answer may not be durable yet, so it is read
/// in a turn of its own, which waits for that.
pub async fn of_twin(ctx: &Ctx) -> Result<Option<Answered>> {
    let Some(repeat) = &ctx.repeat else {
        return Ok(None);
    };
    let mut tx = ctx.begin().await?;
    let found = look_up(ctx, &mut tx, repeat).await;
    tx.unchanged().await?;
    found
}

async fn look_up(ctx: &Ctx, conn: &mut Conn, repeat: &Repeat) -> Result<Option<Answered>> {
    let actor = ctx.person().to_string();
    match idempotency::look_up(conn, &actor, &repeat.key, &repeat.request_hash).await? {
        Known::New => Ok(None),
        Known::Same { status, body } => Ok(Some(Answered { status, body })),
        Known::Different => Err(Error::refused(KEY_REUSED)),
    }
}
