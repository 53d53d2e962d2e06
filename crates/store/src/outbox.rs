//! Events for live updates and notices, written with the change they tell of and read in order.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};

use crate::conn::Conn;
use crate::db::Db;
use crate::error::{Result, StoreError};
use crate::row::Row;
use crate::scope::Scope;
use crate::tx::Tx;
use crate::value::Value;

/// Most events one read returns.
pub const MAX_PAGE: u32 = 500;

/// Something that happened, for those whose scope covers it.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// A stable name such as `case.reported`.
    pub topic: String,
    pub subject: String,
    pub branch: Option<String>,
    pub person: Option<String>,
    pub customer: Option<String>,
    pub payload: serde_json::Value,
}

impl Event {
    /// An event that nobody but the whole company's scope sees until a branch, person or customer is named.
    pub fn new(
        topic: impl Into<String>,
        subject: impl ToString,
        payload: serde_json::Value,
    ) -> Self {
        Self {
            topic: topic.into(),
            subject: subject.to_string(),
            branch: None,
            person: None,
            customer: None,
            payload,
        }
    }

    #[must_use]
    pub fn branch(mut self, id: impl ToString) -> Self {
        self.branch = Some(id.to_string());
        self
    }

    #[must_use]
    pub fn person(mut self, id: impl ToString) -> Self {
        self.person = Some(id.to_string());
        self
    }

    #[must_use]
    pub fn customer(mut self, id: impl ToString) -> Self {
        self.customer = Some(id.to_string());
        self
    }
}

/// A place in the order of events. On the wire it reads `12-345` and serves as the id of a server-sent event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    xid: i64,
    seq: i64,
}

impl fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.xid, self.seq)
    }
}

impl FromStr for Cursor {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self> {
        let invalid = || StoreError::Invalid {
            why: "expected an event id such as 12-345".into(),
        };
        let (xid, seq) = text.split_once('-').ok_or_else(invalid)?;
        Ok(Self {
            xid: xid.parse().map_err(|_| invalid())?,
            seq: seq.parse().map_err(|_| invalid())?,
        })
    }
}

/// An event with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    pub cursor: Cursor,
    pub at: Timestamp,
    pub event: Event,
}

/// A relay's claim and how far it has come; give it to [`Receipt::relayed`](crate::Receipt::relayed).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    relay: String,
    claim: String,
    reached: Cursor,
}

crate::statements! {
    APPEND = "INSERT INTO outbox (xid, at, topic, subject, branch_id, person_id, customer_id, payload) VALUES {rows}";
    STAMP = "SELECT {xid} AS xid";
    AFTER = "SELECT xid, seq, at, topic, subject, branch_id, person_id, customer_id, payload FROM outbox \
        WHERE (xid, seq) > ($1, $2) AND xid < {settled_xid} \
        AND {scope: branch=branch_id, own=person_id, customer=customer_id} ORDER BY xid, seq LIMIT $3";
    LATEST = "SELECT xid, seq FROM outbox WHERE xid < {settled_xid} ORDER BY xid DESC, seq DESC LIMIT 1";
    UNSETTLED = "SELECT COUNT(*) AS events FROM outbox WHERE xid >= {settled_xid}";
    REGISTER = "INSERT INTO outbox_relay (name, xid, seq, claimed_until) VALUES ($1, 0, 0, 0) \
        ON CONFLICT (name) DO NOTHING";
    CLAIM = "UPDATE outbox_relay SET claim = $2, claimed_until = $4 WHERE name = $1 AND claimed_until <= $3 \
        RETURNING xid, seq";
    ADVANCE = "UPDATE outbox_relay SET xid = $3, seq = $4, claim = NULL, claimed_until = 0 \
        WHERE name = $1 AND claim = $2";
    TRIM = "DELETE FROM outbox WHERE seq IN (SELECT o.seq FROM outbox o WHERE o.at < $1 AND NOT EXISTS \
        (SELECT 1 FROM outbox_relay r WHERE (r.xid, r.seq) < (o.xid, o.seq)) ORDER BY o.at LIMIT $2)";
}

pub(crate) async fn append(tx: &mut Tx, events: &[Event]) -> Result<()> {
    if events.is_empty() {
        return Ok(());
    }
    let xid: i64 = tx.one(STAMP.query(), "transaction").await?.get("xid")?;
    let at = tx.at();
    let rows = events.iter().map(|event| event.values(xid, at)).collect();
    tx.run(APPEND.query().rows(rows)).await?;
    Ok(())
}

/// Up to `limit` events after a place, oldest first, as far as `scope` covers them.
pub async fn after(
    conn: &mut Conn,
    cursor: Cursor,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<Recorded>> {
    let query = AFTER
        .bind(cursor.xid)
        .bind(cursor.seq)
        .bind(limit.min(MAX_PAGE))
        .scope(scope);
    conn.all(query).await?.iter().map(Recorded::read).collect()
}

/// The place of the newest event, where a page that just opened starts to listen.
pub async fn latest(conn: &mut Conn) -> Result<Cursor> {
    conn.optional(LATEST.query())
        .await?
        .map_or(Ok(Cursor::default()), |row| read_cursor(&row))
}

/// How many events are committed but not readable yet, because an older transaction is still running. On PostgreSQL
/// it may run in another database of the cluster. For monitoring, and for tests to wait.
pub async fn unsettled(conn: &mut Conn) -> Result<i64> {
    conn.one(UNSETTLED.query(), "events").await?.get("events")
}

/// Claims the relay `name` for `lease` and returns its next events. `None` while somebody else holds it or
/// when nothing is new. `claim` is a random token of the caller.
pub async fn claim(
    db: &Db,
    name: &str,
    claim: &str,
    now: Timestamp,
    lease: SignedDuration,
    limit: u32,
) -> Result<Option<(Position, Vec<Recorded>)>> {
    let mut chore = db.chore().await?;
    chore.run(REGISTER.bind(name)).await?;
    let query = CLAIM.bind(name).bind(claim).bind(now).bind(now + lease);
    let Some(row) = chore.optional(query).await? else {
        return Ok(None);
    };
    let events = after(&mut chore, read_cursor(&row)?, &Scope::All, limit).await?;
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
    let moved = chore.run(position.advance()).await?;
    if moved != 1 {
        return Err(StoreError::Stale { what: "relay" });
    }
    chore.commit().await
}

/// Removes at most `limit` events older than `before` that every relay has passed; returns how many.
pub async fn trim(db: &Db, before: Timestamp, limit: u32) -> Result<u64> {
    let mut chore = db.chore().await?;
    let removed = chore.run(TRIM.bind(before).bind(limit)).await?;
    chore.commit().await?;
    Ok(removed)
}

/// Stale if the lease ran out and somebody else took over: the effect must not happen twice.
pub(crate) async fn advance(tx: &mut Tx, position: &Position) -> Result<()> {
    tx.guarded(position.advance(), "relay").await
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

impl Event {
    fn values(&self, xid: i64, at: Timestamp) -> Vec<Value> {
        vec![
            xid.into(),
            at.into(),
            Value::from(&self.topic),
            Value::from(&self.subject),
            self.branch.clone().into(),
            self.person.clone().into(),
            self.customer.clone().into(),
            Value::from(&self.payload),
        ]
    }
}

fn read_cursor(row: &Row) -> Result<Cursor> {
    Ok(Cursor {
        xid: row.get("xid")?,
        seq: row.get("seq")?,
    })
}

impl Recorded {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            cursor: read_cursor(row)?,
            at: row.get("at")?,
            event: Event {
                topic: row.get("topic")?,
                subject: row.get("subject")?,
                branch: row.get("branch_id")?,
                person: row.get("person_id")?,
                customer: row.get("customer_id")?,
                payload: row.json("payload")?,
            },
        })
    }
}
