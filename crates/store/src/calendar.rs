//! The company's calendars and announced holidays as documents; `app::calendars` gives them their type.

use jiff::Timestamp;

use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::tx::Tx;

/// Most documents an installation keeps.
pub const MAX_DOCUMENTS: u32 = 500;

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A calendar under its name.
    Calendar,
    /// Announced public holidays under the years they are for.
    Holidays,
}

/// A calendar or announcement of holidays as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDocument {
    pub kind: Kind,
    pub name: String,
    pub body: String,
    pub version: i64,
    pub changed_at: Timestamp,
}

crate::statements! {
    LIST = "SELECT kind, name, body, version, changed_at FROM company_calendar ORDER BY changed_at, kind, name LIMIT $1";
    LIST_WITH = "SELECT kind, name, body, version, changed_at FROM company_calendar UNION ALL \
        SELECT '' AS kind, name, body, version, CAST(0 AS BIGINT) AS changed_at FROM setting WHERE name = $1 \
        ORDER BY changed_at, kind, name LIMIT $2";
    INSERT = "INSERT INTO company_calendar (kind, name, body, changed_at, version) VALUES ($1, $2, $3, $4, 1) \
        ON CONFLICT (kind, name) DO NOTHING";
    INSERT_VERSION = "INSERT INTO company_calendar_version (revision, kind, name, body, version, changed_at) \
        SELECT COALESCE(MAX(revision), 0) + 1, CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT), \
        CAST($5 AS BIGINT) FROM company_calendar_version";
    REVISION = "SELECT COALESCE(MAX(revision), 0) AS revision FROM company_calendar_version";
    LIST_AT = "SELECT v.kind, v.name, v.body, v.version, v.changed_at FROM company_calendar_version v \
        WHERE v.revision <= $1 AND NOT EXISTS (SELECT 1 FROM company_calendar_version later WHERE later.kind = v.kind \
        AND later.name = v.name AND later.revision > v.revision AND later.revision <= $1) \
        ORDER BY v.changed_at, v.kind, v.name LIMIT $2";
    UPDATE = "UPDATE company_calendar SET body = $3, changed_at = $4, version = version + 1 \
        WHERE kind = $1 AND name = $2 AND version = $5";
}

/// All documents, the one changed last at the end. Few: they are read together wherever a clock is computed.
pub async fn all(conn: &mut Conn) -> Result<Vec<CalendarDocument>> {
    let rows = conn.all(LIST.bind(MAX_DOCUMENTS)).await?;
    rows.iter().map(CalendarDocument::read).collect()
}

/// All documents as [`all`] has them, and with them a document of the company's settings, if it was ever written.
pub async fn all_with(
    conn: &mut Conn,
    setting: &str,
) -> Result<(Vec<CalendarDocument>, Option<String>)> {
    let query = LIST_WITH.bind(setting).bind(MAX_DOCUMENTS + 1);
    let mut documents = Vec::new();
    let mut found = None;
    for row in conn.all(query).await? {
        if row.get::<String>("kind")?.is_empty() {
            found = Some(row.get("body")?);
        } else {
            documents.push(CalendarDocument::read(&row)?);
        }
    }
    Ok((documents, found))
}

/// How often documents were written so far.
pub async fn revision(conn: &mut Conn) -> Result<i64> {
    let row = conn.one(REVISION.query(), "calendar").await?;
    row.get("revision")
}

/// All documents as they were after so many writes, in the order of [`all`].
pub async fn all_at(conn: &mut Conn, revision: i64) -> Result<Vec<CalendarDocument>> {
    let rows = conn.all(LIST_AT.bind(revision).bind(MAX_DOCUMENTS)).await?;
    rows.iter().map(CalendarDocument::read).collect()
}

/// Writes a document, guarded by the version it was read with; 0 for one that was never written.
pub async fn set(tx: &mut Tx, kind: Kind, name: &str, body: &str, version: i64) -> Result<()> {
    let now = tx.at();
    let query = match version {
        0 => INSERT.bind(kind.as_str()).bind(name).bind(body).bind(now),
        version => UPDATE
            .bind(kind.as_str())
            .bind(name)
            .bind(body)
            .bind(now)
            .bind(version),
    };
    tx.guarded(query, "calendar").await?;
    let kept = INSERT_VERSION
        .bind(kind.as_str())
        .bind(name)
        .bind(body)
        .bind(version + 1)
        .bind(now);
    tx.run(kept).await.map(|_| ())
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Holidays => "holidays",
        }
    }
}

impl CalendarDocument {
    fn read(row: &Row) -> Result<Self> {
        let kind: String = row.get("kind")?;
        Ok(Self {
            kind: if kind == Kind::Holidays.as_str() {
                Kind::Holidays
            } else {
                Kind::Calendar
            },
            name: row.get("name")?,
            body: row.get("body")?,
            version: row.get("version")?,
            changed_at: row.get("changed_at")?,
        })
    }
}
