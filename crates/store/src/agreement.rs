//! Agreements: a customer, units and sites, a plan version, and the terms of their own.

use std::collections::BTreeMap;

use domain::customer::CustomerKind;
use domain::ids::{AgreementId, CustomerId, OrgUnitId, PlanId, PlanVersionId, SiteId, UnitId};
use domain::plan::Terms;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::batch;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::row::Row;
use crate::scope::Scope;
use crate::search::{self, Document, Words};
use crate::tx::Tx;
use crate::value::Value;

/// An agreement as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    pub id: AgreementId,
    /// `XY-20261122-0007`.
    pub number: String,
    /// `sale_warranty`, `maintenance_contract` or `project`.
    pub kind: String,
    pub title: String,
    pub customer: CustomerId,
    pub org: OrgUnitId,
    pub plan_version: PlanVersionId,
    /// The company's default clauses it was made with.
    pub default_version: Option<PlanVersionId>,
    pub starts_on: Date,
    /// The last day, inclusive.
    pub ends_on: Option<Date>,
    pub contract_fen: Option<i64>,
    pub terms: Terms,
    /// The agreement this one renews.
    pub renews: Option<AgreementId>,
    /// The last day it held, when it was ended early.
    pub ended_on: Option<Date>,
    pub end_reason: Option<String>,
    pub version: i64,
    pub created_at: Timestamp,
    pub units: Vec<UnitId>,
    pub sites: Vec<SiteId>,
}

/// Which agreements a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementFilter {
    pub customer: Option<CustomerId>,
    /// Part of a number, a title or the customer's name.
    pub text: String,
    /// `sale_warranty`, `maintenance_contract` or `project`; empty for all.
    pub kind: String,
    /// Any version of this plan.
    pub plan: Option<PlanId>,
    /// Those that name this unit.
    pub unit: Option<UnitId>,
    /// `upcoming`, `running`, `expired` or `ended` on the day; empty for all.
    pub standing: String,
    /// The day the standing is told of.
    pub day: Date,
    /// Those that run out by this day and were not ended, counted from `day`.
    pub ends_by: Option<Date>,
}

/// An agreement as a line of a list, with what its references are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementLine {
    pub agreement: Agreement,
    pub customer_name: String,
    pub plan_title: String,
    pub plan_number: i64,
    /// How many units it names.
    pub units: i64,
}

crate::statements! {
    INSERT = "INSERT INTO agreement (id, number, kind, title, customer_id, branch_id, plan_version_id, starts_on, ends_on, \
        contract_fen, terms, renews_id, default_version_id, version, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14)";
    UPDATE = "UPDATE agreement SET kind = $3, title = $4, branch_id = $5, plan_version_id = $6, starts_on = $7, ends_on = $8, \
        contract_fen = $9, terms = $10, ended_on = $11, end_reason = $12, version = version + 1 \
        WHERE id = $1 AND version = $2";
    GET = "SELECT a.* FROM agreement a WHERE a.id = $1 AND {scope: branch=a.branch_id, customer=a.customer_id, job=a.id@agreement_id}";
    TERMS = "SELECT a.*, c.kind AS customer_kind FROM agreement a JOIN customer c ON c.id = a.customer_id \
        WHERE a.id IN (VALUES {rows}) AND {scope: branch=a.branch_id, customer=a.customer_id, job=a.id@agreement_id}";
    NAMES = "SELECT a.id, a.number, a.title FROM agreement a WHERE a.id IN (VALUES {rows}) \
        AND {scope: branch=a.branch_id, customer=a.customer_id, job=a.id@agreement_id}";
    PAGE = "SELECT a.*, u.name AS customer_name, v.title AS plan_title, v.number AS plan_number, \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM agreement_subject s WHERE s.agreement_id = a.id AND s.kind = 'unit') AS units \
        FROM agreement a JOIN customer u ON u.id = a.customer_id JOIN plan_version v ON v.id = a.plan_version_id \
        WHERE (a.created_at, a.id) < ($1, $2) AND ($3 = '' OR a.customer_id = $3) \
        AND (a.number {like} $4 ESCAPE '\\' OR a.title {like} $4 ESCAPE '\\' OR u.name {like} $4 ESCAPE '\\') \
        AND ($6 = '' OR a.kind = $6) AND ($7 = '' OR v.plan_id = $7) \
        AND ($8 = '' OR EXISTS (SELECT 1 FROM agreement_subject s WHERE s.agreement_id = a.id AND s.kind = 'unit' \
        AND s.subject_id = $8)) \
        AND ($9 = '' OR $9 = CASE WHEN a.ended_on < $10 THEN 'ended' WHEN a.ends_on < $10 THEN 'expired' \
        WHEN $10 < a.starts_on THEN 'upcoming' ELSE 'running' END) \
        AND ($11 = '' OR (a.ended_on IS NULL AND a.ends_on >= $10 AND a.ends_on <= $11)) \
        AND {scope: branch=a.branch_id, customer=a.customer_id, job=a.id@agreement_id} ORDER BY a.created_at DESC, a.id DESC LIMIT $5";
    FOR_UNIT = "SELECT a.* FROM agreement a JOIN agreement_subject s ON s.agreement_id = a.id \
        WHERE s.kind = 'unit' AND s.subject_id = $1 ORDER BY a.created_at DESC, a.id DESC LIMIT 200";
    RENEWAL = "SELECT id FROM agreement WHERE renews_id = $1";
    SUBJECTS = "SELECT kind, subject_id FROM agreement_subject WHERE agreement_id = $1 ORDER BY kind, subject_id";
    CLEAR_SUBJECTS = "DELETE FROM agreement_subject WHERE agreement_id = $1";
    ADD_SUBJECTS = "INSERT INTO agreement_subject (agreement_id, kind, subject_id) VALUES {rows}";
}

/// Adds an agreement with its units and sites.
pub async fn insert(tx: &mut Tx, agreement: &Agreement) -> Result<()> {
    let query = INSERT
        .bind(agreement.id.to_string())
        .bind(&agreement.number)
        .bind(&agreement.kind)
        .bind(&agreement.title)
        .bind(agreement.customer.to_string())
        .bind(agreement.org.to_string())
        .bind(agreement.plan_version.to_string())
        .bind(agreement.starts_on.to_string())
        .bind(agreement.ends_on.map(|day| day.to_string()))
        .bind(agreement.contract_fen)
        .bind(json(&agreement.terms)?)
        .bind(agreement.renews.map(|id| id.to_string()))
        .bind(agreement.default_version.map(|id| id.to_string()))
        .bind(agreement.created_at);
    tx.run(query).await?;
    search::index(tx, &found_by(agreement)).await?;
    write_subjects(tx, agreement).await
}

/// Id, number and title of those of the agreements named that the caller may see, in no order.
pub async fn names(
    conn: &mut Conn,
    ids: &[String],
    scope: &Scope,
) -> Result<Vec<(String, String, String)>> {
    let rows = batch::select(conn, &NAMES, ids, scope).await?;
    rows.iter()
        .map(|row| Ok((row.get("id")?, row.get("number")?, row.get("title")?)))
        .collect()
}

/// An agreement as it is found: by its number and title.
pub fn found_by(agreement: &Agreement) -> Document {
    Document {
        kind: "agreement".into(),
        subject: agreement.id.to_string(),
        branch: Some(agreement.org.to_string()),
        person: None,
        customer: Some(agreement.customer.to_string()),
        text: Words::new()
            .code(&agreement.number)
            .named_after(&agreement.title)
            .join(),
    }
}

/// Writes everything but number, customer, default clauses, renewal and creation, guarded by `agreement.version`.
pub async fn update(tx: &mut Tx, agreement: &Agreement) -> Result<()> {
    let query = UPDATE
        .bind(agreement.id.to_string())
        .bind(agreement.version)
        .bind(&agreement.kind)
        .bind(&agreement.title)
        .bind(agreement.org.to_string())
        .bind(agreement.plan_version.to_string())
        .bind(agreement.starts_on.to_string())
        .bind(agreement.ends_on.map(|day| day.to_string()))
        .bind(agreement.contract_fen)
        .bind(json(&agreement.terms)?)
        .bind(agreement.ended_on.map(|day| day.to_string()))
        .bind(agreement.end_reason.clone());
    tx.guarded(query, "agreement").await?;
    search::index(tx, &found_by(agreement)).await?;
    tx.run(CLEAR_SUBJECTS.bind(agreement.id.to_string()))
        .await?;
    write_subjects(tx, agreement).await
}

async fn write_subjects(tx: &mut Tx, agreement: &Agreement) -> Result<()> {
    let id = agreement.id.to_string();
    let row = |kind: &str, subject: String| {
        vec![
            Value::from(id.as_str()),
            Value::from(kind),
            Value::from(subject),
        ]
    };
    let rows: Vec<Vec<Value>> = agreement
        .units
        .iter()
        .map(|unit| row("unit", unit.to_string()))
        .chain(
            agreement
                .sites
                .iter()
                .map(|site| row("site", site.to_string())),
        )
        .collect();
    for some in rows.chunks(200) {
        tx.run(ADD_SUBJECTS.query().rows(some.to_vec())).await?;
    }
    Ok(())
}

pub async fn get(conn: &mut Conn, id: AgreementId, scope: &Scope) -> Result<Agreement> {
    let row = conn
        .one(GET.bind(id.to_string()).scope(scope), "agreement")
        .await?;
    with_subjects(conn, Agreement::read(&row)?).await
}

/// What an agreement says, and what kind of customer it is with: what decides which clauses are in force.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Without its units and sites.
    pub agreement: Agreement,
    pub customer: CustomerKind,
}

/// What an agreement says, within a scope.
pub async fn signed(conn: &mut Conn, id: AgreementId, scope: &Scope) -> Result<Signed> {
    let found = signed_of(conn, &[id], scope).await?;
    found
        .into_values()
        .next()
        .ok_or(StoreError::NotFound { what: "agreement" })
}

/// What several agreements say, as far as a scope covers them.
pub async fn signed_of(
    conn: &mut Conn,
    ids: &[AgreementId],
    scope: &Scope,
) -> Result<BTreeMap<AgreementId, Signed>> {
    let names: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let rows = batch::select(conn, &TERMS, &names, scope).await?;
    let read = |row: &Row| {
        let signed = Signed {
            agreement: Agreement::read(row)?,
            customer: row.parse("customer_kind")?,
        };
        Ok((signed.agreement.id, signed))
    };
    rows.iter().map(read).collect()
}

/// The latest agreements first, after the creation time and id of the last one shown. Units and sites are only counted.
pub async fn page(
    conn: &mut Conn,
    filter: &AgreementFilter,
    after: Option<(i64, &str)>,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<AgreementLine>> {
    let (at, id) = after.unwrap_or((i64::MAX, ""));
    let text = filter
        .text
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    let query = PAGE
        .bind(at)
        .bind(id)
        .bind(filter.customer.map(|id| id.to_string()).unwrap_or_default())
        .bind(format!("%{text}%"))
        .bind(limit)
        .bind(&filter.kind)
        .bind(filter.plan.map(|id| id.to_string()).unwrap_or_default())
        .bind(filter.unit.map(|id| id.to_string()).unwrap_or_default())
        .bind(&filter.standing)
        .bind(filter.day.to_string())
        .bind(
            filter
                .ends_by
                .map(|day| day.to_string())
                .unwrap_or_default(),
        )
        .scope(scope);
    let rows = conn.all(query).await?;
    rows.iter().map(AgreementLine::read).collect()
}

/// The agreement that renews this one, if one does.
pub async fn renewal(conn: &mut Conn, id: AgreementId) -> Result<Option<AgreementId>> {
    let row = conn.optional(RENEWAL.bind(id.to_string())).await?;
    row.map(|row| row.parse("id")).transpose()
}

/// The agreements a unit is under, the latest first.
pub async fn for_unit(conn: &mut Conn, unit: UnitId) -> Result<Vec<Agreement>> {
    let rows = conn.all(FOR_UNIT.bind(unit.to_string())).await?;
    rows.iter().map(Agreement::read).collect()
}

async fn with_subjects(conn: &mut Conn, mut agreement: Agreement) -> Result<Agreement> {
    for row in conn.all(SUBJECTS.bind(agreement.id.to_string())).await? {
        let kind: String = row.get("kind")?;
        match kind.as_str() {
            "unit" => agreement.units.push(row.parse("subject_id")?),
            _ => agreement.sites.push(row.parse("subject_id")?),
        }
    }
    Ok(agreement)
}

impl Agreement {
    /// The last day it holds: as agreed, or the day it was ended early on.
    pub fn last_day(&self) -> Option<Date> {
        self.ends_on.into_iter().chain(self.ended_on).min()
    }

    /// Whether it holds on a day.
    pub fn runs_on(&self, day: Date) -> bool {
        self.starts_on <= day && self.last_day().is_none_or(|last| day <= last)
    }

    pub(crate) fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            number: row.get("number")?,
            kind: row.get("kind")?,
            title: row.get("title")?,
            customer: row.parse("customer_id")?,
            org: row.parse("branch_id")?,
            plan_version: row.parse("plan_version_id")?,
            default_version: row.parse_optional("default_version_id")?,
            starts_on: row.parse("starts_on")?,
            ends_on: row.parse_optional("ends_on")?,
            contract_fen: row.get("contract_fen")?,
            terms: row.json("terms")?,
            renews: row.parse_optional("renews_id")?,
            ended_on: row.parse_optional("ended_on")?,
            end_reason: row.get("end_reason")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            units: Vec::new(),
            sites: Vec::new(),
        })
    }
}

impl AgreementLine {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            agreement: Agreement::read(row)?,
            customer_name: row.get("customer_name")?,
            plan_title: row.get("plan_title")?,
            plan_number: row.get("plan_number")?,
            units: row.get("units")?,
        })
    }
}

fn json(terms: &Terms) -> Result<String> {
    serde_json::to_string(terms).map_err(|why| StoreError::corrupt("agreement terms", why))
}
