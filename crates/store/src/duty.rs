//! Recurring duties of agreements: their facts, and the occurrences as the engine last gave them.

use domain::customer::CustomerKind;
use domain::duty::DutyEvent;
use domain::ids::{AgreementId, UnitId};
use domain::obligation::Obligation;
use domain::slug::LegalProduct;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::agreement::Agreement;
use crate::batch;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::row::Row;
use crate::scope::Scope;
use crate::tx::Tx;
use crate::value::Value;

/// Most facts one agreement's duties may have.
const MAX_FACTS: i64 = 20_000;
/// Most occurrences of one agreement's duties.
const MAX_ROWS: i64 = 20_000;

/// What an agreement's occurrences follow from, and those that are kept. Its units and sites are left out.
#[derive(Debug, Clone)]
pub struct Seen {
    pub agreement: Agreement,
    pub customer: CustomerKind,
    pub warranty_ends_on: Option<Date>,
    pub production_ends_on: Option<Date>,
    /// The families, as the law knows them, of the products of its units.
    pub families: Vec<LegalProduct>,
    pub facts: Vec<DutyEvent>,
    pub kept: Vec<Obligation>,
}

/// When an agreement's occurrences were last made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub computed_at: Timestamp,
    /// The number of facts they rest on.
    pub last_seq: u32,
    /// The latest last day of the warranties of its units, as it was then.
    pub warranty_ends_on: Option<Date>,
    /// The earliest end of production among their products, as it was then.
    pub production_ends_on: Option<Date>,
    /// The families, as the law knows them, of their products, as they were then.
    pub families: Vec<LegalProduct>,
    pub version: i64,
}

crate::statements! {
    EVENTS = "SELECT body FROM duty_event WHERE agreement_id = $1 ORDER BY seq LIMIT $2";
    APPEND = "INSERT INTO duty_event (agreement_id, seq, id, at, recorded_at, body) VALUES ($1, $2, $3, $4, $5, $6)";
    FORGET = "DELETE FROM duty_obligation WHERE agreement_id = $1";
    KEEP = "INSERT INTO duty_obligation (agreement_id, clause, cycle, state, strength, due_at, late_ms, body, counted_at, \
        branch_id, customer_id, plan_version_id) VALUES {rows}";
    OF_AGREEMENT = "SELECT body FROM duty_obligation WHERE agreement_id = $1 ORDER BY due_at, clause, cycle LIMIT $2";
    BEGIN_RUN = "INSERT INTO duty_run (agreement_id, computed_at, last_seq, warranty_ends_on, production_ends_on, families, version) \
        VALUES ($1, $2, $3, CAST($4 AS TEXT), CAST($5 AS TEXT), $6, 1)";
    SET_RUN = "UPDATE duty_run SET computed_at = $3, last_seq = $4, warranty_ends_on = CAST($5 AS TEXT), \
        production_ends_on = CAST($6 AS TEXT), families = $7, version = version + 1 \
        WHERE agreement_id = $1 AND version = $2";
    RUN = "SELECT computed_at, last_seq, warranty_ends_on, production_ends_on, families, version FROM duty_run WHERE agreement_id = $1";
    AGREEMENTS_AFTER = "SELECT id FROM agreement WHERE id > $1 ORDER BY id LIMIT $2";
    RUNS_AFTER = "SELECT agreement_id AS id FROM duty_run WHERE agreement_id > $1 ORDER BY agreement_id LIMIT $2";
    WARRANTY_ENDS = "SELECT MAX(w.ends_on) AS ends_on FROM agreement_subject s JOIN unit_warranty w ON w.unit_id = s.subject_id \
        WHERE s.agreement_id = $1 AND s.kind = 'unit' \
        AND w.seq = (SELECT MAX(l.seq) FROM unit_warranty l WHERE l.unit_id = w.unit_id)";
    PRODUCTION_ENDS = "SELECT MIN(p.end_of_production_on) AS ends_on FROM agreement_subject s JOIN unit u ON u.id = s.subject_id \
        JOIN product p ON p.id = u.product_id WHERE s.agreement_id = $1 AND s.kind = 'unit'";
    FAMILIES_OF = "SELECT DISTINCT p.legal_product FROM agreement_subject s JOIN unit u ON u.id = s.subject_id \
        JOIN product p ON p.id = u.product_id WHERE s.agreement_id = $1 AND s.kind = 'unit' AND p.legal_product IS NOT NULL \
        ORDER BY p.legal_product";
    SEEN_FAMILIES = "SELECT DISTINCT s.agreement_id, p.legal_product FROM agreement_subject s JOIN unit u ON u.id = s.subject_id \
        JOIN product p ON p.id = u.product_id WHERE s.agreement_id IN (VALUES {rows}) AND s.kind = 'unit' \
        AND p.legal_product IS NOT NULL ORDER BY s.agreement_id, p.legal_product";
    SEEN = "SELECT a.*, c.kind AS customer_kind FROM agreement a JOIN customer c ON c.id = a.customer_id \
        WHERE a.id IN (VALUES {rows}) ORDER BY a.id";
    SEEN_WARRANTIES = "SELECT s.agreement_id, MAX(w.ends_on) AS ends_on FROM agreement_subject s \
        JOIN unit_warranty w ON w.unit_id = s.subject_id WHERE s.agreement_id IN (VALUES {rows}) AND s.kind = 'unit' \
        AND w.seq = (SELECT MAX(l.seq) FROM unit_warranty l WHERE l.unit_id = w.unit_id) GROUP BY s.agreement_id";
    SEEN_PRODUCTIONS = "SELECT s.agreement_id, MIN(p.end_of_production_on) AS ends_on FROM agreement_subject s \
        JOIN unit u ON u.id = s.subject_id JOIN product p ON p.id = u.product_id \
        WHERE s.agreement_id IN (VALUES {rows}) AND s.kind = 'unit' GROUP BY s.agreement_id";
    SEEN_FACTS = "SELECT agreement_id, body FROM duty_event WHERE agreement_id IN (VALUES {rows}) \
        ORDER BY agreement_id, seq";
    SEEN_ROWS = "SELECT agreement_id, body FROM duty_obligation WHERE agreement_id IN (VALUES {rows})";
    OF_UNIT = "SELECT a.id FROM agreement a JOIN agreement_subject s ON s.agreement_id = a.id \
        WHERE s.kind = 'unit' AND s.subject_id = $1 ORDER BY a.created_at DESC, a.id LIMIT 50";
}

/// The facts of an agreement's duties, in the order they were recorded.
pub async fn events(conn: &mut Conn, agreement: AgreementId) -> Result<Vec<DutyEvent>> {
    let rows = conn
        .all(EVENTS.bind(agreement.to_string()).bind(MAX_FACTS))
        .await?;
    rows.iter().map(|row| row.json("body")).collect()
}

/// Appends a fact. Two at once collide on their number, and one is [`StoreError::Unique`].
pub async fn append(tx: &mut Tx, agreement: AgreementId, event: &DutyEvent) -> Result<()> {
    let query = APPEND
        .bind(agreement.to_string())
        .bind(event.seq)
        .bind(event.id.to_string())
        .bind(event.at)
        .bind(event.recorded_at)
        .bind(json(event)?);
    tx.run(query).await.map(|_| ())
}

/// Puts these occurrences in place of those kept before, with what they were computed from; `run.version` is not read.
pub async fn keep(tx: &mut Tx, agreement: &Agreement, rows: &[Obligation], new: Run) -> Result<()> {
    let id = agreement.id.to_string();
    tx.run(FORGET.bind(&id)).await?;
    let mut values = Vec::with_capacity(rows.len());
    for row in rows {
        values.push(row_values(agreement, row)?);
    }
    batch::write(tx, &KEEP, &values, Clone::clone).await?;
    let warranty = new.warranty_ends_on.map(|day| day.to_string());
    let production = new.production_ends_on.map(|day| day.to_string());
    let families: Vec<String> = new.families.iter().map(ToString::to_string).collect();
    let families = families.join(" ");
    match run(tx, agreement.id).await? {
        None => {
            let query = BEGIN_RUN.bind(id).bind(new.computed_at);
            let query = query.bind(new.last_seq).bind(warranty).bind(production);
            tx.run(query.bind(families)).await.map(|_| ())
        }
        Some(run) => {
            let query = SET_RUN.bind(id).bind(run.version).bind(new.computed_at);
            tx.guarded(
                query
                    .bind(new.last_seq)
                    .bind(warranty)
                    .bind(production)
                    .bind(families),
                "duties",
            )
            .await
        }
    }
}

/// The occurrences kept of an agreement, by due time.
pub async fn of_agreement(conn: &mut Conn, agreement: AgreementId) -> Result<Vec<Obligation>> {
    let query = OF_AGREEMENT.bind(agreement.to_string()).bind(MAX_ROWS);
    let rows = conn.all(query).await?;
    rows.iter().map(|row| row.json("body")).collect()
}

/// What the occurrences of several agreements follow from, in the order of their ids: six statements for all of them.
pub async fn seen(conn: &mut Conn, agreements: &[AgreementId]) -> Result<Vec<Seen>> {
    let ids: Vec<String> = agreements.iter().map(ToString::to_string).collect();
    let mut seen = Vec::with_capacity(ids.len());
    for row in batch::select(conn, &SEEN, &ids, &Scope::All).await? {
        seen.push(Seen {
            agreement: Agreement::read(&row)?,
            customer: row.parse("customer_kind")?,
            warranty_ends_on: None,
            production_ends_on: None,
            families: Vec::new(),
            facts: Vec::new(),
            kept: Vec::new(),
        });
    }
    seen.sort_by_key(|one| one.agreement.id);
    for row in batch::select(conn, &SEEN_WARRANTIES, &ids, &Scope::All).await? {
        if let Some(one) = of_row(&mut seen, &row)? {
            one.warranty_ends_on = row.parse_optional("ends_on")?;
        }
    }
    for row in batch::select(conn, &SEEN_PRODUCTIONS, &ids, &Scope::All).await? {
        if let Some(one) = of_row(&mut seen, &row)? {
            one.production_ends_on = row.parse_optional("ends_on")?;
        }
    }
    for row in batch::select(conn, &SEEN_FAMILIES, &ids, &Scope::All).await? {
        if let Some(one) = of_row(&mut seen, &row)? {
            one.families.push(row.parse("legal_product")?);
        }
    }
    for row in batch::select(conn, &SEEN_FACTS, &ids, &Scope::All).await? {
        if let Some(one) = of_row(&mut seen, &row)? {
            one.facts.push(row.json("body")?);
        }
    }
    for row in batch::select(conn, &SEEN_ROWS, &ids, &Scope::All).await? {
        if let Some(one) = of_row(&mut seen, &row)? {
            one.kept.push(row.json("body")?);
        }
    }
    Ok(seen)
}

fn of_row<'a>(seen: &'a mut [Seen], row: &Row) -> Result<Option<&'a mut Seen>> {
    let id: AgreementId = row.parse("agreement_id")?;
    let place = seen.binary_search_by_key(&id, |one| one.agreement.id);
    Ok(place.ok().map(|place| &mut seen[place]))
}

/// When an agreement's occurrences were last made, if they ever were.
pub async fn run(conn: &mut Conn, agreement: AgreementId) -> Result<Option<Run>> {
    let Some(row) = conn.optional(RUN.bind(agreement.to_string())).await? else {
        return Ok(None);
    };
    let last_seq: i64 = row.get("last_seq")?;
    Ok(Some(Run {
        computed_at: row.get("computed_at")?,
        last_seq: u32::try_from(last_seq).map_err(|why| StoreError::corrupt("last_seq", why))?,
        warranty_ends_on: row.parse_optional("warranty_ends_on")?,
        production_ends_on: row.parse_optional("production_ends_on")?,
        families: families_in(&row)?,
        version: row.get("version")?,
    }))
}

fn families_in(row: &Row) -> Result<Vec<LegalProduct>> {
    let names: String = row.get("families")?;
    names
        .split_whitespace()
        .map(|name| {
            name.parse()
                .map_err(|why| StoreError::corrupt("families", why))
        })
        .collect()
}

/// The families, as the law knows them, of the products of an agreement's units, in the order of their names.
pub async fn families(conn: &mut Conn, agreement: AgreementId) -> Result<Vec<LegalProduct>> {
    let rows = conn.all(FAMILIES_OF.bind(agreement.to_string())).await?;
    rows.iter().map(|row| row.parse("legal_product")).collect()
}

/// Ids of all agreements, for the nightly run.
pub async fn agreements_after(
    conn: &mut Conn,
    after: Option<AgreementId>,
    limit: u32,
) -> Result<Vec<AgreementId>> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let rows = conn.all(AGREEMENTS_AFTER.bind(after).bind(limit)).await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

/// Ids of the agreements whose occurrences were made, for the check of the ledger.
pub async fn runs_after(
    conn: &mut Conn,
    after: Option<AgreementId>,
    limit: u32,
) -> Result<Vec<AgreementId>> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let rows = conn.all(RUNS_AFTER.bind(after).bind(limit)).await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

/// The latest last day of the warranties of an agreement's units, as last resolved.
pub async fn warranty_ends_on(conn: &mut Conn, agreement: AgreementId) -> Result<Option<Date>> {
    let query = WARRANTY_ENDS.bind(agreement.to_string());
    conn.one(query, "warranty").await?.parse_optional("ends_on")
}

/// The earliest end of production among the products of an agreement's units.
pub async fn production_ends_on(conn: &mut Conn, agreement: AgreementId) -> Result<Option<Date>> {
    let query = PRODUCTION_ENDS.bind(agreement.to_string());
    conn.one(query, "production")
        .await?
        .parse_optional("ends_on")
}

/// Ids of the agreements a unit is under, the latest first.
pub async fn agreements_of_unit(conn: &mut Conn, unit: UnitId) -> Result<Vec<AgreementId>> {
    let rows = conn.all(OF_UNIT.bind(unit.to_string())).await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

fn row_values(agreement: &Agreement, row: &Obligation) -> Result<Vec<Value>> {
    let counted_at = row.due_at.or(row.ended_at).or(row.started_at);
    Ok(vec![
        agreement.id.to_string().into(),
        row.clause.to_string().into(),
        row.cycle.into(),
        row.state.as_str().into(),
        row.strength.as_str().into(),
        row.due_at.into(),
        row.late_ms.into(),
        json(row)?.into(),
        counted_at.unwrap_or(Timestamp::UNIX_EPOCH).into(),
        agreement.org.to_string().into(),
        agreement.customer.to_string().into(),
        agreement.plan_version.to_string().into(),
    ])
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|why| StoreError::Invalid {
        why: why.to_string(),
    })
}
