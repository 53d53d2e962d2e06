//! Files of a unit: photos, and the project archive by kind of record.

use domain::ids::{FileId, UnitId};
use domain::unit::Record;
use jiff::Timestamp;

use crate::attachment::Attachment;
use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::tx::Tx;

/// A file in a unit's archive. One that was removed keeps its line, its bytes, and the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFile {
    pub attachment: Attachment,
    pub record: Record,
    pub title: String,
    pub removed: Option<Removed>,
}

/// Who took a file out of the archive, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    pub at: Timestamp,
    /// Id of the person.
    pub by: String,
    pub because: String,
}

macro_rules! select_file {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.subject_kind, a.subject, a.hash, f.size, a.name, a.media_type, a.created_by, a.created_at, \
            u.record, u.title, u.removed_at, u.removed_by, u.removed_because FROM unit_file u \
            JOIN attachment a ON a.id = u.file_id JOIN file f ON f.hash = a.hash WHERE u.unit_id = $1 ",
            $rest
        )
    };
}

crate::statements! {
    ADD_FILE = "INSERT INTO unit_file (unit_id, file_id, record, title, added_at) VALUES ($1, $2, $3, $4, $5)";
    FILES = select_file!("AND ($2 = 1 OR u.removed_at IS NULL) ORDER BY a.created_at DESC, a.id DESC LIMIT $3");
    FILE = select_file!("AND u.file_id = $2");
    REMOVE_FILE = "UPDATE unit_file SET removed_at = $3, removed_by = $4, removed_because = $5 \
        WHERE unit_id = $1 AND file_id = $2 AND removed_at IS NULL";
}

/// Puts an attachment into a unit's archive.
pub async fn add_file(
    tx: &mut Tx,
    unit: UnitId,
    file: FileId,
    record: Record,
    title: &str,
) -> Result<()> {
    let query = ADD_FILE
        .bind(unit.to_string())
        .bind(file.to_string())
        .bind(record.as_str())
        .bind(title)
        .bind(tx.at());
    tx.run(query).await.map(|_| ())
}

/// The files of a unit, the newest first; those that were removed only when asked for.
pub async fn files(conn: &mut Conn, unit: UnitId, with_removed: bool) -> Result<Vec<UnitFile>> {
    let query = FILES
        .bind(unit.to_string())
        .bind(with_removed)
        .bind(super::MAX_PARTS);
    conn.all(query).await?.iter().map(UnitFile::read).collect()
}

/// One file of a unit. A file of another unit is not there.
pub async fn file(conn: &mut Conn, unit: UnitId, file: FileId) -> Result<UnitFile> {
    let query = FILE.bind(unit.to_string()).bind(file.to_string());
    UnitFile::read(&conn.one(query, "file").await?)
}

/// Takes a file out of the archive on behalf of the transaction's actor. One that is out already stays as it is.
pub async fn remove_file(tx: &mut Tx, unit: UnitId, file: FileId, because: &str) -> Result<()> {
    let query = REMOVE_FILE
        .bind(unit.to_string())
        .bind(file.to_string())
        .bind(tx.at())
        .bind(&tx.origin().actor)
        .bind(because);
    tx.run(query).await.map(|_| ())
}

impl UnitFile {
    fn read(row: &Row) -> Result<Self> {
        let removed_at: Option<Timestamp> = row.get("removed_at")?;
        let removed = match removed_at {
            None => None,
            Some(at) => Some(Removed {
                at,
                by: row.get("removed_by")?,
                because: row.get("removed_because")?,
            }),
        };
        Ok(Self {
            attachment: Attachment::read(row)?,
            record: row.parse("record")?,
            title: row.get("title")?,
            removed,
        })
    }
}
