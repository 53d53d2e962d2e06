//! What people say to each other about a case.

use domain::ids::{CaseId, PersonId};
use jiff::Timestamp;

use crate::conn::Conn;
use crate::error::Result;
use crate::tx::Tx;

/// Most notes one case shows.
const MAX_NOTES: i64 = 2_000;

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub id: String,
    pub at: Timestamp,
    pub author: PersonId,
    pub body: String,
    pub mentions: Vec<PersonId>,
}

crate::statements! {
    ADD = "INSERT INTO case_note (id, case_id, at, author, body, mentions) VALUES ($1, $2, $3, $4, $5, $6)";
    OF_CASE = "SELECT id, at, author, body, mentions FROM case_note WHERE case_id = $1 ORDER BY at, id LIMIT $2";
}

/// Adds a note.
pub async fn add_note(tx: &mut Tx, case: CaseId, note: &Note) -> Result<()> {
    let mentions: serde_json::Value = note.mentions.iter().map(ToString::to_string).collect();
    let query = ADD
        .bind(&note.id)
        .bind(case.to_string())
        .bind(note.at)
        .bind(note.author.to_string())
        .bind(&note.body)
        .bind(&mentions);
    tx.run(query).await.map(|_| ())
}

/// The notes of a case, oldest first.
pub async fn notes(conn: &mut Conn, case: CaseId) -> Result<Vec<Note>> {
    let rows = conn
        .all(OF_CASE.bind(case.to_string()).bind(MAX_NOTES))
        .await?;
    let read = |row: &crate::Row| {
        Ok(Note {
            id: row.get("id")?,
            at: row.get("at")?,
            author: row.parse("author")?,
            body: row.get("body")?,
            mentions: row.json("mentions")?,
        })
    };
    rows.iter().map(read).collect()
}
