//! Documents read into clauses: the text, the state people brought it to, and the last steps.

use domain::ids::{PlanId, ReadingId};
use domain::studio::{Delta, Progress, Reading};
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::files::{ContentHash, StoredFile};
use crate::row::Row;
use crate::tx::Tx;

/// How many steps can be taken back.
pub const MAX_STEPS: i64 = 100;

/// A reading as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingRow {
    pub id: ReadingId,
    /// What the file was called.
    pub name: String,
    pub file_hash: ContentHash,
    /// Bytes of the file.
    pub file_size: i64,
    /// The text that was extracted.
    pub text: String,
    pub title: String,
    /// Which plan of the text was chosen, from 0; none while nobody chose.
    pub chosen: Option<i64>,
    /// The state; none while nobody chose.
    pub body: Option<Reading>,
    pub plan: Option<PlanId>,
    /// The hash of the draft that was made from it last.
    pub made_hash: Option<String>,
    pub version: i64,
    pub created_by: String,
    pub created_at: Timestamp,
    pub changed_at: Timestamp,
}

/// A reading in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingHead {
    pub id: ReadingId,
    pub name: String,
    pub title: String,
    pub settled: i64,
    pub items: i64,
    pub plan: Option<PlanId>,
    pub created_by: String,
    pub changed_at: Timestamp,
}

/// A step that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    pub number: i64,
    pub word: String,
    pub back: Delta,
    pub forth: Delta,
    pub by: String,
    pub at: Timestamp,
}

crate::statements! {
    KNOW_FILE = "INSERT INTO file (hash, size, created_at) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING";
    INSERT = "INSERT INTO reading (id, name, file_hash, text, title, chosen, body, settled, items, version, created_by, \
        created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11, $11)";
    UPDATE = "UPDATE reading SET title = $3, chosen = $4, body = $5, settled = $6, items = $7, plan_id = $8, \
        made_hash = $9, changed_at = $10, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT r.*, f.size AS file_size FROM reading r JOIN file f ON f.hash = r.file_hash WHERE r.id = $1";
    OF_PLAN = "SELECT r.*, f.size AS file_size FROM reading r JOIN file f ON f.hash = r.file_hash \
        WHERE r.plan_id = $1 ORDER BY r.changed_at DESC LIMIT 1";
    PAGE = "SELECT id, name, title, settled, items, plan_id, created_by, changed_at FROM reading \
        ORDER BY changed_at DESC, id LIMIT $1";
    REMOVE_STEPS = "DELETE FROM reading_step WHERE reading_id = $1";
    REMOVE = "DELETE FROM reading WHERE id = $1 AND version = $2";
    NEWEST_STEP = "SELECT COALESCE(MAX(number), 0) AS number FROM reading_step WHERE reading_id = $1";
    FORGET = "DELETE FROM reading_step WHERE reading_id = $1 AND (taken_back = 1 OR number <= $2)";
    INSERT_STEP = "INSERT INTO reading_step (reading_id, number, word, back, forth, taken_back, taken_by, taken_at) \
        VALUES ($1, $2, $3, $4, $5, 0, $6, $7)";
    LAST_TAKEN = "SELECT * FROM reading_step WHERE reading_id = $1 AND taken_back = 0 ORDER BY number DESC LIMIT 1";
    FIRST_BACK = "SELECT * FROM reading_step WHERE reading_id = $1 AND taken_back = 1 ORDER BY number LIMIT 1";
    MARK_STEP = "UPDATE reading_step SET taken_back = $3 WHERE reading_id = $1 AND number = $2";
}

/// Adds a reading of a stored file.
pub async fn insert(tx: &mut Tx, row: &ReadingRow, file: &StoredFile) -> Result<()> {
    let size = i64::try_from(file.size).expect("a file is smaller than 2^63 bytes");
    let (hash, at) = (file.hash.to_string(), tx.at());
    tx.run(KNOW_FILE.bind(&hash).bind(size).bind(at)).await?;
    let progress = progress(row);
    let query = INSERT
        .bind(row.id.to_string())
        .bind(&row.name)
        .bind(&hash)
        .bind(&row.text)
        .bind(&row.title)
        .bind(row.chosen)
        .bind(body(row)?)
        .bind(progress.settled)
        .bind(progress.all)
        .bind(&row.created_by)
        .bind(at);
    tx.run(query).await.map(|_| ())
}

/// Writes the state, guarded by `row.version`.
pub async fn update(tx: &mut Tx, row: &ReadingRow) -> Result<()> {
    let at = tx.at();
    let progress = progress(row);
    let query = UPDATE
        .bind(row.id.to_string())
        .bind(row.version)
        .bind(&row.title)
        .bind(row.chosen)
        .bind(body(row)?)
        .bind(progress.settled)
        .bind(progress.all)
        .bind(row.plan.map(|plan| plan.to_string()))
        .bind(row.made_hash.as_ref())
        .bind(at);
    tx.guarded(query, "reading").await
}

/// Removes a reading with its steps; the file stays.
pub async fn remove(tx: &mut Tx, row: &ReadingRow) -> Result<()> {
    tx.run(REMOVE_STEPS.bind(row.id.to_string())).await?;
    let query = REMOVE.bind(row.id.to_string()).bind(row.version);
    tx.guarded(query, "reading").await
}

pub async fn get(conn: &mut Conn, id: ReadingId) -> Result<ReadingRow> {
    ReadingRow::read(&conn.one(GET.bind(id.to_string()), "reading").await?)
}

/// The reading a plan was made from, the latest first.
pub async fn of_plan(conn: &mut Conn, plan: PlanId) -> Result<Option<ReadingRow>> {
    let rows = conn.all(OF_PLAN.bind(plan.to_string())).await?;
    rows.first().map(ReadingRow::read).transpose()
}

/// The readings changed last.
pub async fn page(conn: &mut Conn, limit: u32) -> Result<Vec<ReadingHead>> {
    let rows = conn.all(PAGE.bind(limit)).await?;
    rows.iter().map(ReadingHead::read).collect()
}

/// Adds a step; what was taken back is forgotten, and so are the oldest beyond [`MAX_STEPS`].
pub async fn push_step(
    tx: &mut Tx,
    id: ReadingId,
    word: &str,
    (back, forth): (&Delta, &Delta),
    by: &str,
) -> Result<()> {
    let newest: i64 = tx
        .one(NEWEST_STEP.bind(id.to_string()), "reading step")
        .await?
        .get("number")?;
    let number = newest + 1;
    let forget = FORGET.bind(id.to_string()).bind(number - MAX_STEPS);
    tx.run(forget).await?;
    let at = tx.at();
    let query = INSERT_STEP
        .bind(id.to_string())
        .bind(number)
        .bind(word)
        .bind(json(back)?)
        .bind(json(forth)?)
        .bind(by)
        .bind(at);
    tx.run(query).await.map(|_| ())
}

/// The step that can be taken back next.
pub async fn last_taken(conn: &mut Conn, id: ReadingId) -> Result<Option<StepRow>> {
    step(conn.all(LAST_TAKEN.bind(id.to_string())).await?.first())
}

/// The step that can be taken again next.
pub async fn first_taken_back(conn: &mut Conn, id: ReadingId) -> Result<Option<StepRow>> {
    step(conn.all(FIRST_BACK.bind(id.to_string())).await?.first())
}

/// Marks a step as taken back, or as taken again.
pub async fn mark_step(tx: &mut Tx, id: ReadingId, number: i64, back: bool) -> Result<()> {
    let query = MARK_STEP.bind(id.to_string()).bind(number).bind(back);
    tx.run(query).await.map(|_| ())
}

fn progress(row: &ReadingRow) -> Progress {
    row.body.as_ref().map(Reading::progress).unwrap_or_default()
}

fn body(row: &ReadingRow) -> Result<Option<String>> {
    row.body.as_ref().map(json).transpose()
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|why| StoreError::Invalid {
        why: why.to_string(),
    })
}

fn parsed<T: DeserializeOwned>(text: &str, what: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|why| StoreError::corrupt(what, why))
}

fn step(row: Option<&Row>) -> Result<Option<StepRow>> {
    row.map(StepRow::read).transpose()
}

impl ReadingRow {
    fn read(row: &Row) -> Result<Self> {
        let body: Option<String> = row.get("body")?;
        Ok(Self {
            id: row.parse("id")?,
            name: row.get("name")?,
            file_hash: row.parse("file_hash")?,
            file_size: row.get("file_size")?,
            text: row.get("text")?,
            title: row.get("title")?,
            chosen: row.get("chosen")?,
            body: body.map(|text| parsed(&text, "reading")).transpose()?,
            plan: row.parse_optional("plan_id")?,
            made_hash: row.get("made_hash")?,
            version: row.get("version")?,
            created_by: row.get("created_by")?,
            created_at: row.get("created_at")?,
            changed_at: row.get("changed_at")?,
        })
    }
}

impl ReadingHead {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            name: row.get("name")?,
            title: row.get("title")?,
            settled: row.get("settled")?,
            items: row.get("items")?,
            plan: row.parse_optional("plan_id")?,
            created_by: row.get("created_by")?,
            changed_at: row.get("changed_at")?,
        })
    }
}

impl StepRow {
    fn read(row: &Row) -> Result<Self> {
        let (back, forth): (String, String) = (row.get("back")?, row.get("forth")?);
        Ok(Self {
            number: row.get("number")?,
            word: row.get("word")?,
            back: parsed(&back, "reading step")?,
            forth: parsed(&forth, "reading step")?,
            by: row.get("taken_by")?,
            at: row.get("taken_at")?,
        })
    }
}
