//! Service plans: drafts that are edited, versions that never change.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::ids::{PlanId, PlanVersionId};
use domain::plan::Plan;
use jiff::Timestamp;

use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::row::Row;
use crate::tx::Tx;

/// Published versions that are kept as they were read.
const MAX_KNOWN: usize = 32;

/// A plan as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    pub id: PlanId,
    pub title: String,
    pub trade: String,
    /// The draft, while there is one.
    pub draft: Option<Plan>,
    /// The number of the latest published version; 0 before the first.
    pub latest_number: i64,
    pub version: i64,
    pub created_at: Timestamp,
    pub changed_at: Timestamp,
    pub retired_at: Option<Timestamp>,
}

/// A published version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    pub id: PlanVersionId,
    pub plan: PlanId,
    pub number: i64,
    pub title: String,
    pub body: Arc<Plan>,
    /// SHA-256 of the canonical form, in hexadecimal.
    pub hash: String,
    pub published_at: Timestamp,
    pub published_by: String,
}

/// A published version without its clauses, for lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionHead {
    pub id: PlanVersionId,
    pub number: i64,
    pub title: String,
    pub hash: String,
    pub published_at: Timestamp,
    pub published_by: String,
}

/// A plan without its draft, for lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanHead {
    pub id: PlanId,
    pub title: String,
    pub trade: String,
    pub has_draft: bool,
    pub latest_number: i64,
    pub latest_version: Option<PlanVersionId>,
    pub changed_at: Timestamp,
    pub retired_at: Option<Timestamp>,
}

crate::statements! {
    INSERT = "INSERT INTO plan (id, title, trade, draft, latest_number, version, created_at, changed_at) \
        VALUES ($1, $2, $3, $4, 0, 1, $5, $5)";
    UPDATE = "UPDATE plan SET title = $3, trade = $4, draft = $5, latest_number = $6, changed_at = $7, retired_at = $8, \
        version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT * FROM plan WHERE id = $1";
    PAGE = "SELECT p.id, p.title, p.trade, CAST(CASE WHEN p.draft IS NULL THEN 0 ELSE 1 END AS BIGINT) AS has_draft, p.latest_number, \
        v.id AS latest_version, p.changed_at, p.retired_at FROM plan p \
        LEFT JOIN plan_version v ON v.plan_id = p.id AND v.number = p.latest_number \
        WHERE (p.title, p.id) > ($1, $2) AND ($3 = 1 OR p.retired_at IS NULL) ORDER BY p.title, p.id LIMIT $4";
    INSERT_VERSION = "INSERT INTO plan_version (id, plan_id, number, title, body, hash, published_at, published_by) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    VERSION = "SELECT * FROM plan_version WHERE id = $1";
    VERSION_BY_NUMBER = "SELECT * FROM plan_version WHERE plan_id = $1 AND number = $2";
    VERSIONS = "SELECT id, number, title, hash, published_at, published_by FROM plan_version WHERE plan_id = $1 \
        ORDER BY number DESC LIMIT 1000";
}

/// Adds a plan with its first draft.
pub async fn insert(tx: &mut Tx, id: PlanId, draft: &Plan) -> Result<()> {
    let at = tx.at();
    let query = INSERT
        .bind(id.to_string())
        .bind(&draft.title)
        .bind(&draft.trade)
        .bind(draft.canonical())
        .bind(at);
    tx.run(query).await?;
    Ok(())
}

/// Writes draft, number and retirement, guarded by `plan.version`.
pub async fn update(tx: &mut Tx, plan: &PlanRow) -> Result<()> {
    let at = tx.at();
    let query = UPDATE
        .bind(plan.id.to_string())
        .bind(plan.version)
        .bind(&plan.title)
        .bind(&plan.trade)
        .bind(plan.draft.as_ref().map(Plan::canonical))
        .bind(plan.latest_number)
        .bind(at)
        .bind(plan.retired_at);
    tx.guarded(query, "plan").await
}

pub async fn get(conn: &mut Conn, id: PlanId) -> Result<PlanRow> {
    PlanRow::read(&conn.one(GET.bind(id.to_string()), "plan").await?)
}

/// Plans ordered by title, after the title and id of the last one shown.
pub async fn page(
    conn: &mut Conn,
    after: (&str, &str),
    with_retired: bool,
    limit: u32,
) -> Result<Vec<PlanHead>> {
    let query = PAGE
        .bind(after.0)
        .bind(after.1)
        .bind(with_retired)
        .bind(limit);
    conn.all(query).await?.iter().map(PlanHead::read).collect()
}

/// Adds a published version; there is no statement that changes one.
pub async fn insert_version(tx: &mut Tx, version: &VersionRow) -> Result<()> {
    let query = INSERT_VERSION
        .bind(version.id.to_string())
        .bind(version.plan.to_string())
        .bind(version.number)
        .bind(&version.title)
        .bind(version.body.canonical())
        .bind(&version.hash)
        .bind(version.published_at)
        .bind(&version.published_by);
    tx.run(query).await?;
    Ok(())
}

/// A published version. One that was read lately is not read again: it never changes.
pub async fn version(conn: &mut Conn, id: PlanVersionId) -> Result<VersionRow> {
    let known = conn.versions.clone();
    if let Some(version) = known.find(id) {
        return Ok(version);
    }
    let row = conn.one(VERSION.bind(id.to_string()), "plan version");
    let version = VersionRow::read(&row.await?)?;
    known.keep(&version);
    Ok(version)
}

pub async fn version_by_number(conn: &mut Conn, plan: PlanId, number: i64) -> Result<VersionRow> {
    VersionRow::read(
        &conn
            .one(
                VERSION_BY_NUMBER.bind(plan.to_string()).bind(number),
                "plan version",
            )
            .await?,
    )
}

/// The versions of a plan, the latest first.
pub async fn versions(conn: &mut Conn, plan: PlanId) -> Result<Vec<VersionHead>> {
    conn.all(VERSIONS.bind(plan.to_string()))
        .await?
        .iter()
        .map(VersionHead::read)
        .collect()
}

/// The published versions of a database that were read last. Reading clauses out of their text takes longer than most
/// statements.
#[derive(Debug, Default)]
pub(crate) struct Versions {
    last_at_the_end: Mutex<VecDeque<VersionRow>>,
}

impl Versions {
    fn find(&self, id: PlanVersionId) -> Option<VersionRow> {
        let mut known = self.lock();
        let place = known.iter().position(|version| version.id == id)?;
        let found = known.remove(place)?;
        known.push_back(found.clone());
        Some(found)
    }

    fn keep(&self, version: &VersionRow) {
        let mut known = self.lock();
        if known.len() >= MAX_KNOWN {
            known.pop_front();
        }
        known.push_back(version.clone());
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<VersionRow>> {
        self.last_at_the_end
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl PlanRow {
    fn read(row: &Row) -> Result<Self> {
        let draft: Option<String> = row.get("draft")?;
        Ok(Self {
            id: row.parse("id")?,
            title: row.get("title")?,
            trade: row.get("trade")?,
            draft: draft
                .map(|text| {
                    serde_json::from_str(&text)
                        .map_err(|why| StoreError::corrupt("plan draft", why))
                })
                .transpose()?,
            latest_number: row.get("latest_number")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            changed_at: row.get("changed_at")?,
            retired_at: row.get("retired_at")?,
        })
    }
}

impl PlanHead {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            title: row.get("title")?,
            trade: row.get("trade")?,
            has_draft: row.get::<i64>("has_draft")? == 1,
            latest_number: row.get("latest_number")?,
            latest_version: row.parse_optional("latest_version")?,
            changed_at: row.get("changed_at")?,
            retired_at: row.get("retired_at")?,
        })
    }
}

impl VersionRow {
    /// Its clauses, to keep or to change.
    pub fn into_body(self) -> Plan {
        Arc::unwrap_or_clone(self.body)
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            plan: row.parse("plan_id")?,
            number: row.get("number")?,
            title: row.get("title")?,
            body: Arc::new(row.json("body")?),
            hash: row.get("hash")?,
            published_at: row.get("published_at")?,
            published_by: row.get("published_by")?,
        })
    }
}

impl VersionHead {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            number: row.get("number")?,
            title: row.get("title")?,
            hash: row.get("hash")?,
            published_at: row.get("published_at")?,
            published_by: row.get("published_by")?,
        })
    }
}
