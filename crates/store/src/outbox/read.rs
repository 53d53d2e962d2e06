use crate::conn::Conn;
use crate::error::Result;
use crate::outbox::{Cursor, Event, MAX_PAGE, Recorded};
use crate::row::Row;
use crate::scope::Scope;

crate::statements! {
    AFTER = "SELECT xid, seq, at, topic, subject, branch_id, person_id, customer_id, payload FROM outbox \
        WHERE (xid, seq) > ($1, $2) AND xid < {settled_xid} \
        AND {scope: branch=branch_id, own=person_id, customer=customer_id, \
        job=subject@id|subject@unit_id|subject@customer_id} ORDER BY xid, seq LIMIT $3";
    LATEST = "SELECT xid, seq FROM outbox WHERE xid < {settled_xid} ORDER BY xid DESC, seq DESC LIMIT 1";
    UNSETTLED = "SELECT COUNT(*) AS events FROM outbox WHERE xid >= {settled_xid}";
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
        .map_or(Ok(Cursor::default()), |row| Cursor::read(&row))
}

/// How many events are committed but not readable yet, because an older transaction is still running. On PostgreSQL
/// it may run in another database of the cluster. For monitoring, and for tests to wait.
pub async fn unsettled(conn: &mut Conn) -> Result<i64> {
    conn.one(UNSETTLED.query(), "events").await?.get("events")
}

impl Cursor {
    pub(super) fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            xid: row.get("xid")?,
            seq: row.get("seq")?,
        })
    }
}

impl Recorded {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            cursor: Cursor::read(row)?,
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
