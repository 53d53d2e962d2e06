//! The case itself: slip, links, and the digest of its facts that lists are made from.

use domain::case::Phase;
use domain::case::intake::Channel;
use domain::ids::{
    AgreementId, CaseId, CustomerId, OrgUnitId, PersonId, PlanVersionId, SiteId, UnitId,
};
use domain::plan::clauses::coverage::Cause;
use domain::slug::{RegionKey, SeverityId};
use jiff::Timestamp;

use crate::batch;
use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::scope::Scope;
use crate::search::{self, Document};
use crate::tx::Tx;

/// Characters of what is wrong by which a case is found.
const MAX_FOUND_BY: usize = 2_000;

/// A case as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    pub id: CaseId,
    /// `FW-20261122-0007`.
    pub number: String,
    pub branch: OrgUnitId,
    pub customer: Option<CustomerId>,
    pub site: Option<SiteId>,
    pub unit: Option<UnitId>,
    pub agreement: Option<AgreementId>,
    pub plan_version: PlanVersionId,
    pub channel: Channel,
    pub name: String,
    /// Digits only; empty when not given.
    pub phone: String,
    pub address: String,
    pub content: String,
    pub wishes: String,
    pub owner: Option<PersonId>,
    pub digest: Digest,
    /// What an ended case was judged by; absent while it is open.
    pub frozen: Option<Frozen>,
    pub reported_at: Timestamp,
    /// The number of facts recorded.
    pub last_seq: u32,
    pub version: i64,
    pub created_at: Timestamp,
}

/// What is read off the facts each time they grow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    pub phase: Phase,
    pub is_paused: bool,
    pub severity: Option<SeverityId>,
    pub region: Option<RegionKey>,
    pub cause: Option<Cause>,
    pub has_complaint: bool,
    /// How many promises are broken, whether fulfilled since or not.
    pub broken: u32,
    /// When the next promise breaks, or broke and is still owed.
    pub next_due_at: Option<Timestamp>,
    /// That promise as JSON.
    pub next_promise: Option<String>,
    pub ended_at: Option<Timestamp>,
}

/// What a case was judged by when it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// Id of the clauses in force, see [`mod@super::basis`].
    pub basis: String,
    /// How often the calendars had been written by then.
    pub calendars: i64,
}

impl Digest {
    /// What lists are sorted by: cases without a due time come last.
    pub(super) fn due_key(&self) -> i64 {
        self.next_due_at.map_or(i64::MAX, Timestamp::as_millisecond)
    }
}

crate::statements! {
    INSERT = "INSERT INTO service_case (id, number, branch_id, customer_id, site_id, unit_id, agreement_id, \
        plan_version_id, channel, name, phone, address, content, wishes, owner_id, phase, is_open, is_paused, severity, \
        region, cause, has_complaint, broken, due_key, next_promise, reported_at, ended_at, last_seq, version, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, \
        $24, $25, $26, $27, $28, 1, $29)";
    SET_DIGEST = "UPDATE service_case SET phase = $3, is_open = $4, is_paused = $5, severity = $6, region = $7, \
        cause = $8, has_complaint = $9, broken = $10, due_key = $11, next_promise = $12, ended_at = $13, last_seq = $14, \
        reported_at = $15, basis_id = $16, calendar_revision = $17, version = version + 1 WHERE id = $1 AND version = $2";
    SET_PEOPLE_DIGEST = "UPDATE case_person SET is_open = $2, due_key = $3 WHERE case_id = $1 \
        AND (is_open <> $2 OR due_key <> $3)";
    SET_LINKS = "UPDATE service_case SET branch_id = $3, customer_id = $4, site_id = $5, unit_id = $6, agreement_id = $7, \
        plan_version_id = $8, name = $9, phone = $10, address = $11, content = $12, wishes = $13, owner_id = $14, \
        version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT c.* FROM service_case c WHERE c.id = $1 AND {scope: branch=c.branch_id, customer=c.customer_id, job=c.id}";
    OF_CALLER = "SELECT c.* FROM service_case c WHERE c.phone = $1 AND {scope: branch=c.branch_id, customer=c.customer_id, job=c.id} \
        ORDER BY c.reported_at DESC LIMIT $2";
    BY_IDS = "SELECT c.* FROM service_case c WHERE c.id IN (VALUES {rows}) \
        AND {scope: branch=c.branch_id, customer=c.customer_id, job=c.id}";
    OPEN_IDS_AFTER = "SELECT id FROM service_case WHERE is_open = 1 AND id > $1 ORDER BY id LIMIT $2";
    IDS_AFTER = "SELECT id FROM service_case WHERE id > $1 ORDER BY id LIMIT $2";
}

/// Adds a case.
pub async fn insert(tx: &mut Tx, case: &CaseRow) -> Result<()> {
    let digest = &case.digest;
    let query = INSERT
        .bind(case.id.to_string())
        .bind(&case.number)
        .bind(case.branch.to_string())
        .bind(text(case.customer))
        .bind(text(case.site))
        .bind(text(case.unit))
        .bind(text(case.agreement))
        .bind(case.plan_version.to_string())
        .bind(case.channel.as_str())
        .bind(&case.name)
        .bind(&case.phone)
        .bind(&case.address)
        .bind(&case.content)
        .bind(&case.wishes)
        .bind(text(case.owner))
        .bind(digest.phase.as_str())
        .bind(digest.phase.is_open())
        .bind(digest.is_paused)
        .bind(text(digest.severity.as_ref()))
        .bind(text(digest.region.as_ref()))
        .bind(text(digest.cause))
        .bind(digest.has_complaint)
        .bind(digest.broken)
        .bind(digest.due_key())
        .bind(digest.next_promise.clone())
        .bind(case.reported_at)
        .bind(digest.ended_at)
        .bind(case.last_seq)
        .bind(case.created_at);
    tx.run(query).await?;
    search::index(tx, &found_by(case)).await
}

/// A case as it is found: by its number and by the slip.
fn found_by(case: &CaseRow) -> Document {
    let content: String = case.content.chars().take(MAX_FOUND_BY).collect();
    let words = [
        &case.number,
        &case.name,
        &case.phone,
        &case.address,
        &content,
    ];
    Document {
        kind: "case".into(),
        subject: case.id.to_string(),
        branch: Some(case.branch.to_string()),
        person: None,
        customer: text(case.customer),
        text: words.map(String::as_str).join("\n"),
    }
}

/// Writes what was read off the facts, for lists; guarded by `case.version`.
pub async fn set_digest(tx: &mut Tx, case: &CaseRow) -> Result<()> {
    let digest = &case.digest;
    let query = SET_DIGEST
        .bind(case.id.to_string())
        .bind(case.version)
        .bind(digest.phase.as_str())
        .bind(digest.phase.is_open())
        .bind(digest.is_paused)
        .bind(text(digest.severity.as_ref()))
        .bind(text(digest.region.as_ref()))
        .bind(text(digest.cause))
        .bind(digest.has_complaint)
        .bind(digest.broken)
        .bind(digest.due_key())
        .bind(digest.next_promise.clone())
        .bind(digest.ended_at)
        .bind(case.last_seq)
        .bind(case.reported_at)
        .bind(case.frozen.as_ref().map(|frozen| frozen.basis.clone()))
        .bind(case.frozen.as_ref().map(|frozen| frozen.calendars));
    tx.guarded(query, "case").await?;
    let query = SET_PEOPLE_DIGEST
        .bind(case.id.to_string())
        .bind(digest.phase.is_open())
        .bind(digest.due_key());
    tx.run(query).await.map(|_| ())
}

/// Writes slip and links, guarded by `case.version`.
pub async fn set_links(tx: &mut Tx, case: &CaseRow) -> Result<()> {
    let query = SET_LINKS
        .bind(case.id.to_string())
        .bind(case.version)
        .bind(case.branch.to_string())
        .bind(text(case.customer))
        .bind(text(case.site))
        .bind(text(case.unit))
        .bind(text(case.agreement))
        .bind(case.plan_version.to_string())
        .bind(&case.name)
        .bind(&case.phone)
        .bind(&case.address)
        .bind(&case.content)
        .bind(&case.wishes)
        .bind(text(case.owner));
    tx.guarded(query, "case").await?;
    search::index(tx, &found_by(case)).await?;
    super::obligation::follow(tx, case).await
}

/// Those of the cases named that the caller may see, in no order.
pub async fn by_ids(conn: &mut Conn, ids: &[String], scope: &Scope) -> Result<Vec<CaseRow>> {
    let rows = batch::select(conn, &BY_IDS, ids, scope).await?;
    rows.iter().map(CaseRow::read).collect()
}

/// One case within a scope.
pub async fn get(conn: &mut Conn, id: CaseId, scope: &Scope) -> Result<CaseRow> {
    CaseRow::read(
        &conn
            .one(GET.bind(id.to_string()).scope(scope), "case")
            .await?,
    )
}

/// The last cases reported from a number, newest first.
pub async fn of_caller(
    conn: &mut Conn,
    phone: &str,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<CaseRow>> {
    let rows = conn
        .all(OF_CALLER.bind(phone).bind(limit).scope(scope))
        .await?;
    rows.iter().map(CaseRow::read).collect()
}

/// Ids of all cases, for checks that walk the whole table.
pub async fn ids_after(conn: &mut Conn, after: Option<CaseId>, limit: u32) -> Result<Vec<CaseId>> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let rows = conn.all(IDS_AFTER.bind(after).bind(limit)).await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

/// Ids of the open cases, for the nightly check.
pub async fn open_ids_after(
    conn: &mut Conn,
    after: Option<CaseId>,
    limit: u32,
) -> Result<Vec<CaseId>> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let rows = conn.all(OPEN_IDS_AFTER.bind(after).bind(limit)).await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

impl CaseRow {
    pub(crate) fn read(row: &Row) -> Result<Self> {
        let due_key: i64 = row.get("due_key")?;
        let due: Option<Timestamp> = if due_key == i64::MAX {
            None
        } else {
            Some(row.get("due_key")?)
        };
        Ok(Self {
            id: row.parse("id")?,
            number: row.get("number")?,
            branch: row.parse("branch_id")?,
            customer: row.parse_optional("customer_id")?,
            site: row.parse_optional("site_id")?,
            unit: row.parse_optional("unit_id")?,
            agreement: row.parse_optional("agreement_id")?,
            plan_version: row.parse("plan_version_id")?,
            channel: row.parse("channel")?,
            name: row.get("name")?,
            phone: row.get("phone")?,
            address: row.get("address")?,
            content: row.get("content")?,
            wishes: row.get("wishes")?,
            owner: row.parse_optional("owner_id")?,
            digest: Digest {
                phase: row.parse("phase")?,
                is_paused: row.get("is_paused")?,
                severity: row.parse_optional("severity")?,
                region: row.parse_optional("region")?,
                cause: row.parse_optional("cause")?,
                has_complaint: row.get("has_complaint")?,
                broken: count(row, "broken")?,
                next_due_at: due,
                next_promise: row.get("next_promise")?,
                ended_at: row.get("ended_at")?,
            },
            frozen: frozen(row)?,
            reported_at: row.get("reported_at")?,
            last_seq: count(row, "last_seq")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
        })
    }
}

fn frozen(row: &Row) -> Result<Option<Frozen>> {
    let basis: Option<String> = row.get("basis_id")?;
    let calendars: Option<i64> = row.get("calendar_revision")?;
    Ok(basis
        .zip(calendars)
        .map(|(basis, calendars)| Frozen { basis, calendars }))
}

pub(super) fn count(row: &Row, column: &str) -> Result<u32> {
    let stored: i64 = row.get(column)?;
    u32::try_from(stored).map_err(|why| crate::StoreError::corrupt(column, why))
}

fn text<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}
