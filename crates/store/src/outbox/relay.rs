use jiff::{SignedDuration, Timestamp};

use crate::conn::Conn;
use crate::db::Db;
use crate::error::{Result, StoreError};
use crate::outbox::{Cursor, Recorded, after};
use crate::scope::Scope;
use crate::tx::Tx;

/// A relay's claim and how far it has come; give it to [`Receipt::relayed`](crate::Receipt::relayed) or [`skip`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    relay: String,
    claim: String,
    reached: Cursor,
}

crate::statements! {
    PLACE = "SELECT xid, seq FROM outbox_relay WHERE name = $1";
    REGISTER = "INSERT INTO outbox_relay (name, xid, seq, claimed_until) VALUES ($1, 0, 0, 0) \
        ON CONFLICT (name) DO NOTHING";
    CLAIM = "UPDATE outbox_relay SET claim = $2, claimed_until = $4 WHERE name = $1 AND claimed_until <= $3 \
        RETURNING xid, seq";
    ADVANCE = "UPDATE outbox_relay SET xid = $3, seq = $4, claim = NULL, claimed_until = 0 \
        WHERE name = $1 AND claim = $2";
    TRIM = "DELETE FROM outbox WHERE seq IN (SELECT o.seq FROM outbox o WHERE o.at < $1 AND NOT EXISTS \
        (SELECT 1 FROM outbox_relay r WHERE (r.xid, r.seq) < (o.xid, o.seq)) ORDER BY o.at LIMIT $2)";
    FLATTEN_EVENTS = "UPDATE outbox SET xid = 0";
    FLATTEN_RELAYS = "UPDATE outbox_relay SET xid = 0, claim = NULL, claimed_until = 0";
}

/// Claims the relay `name` for `lease` and returns its next events. `None` while somebody else holds it or
/// when nothing is new, which reads two index entries and writes nothing. `claim` is a random token of the caller.
pub async fn claim(
    db: &Db,
    name: &str,
    claim: &str,
    now: Timestamp,
    lease: SignedDuration,
    limit: u32,
) -> Result<Option<(Position, Vec<Recorded>)>> {
    if !has_news(&mut *db.read().await?, name).await? {
        return Ok(None);
    }
    let mut chore = db.chore().await?;
    chore.run(REGISTER.bind(name)).await?;
    let query = CLAIM.bind(name).bind(claim).bind(now).bind(now + lease);
    let Some(row) = chore.optional(query).await? else {
        return Ok(None);
    };
    let events = after(&mut chore, Cursor::read(&row)?, &Scope::All, limit).await?;
    let Some(last) = events.last() else {
        return Ok(None);
    };
    let position = Position {
        relay: name.into(),
        claim: claim.into(),
        reached: last.cursor,
    };
    chore.commit().await?;
    Ok(Some((position, events)))
}

/// Moves the relay on without any other effect, when none of the events concerned it.
pub async fn skip(db: &Db, position: &Position) -> Result<()> {
    let mut chore = db.chore().await?;
    match chore.run(position.advance()).await? {
        1 => chore.commit().await,
        _ => Err(StoreError::Stale { what: "relay" }),
    }
}

/// Removes at most `limit` events older than `before` that every relay has passed; returns how many.
pub async fn trim(db: &Db, before: Timestamp, limit: u32) -> Result<u64> {
    let mut chore = db.chore().await?;
    let removed = chore.run(TRIM.bind(before).bind(limit)).await?;
    chore.commit().await?;
    Ok(removed)
}

/// Makes events readable that came from another PostgreSQL cluster, whose transaction ids may lie ahead of this
/// one's. To be called once after data was restored or copied, while nobody else writes; the order stays.
pub async fn after_restore(db: &Db) -> Result<()> {
    let mut chore = db.chore().await?;
    chore.run(FLATTEN_EVENTS.query()).await?;
    chore.run(FLATTEN_RELAYS.query()).await?;
    chore.commit().await
}

/// Stale if the lease ran out and somebody else took over: the effect must not happen twice.
pub(crate) async fn advance(tx: &mut Tx, position: &Position) -> Result<()> {
    tx.guarded(position.advance(), "relay").await
}

async fn has_news(conn: &mut Conn, name: &str) -> Result<bool> {
    let place = conn.optional(PLACE.bind(name)).await?;
    let place = place.map_or(Ok(Cursor::default()), |row| Cursor::read(&row))?;
    Ok(!after(conn, place, &Scope::All, 1).await?.is_empty())
}

impl Position {
    fn advance(&self) -> crate::Query {
        ADVANCE
            .bind(&self.relay)
            .bind(&self.claim)
            .bind(self.reached.xid)
            .bind(self.reached.seq)
    }
}
