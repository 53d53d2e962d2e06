//! Notices to one person, told once each.

use std::collections::BTreeSet;

use domain::ids::{NoticeId, PersonId};
use jiff::Timestamp;

use crate::conn::Conn;
use crate::error::Result;
use crate::row::{BEHIND_EVERY_ID, Row};
use crate::tx::Tx;

/// Notices that one statement writes.
const AT_ONCE: usize = 500;
/// Most notices marked as read at once.
pub const MAX_READ: usize = 200;

/// A notice as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub id: NoticeId,
    pub person: PersonId,
    /// Stable name such as `obligation.warning`; the reader's language is chosen when it is shown.
    pub kind: String,
    /// Id of what it is about.
    pub subject: String,
    /// What fills the sentence.
    pub params: serde_json::Value,
    /// The same key is told once per person.
    pub dedup: String,
    pub at: Timestamp,
    pub read_at: Option<Timestamp>,
}

/// A place in the list, which goes from new to old.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeCursor {
    pub at: Timestamp,
    pub id: String,
}

crate::statements! {
    INSERT = "INSERT INTO notice (id, person_id, kind, subject, params, dedup, at) VALUES {rows} \
        ON CONFLICT (person_id, dedup) DO NOTHING RETURNING id";
    PAGE = "SELECT id, person_id, kind, subject, params, dedup, at, read_at FROM notice \
        WHERE person_id = $1 AND (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4";
    UNREAD = "SELECT CAST(COUNT(*) AS BIGINT) AS n FROM notice WHERE person_id = $1 AND read_at IS NULL";
    READ = "UPDATE notice SET read_at = $3 WHERE person_id = $1 AND id = $2 AND read_at IS NULL";
    READ_ALL = "UPDATE notice SET read_at = $2 WHERE person_id = $1 AND read_at IS NULL";
}

/// Adds notices and returns the ids of those that are new: the others were told already.
pub async fn insert(tx: &mut Tx, notices: &[Notice]) -> Result<BTreeSet<NoticeId>> {
    let mut new = BTreeSet::new();
    for some in notices.chunks(AT_ONCE) {
        let rows = some.iter().map(|notice| {
            vec![
                notice.id.to_string().into(),
                notice.person.to_string().into(),
                (&notice.kind).into(),
                (&notice.subject).into(),
                (&notice.params).into(),
                (&notice.dedup).into(),
                notice.at.into(),
            ]
        });
        for row in &tx.all(INSERT.query().rows(rows.collect())).await? {
            new.insert(row.parse("id")?);
        }
    }
    Ok(new)
}

/// A person's notices, newest first.
pub async fn page(
    conn: &mut Conn,
    person: PersonId,
    before: Option<&NoticeCursor>,
    limit: u32,
) -> Result<Vec<Notice>> {
    let query = PAGE
        .bind(person.to_string())
        .bind(before.map_or(Timestamp::MAX, |cursor| cursor.at))
        .bind(before.map_or(BEHIND_EVERY_ID, |cursor| cursor.id.as_str()))
        .bind(limit);
    conn.all(query).await?.iter().map(Notice::read).collect()
}

pub async fn unread(conn: &mut Conn, person: PersonId) -> Result<i64> {
    conn.one(UNREAD.bind(person.to_string()), "count")
        .await?
        .get("n")
}

/// Marks some of a person's notices as read, all of them for an empty list; returns how many changed.
pub async fn mark_read(tx: &mut Tx, person: PersonId, ids: &[NoticeId]) -> Result<u64> {
    let at = tx.at();
    if ids.is_empty() {
        return tx.run(READ_ALL.bind(person.to_string()).bind(at)).await;
    }
    let mut changed = 0;
    for id in ids.iter().take(MAX_READ) {
        changed += tx
            .run(READ.bind(person.to_string()).bind(id.to_string()).bind(at))
            .await?;
    }
    Ok(changed)
}

impl Notice {
    pub(crate) fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            person: row.parse("person_id")?,
            kind: row.get("kind")?,
            subject: row.get("subject")?,
            params: row.json("params")?,
            dedup: row.get("dedup")?,
            at: row.get("at")?,
            read_at: row.get("read_at")?,
        })
    }
}
