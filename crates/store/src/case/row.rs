//! The case itself: slip, links, and the digest of its facts that lists are made from.

use domain::case::intake::Channel;
use domain::case::{LevelRank, Phase};
use domain::ids::{
    AgreementId, CaseId, CustomerId, OrgUnitId, PersonId, PlanVersionId, SiteId, UnitId,
};
use domain::plan::clauses::coverage::Cause;
use domain::slug::{RegionKey, SeverityId};
use jiff::Timestamp;

use crate::batch;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::row::Row;
use crate::scope::Scope;
use crate::search::{self, Document, Words};
use crate::tx::Tx;
use crate::value::Value;

/// Characters of what is wrong by which a case is found.
const MAX_FOUND_BY: usize = 2_000;

/// Cases that one statement writes.
const AT_ONCE: usize = 100;

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
    /// Where that level stands in the plan.
    pub rank: LevelRank,
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
        region, cause, has_complaint, broken, due_key, next_promise, reported_at, ended_at, last_seq, version, created_at, severity_rank) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, \
        $24, $25, $26, $27, $28, 1, $29, $30)";
    SET_DIGEST = "UPDATE service_case SET phase = v.column3, is_open = CAST(v.column4 AS BIGINT), \
        is_paused = CAST(v.column5 AS BIGINT), severity = v.column6, region = v.column7, cause = v.column8, \
        has_complaint = CAST(v.column9 AS BIGINT), broken = CAST(v.column10 AS BIGINT), due_key = CAST(v.column11 AS BIGINT), \
        next_promise = v.column12, ended_at = CAST(v.column13 AS BIGINT), last_seq = CAST(v.column14 AS BIGINT), \
        reported_at = CAST(v.column15 AS BIGINT), basis_id = v.column16, calendar_revision = CAST(v.column17 AS BIGINT), severity_rank = CAST(v.column18 AS BIGINT), \
        version = version + 1 FROM (VALUES {rows}) v WHERE id = v.column1 AND version = CAST(v.column2 AS BIGINT)";
    SET_PEOPLE_DIGEST = "UPDATE case_person SET is_open = CAST(v.column2 AS BIGINT), due_key = CAST(v.column3 AS BIGINT) \
        FROM (VALUES {rows}) v WHERE case_id = v.column1 \
        AND (is_open <> CAST(v.column2 AS BIGINT) OR due_key <> CAST(v.column3 AS BIGINT))";
    SET_LINKS = "UPDATE service_case SET branch_id = $3, customer_id = $4, site_id = $5, unit_id = $6, agreement_id = $7, \
        plan_version_id = $8, name = $9, phone = $10, address = $11, content = $12, wishes = $13, owner_id = $14, \
        version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT c.* FROM service_case c WHERE c.id = $1 AND {scope: branch=c.branch_id, customer=c.customer_id, job=c.id}";
    OF_CALLER = "SELECT c.* FROM service_case c WHERE c.phone = $1 AND {scope: branch=c.branch_id, customer=c.customer_id, job=c.id} \
        ORDER BY c.reported_at DESC LIMIT $2";
    BY_IDS = "SELECT c.* FROM service_case c WHERE c.id IN (VALUES {rows}) \
        AND {scope: branch=c.branch_id, customer=c.customer_id, job=c.id}";
    LISTED_OPEN = "SELECT c.is_open FROM service_case c WHERE c.id = $1";
    pub(crate) IDS_AFTER = "SELECT id FROM service_case WHERE id > $1 ORDER BY id LIMIT $2";
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
        .bind(case.created_at)
        .bind(digest.rank.get());
    tx.run(query).await?;
    search::index(tx, &found_by(case)).await
}

/// A case as it is found: by its number and by the slip.
pub fn found_by(case: &CaseRow) -> Document {
    let content: String = case.content.chars().take(MAX_FOUND_BY).collect();
    let words = Words::new()
        .code(&case.number)
        .text(&case.name)
        .code(&case.phone)
        .text(&case.address)
        .text(&content);
    Document {
        kind: "case".into(),
        subject: case.id.to_string(),
        branch: Some(case.branch.to_string()),
        person: None,
        customer: text(case.customer),
        text: words.join(),
    }
}

/// Writes what was read off the facts of several cases, for lists; each is guarded by its `version`.
pub async fn set_digests(tx: &mut Tx, cases: &[&CaseRow]) -> Result<()> {
    for some in cases.chunks(AT_ONCE) {
        let rows = some.iter().map(|case| digest_values(case)).collect();
        if tx.run(SET_DIGEST.query().rows(rows)).await? != some.len() as u64 {
            return Err(StoreError::Stale { what: "case" });
        }
        let rows = some.iter().map(|case| {
            vec![
                case.id.to_string().into(),
                case.digest.phase.is_open().into(),
                case.digest.due_key().into(),
            ]
        });
        tx.run(SET_PEOPLE_DIGEST.query().rows(rows.collect()))
            .await?;
    }
    Ok(())
}

fn digest_values(case: &CaseRow) -> Vec<Value> {
    let digest = &case.digest;
    vec![
        case.id.to_string().into(),
        case.version.into(),
        digest.phase.as_str().into(),
        digest.phase.is_open().into(),
        digest.is_paused.into(),
        text(digest.severity.as_ref()).into(),
        text(digest.region.as_ref()).into(),
        text(digest.cause).into(),
        digest.has_complaint.into(),
        digest.broken.into(),
        digest.due_key().into(),
        digest.next_promise.clone().into(),
        digest.ended_at.into(),
        case.last_seq.into(),
        case.reported_at.into(),
        case.frozen
            .as_ref()
            .map(|frozen| frozen.basis.clone())
            .into(),
        case.frozen.as_ref().map(|frozen| frozen.calendars).into(),
        digest.rank.get().into(),
    ]
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

/// Whether lists take the case for an open one: a copy of what its phase says, compared with it by the check of the ledger.
pub async fn is_listed_open(conn: &mut Conn, id: CaseId) -> Result<bool> {
    let row = conn.one(LISTED_OPEN.bind(id.to_string()), "case").await?;
    row.get("is_open")
}

/// Ids of all cases, for checks that walk the whole table.
pub async fn ids_after(conn: &mut Conn, after: Option<CaseId>, limit: u32) -> Result<Vec<CaseId>> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let rows = conn.all(IDS_AFTER.bind(after).bind(limit)).await?;
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
                rank: LevelRank::stored(count(row, "severity_rank")?),
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
