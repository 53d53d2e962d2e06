//! Requests that may be repeated: the same key acts once and gets the same answer.

use jiff::Timestamp;

use crate::conn::Conn;
use crate::db::Db;
use crate::error::{Result, StoreError};
use crate::tx::Tx;

/// The answer to remember, written with the transaction's receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub key: String,
    /// Hash over method, path and body of the request, to notice a key used for something else.
    pub request_hash: String,
    pub status: u16,
    pub body: String,
}

/// What is known about a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// Never seen: act.
    New,
    /// The same request: give this answer again.
    Same { status: u16, body: String },
    /// The key belongs to another request: refuse.
    Different,
}

crate::statements! {
    FIND = "SELECT request_hash, status, body FROM idempotency WHERE actor = $1 AND key = $2";
    REMEMBER = "INSERT INTO idempotency (actor, key, request_hash, status, body, at) \
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (actor, key) DO NOTHING";
    FORGET = "DELETE FROM idempotency WHERE (actor, key) IN \
        (SELECT actor, key FROM idempotency WHERE at < $1 ORDER BY at LIMIT $2)";
}

/// Looks a key up. Keys are private to their actor.
pub async fn look_up(conn: &mut Conn, actor: &str, key: &str, request_hash: &str) -> Result<Known> {
    let Some(row) = conn.optional(FIND.bind(actor).bind(key)).await? else {
        return Ok(Known::New);
    };
    if row.get::<String>("request_hash")? != request_hash {
        return Ok(Known::Different);
    }
    let status: i64 = row.get("status")?;
    let status =
        u16::try_from(status).map_err(|why| StoreError::corrupt("idempotency status", why))?;
    Ok(Known::Same {
        status,
        body: row.get("body")?,
    })
}

/// Forgets at most `limit` answers older than `before`; returns how many.
pub async fn forget(db: &Db, before: Timestamp, limit: u32) -> Result<u64> {
    let mut chore = db.chore().await?;
    let forgotten = chore.run(FORGET.bind(before).bind(limit)).await?;
    chore.commit().await?;
    Ok(forgotten)
}

/// [`StoreError::KeyTaken`] if a concurrent request with the same key was faster: roll back and look it up.
pub(crate) async fn remember(tx: &mut Tx, answer: &Answer) -> Result<()> {
    let query = REMEMBER
        .bind(&tx.origin().actor)
        .bind(&answer.key)
        .bind(&answer.request_hash)
        .bind(i64::from(answer.status))
        .bind(&answer.body)
        .bind(tx.at());
    match tx.run(query).await? {
        1 => Ok(()),
        _ => Err(StoreError::KeyTaken),
    }
}
