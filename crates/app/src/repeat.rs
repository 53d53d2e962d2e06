//! Requests that are sent again: the first answer is given once more.

use store::idempotency::{self, Known};

use crate::ctx::Ctx;
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
    let mut read = ctx.read().await?;
    let actor = ctx.person().to_string();
    match idempotency::look_up(&mut read, &actor, &repeat.key, &repeat.request_hash).await? {
        Known::New => Ok(None),
        Known::Same { status, body } => Ok(Some(Answered { status, body })),
        Known::Different => Err(Error::refused(KEY_REUSED)),
    }
}
