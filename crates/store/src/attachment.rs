//! Which files belong to which subject. Whoever may see the subject may see its attachments.

use jiff::Timestamp;

use crate::conn::Conn;
use crate::error::Result;
use crate::files::{ContentHash, StoredFile};
use crate::row::Row;
use crate::tx::Tx;

/// Most attachments one listing returns.
const MAX_LISTED: i64 = 500;

/// A file as it was attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub id: String,
    pub subject_kind: String,
    pub subject: String,
    pub hash: ContentHash,
    pub size: i64,
    /// For display and download only.
    pub name: String,
    pub media_type: String,
    pub created_by: String,
    pub created_at: Timestamp,
}

/// What is said about a file when it is attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttachment<'a> {
    pub id: &'a str,
    pub subject_kind: &'a str,
    pub subject: &'a str,
    pub name: &'a str,
    pub media_type: &'a str,
}

crate::statements! {
    KNOW_FILE = "INSERT INTO file (hash, size, created_at) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING";
    INSERT = "INSERT INTO attachment (id, subject_kind, subject, hash, name, media_type, created_by, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    GET = "SELECT a.id, a.subject_kind, a.subject, a.hash, f.size, a.name, a.media_type, a.created_by, a.created_at \
        FROM attachment a JOIN file f ON f.hash = a.hash WHERE a.id = $1";
    OF_SUBJECT = "SELECT a.id, a.subject_kind, a.subject, a.hash, f.size, a.name, a.media_type, a.created_by, \
        a.created_at FROM attachment a JOIN file f ON f.hash = a.hash \
        WHERE a.subject_kind = $1 AND a.subject = $2 ORDER BY a.created_at, a.id LIMIT $3";
    HASHES = "SELECT hash FROM file WHERE hash > $1 ORDER BY hash LIMIT $2";
}

/// Attaches a stored file to a subject.
pub async fn attach(tx: &mut Tx, new: &NewAttachment<'_>, file: &StoredFile) -> Result<()> {
    let (hash, at) = (file.hash.to_string(), tx.at());
    let size = i64::try_from(file.size).expect("a file is smaller than 2^63 bytes");
    tx.run(KNOW_FILE.bind(&hash).bind(size).bind(at)).await?;
    let query = INSERT
        .bind(new.id)
        .bind(new.subject_kind)
        .bind(new.subject)
        .bind(&hash)
        .bind(new.name)
        .bind(new.media_type)
        .bind(&tx.origin().actor)
        .bind(at);
    tx.run(query).await.map(|_| ())
}

/// One attachment; the caller checks that its subject is visible.
pub async fn get(conn: &mut Conn, id: &str) -> Result<Attachment> {
    Attachment::read(&conn.one(GET.bind(id), "attachment").await?)
}

/// The attachments of a subject, oldest first.
pub async fn of_subject(conn: &mut Conn, kind: &str, subject: &str) -> Result<Vec<Attachment>> {
    let rows = conn
        .all(OF_SUBJECT.bind(kind).bind(subject).bind(MAX_LISTED))
        .await?;
    rows.iter().map(Attachment::read).collect()
}

/// The hashes of known files after one, in order, to check or copy them all page by page.
pub async fn hashes(
    conn: &mut Conn,
    after: Option<&ContentHash>,
    limit: u32,
) -> Result<Vec<ContentHash>> {
    let after = after.map(ToString::to_string).unwrap_or_default();
    conn.all(HASHES.bind(after).bind(limit))
        .await?
        .iter()
        .map(|row| row.parse("hash"))
        .collect()
}

impl Attachment {
    pub(crate) fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject")?,
            hash: row.parse("hash")?,
            size: row.get("size")?,
            name: row.get("name")?,
            media_type: row.get("media_type")?,
            created_by: row.get("created_by")?,
            created_at: row.get("created_at")?,
        })
    }
}
