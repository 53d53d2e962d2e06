//! The promises of a case as the engine last gave them.

use domain::ids::CaseId;
use domain::obligation::Obligation;
use jiff::Timestamp;

use super::row::CaseRow;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::tx::Tx;
use crate::value::Value;

/// A promise as stored: the text is compared when the ledger is checked.
pub type StoredObligation = Obligation;

/// Most promises one case may have.
const MAX_ROWS: i64 = 1_000;

crate::statements! {
    FORGET = "DELETE FROM case_obligation WHERE case_id = $1";
    INSERT = "INSERT INTO case_obligation (case_id, clause, cycle, state, strength, from_mark, to_mark, started_at, \
        due_at, ended_at, broken_at, late_ms, body, counted_at, branch_id, customer_id, agreement_id, plan_version_id, \
        region, owner_id, severity) VALUES {rows}";
    DIMENSIONS = "SELECT branch_id, COALESCE(customer_id, '') AS customer_id, COALESCE(agreement_id, '') AS agreement_id, \
        plan_version_id, COALESCE(region, '') AS region, COALESCE(owner_id, '') AS owner_id, \
        COALESCE(severity, '') AS severity FROM service_case WHERE id = $1";
    FOLLOW = "UPDATE case_obligation SET branch_id = $2, customer_id = $3, agreement_id = $4, plan_version_id = $5, \
        owner_id = $6 WHERE case_id = $1 AND (branch_id <> $2 OR customer_id <> $3 OR agreement_id <> $4 \
        OR plan_version_id <> $5 OR owner_id <> $6)";
    OF_CASE = "SELECT body FROM case_obligation WHERE case_id = $1 ORDER BY clause, cycle LIMIT $2";
}

/// Puts these rows in place of those kept before.
pub async fn replace_obligations(tx: &mut Tx, case: CaseId, rows: &[Obligation]) -> Result<()> {
    tx.run(FORGET.bind(case.to_string())).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let dimensions = dimensions(tx, case).await?;
    let values = rows
        .iter()
        .map(|row| values(case, row, &dimensions))
        .collect::<Result<_>>()?;
    tx.run(INSERT.query().rows(values)).await.map(|_| ())
}

/// What the ledger counts a case's promises by, in the order of the columns.
async fn dimensions(tx: &mut Tx, case: CaseId) -> Result<[String; 7]> {
    let row = tx.one(DIMENSIONS.bind(case.to_string()), "case").await?;
    Ok([
        row.get("branch_id")?,
        row.get("customer_id")?,
        row.get("agreement_id")?,
        row.get("plan_version_id")?,
        row.get("region")?,
        row.get("owner_id")?,
        row.get("severity")?,
    ])
}

/// Lets the promises kept of a case follow its links, when these change and the facts do not.
pub(super) async fn follow(tx: &mut Tx, case: &CaseRow) -> Result<()> {
    let text = |id: Option<String>| id.unwrap_or_default();
    let query = FOLLOW
        .bind(case.id.to_string())
        .bind(case.branch.to_string())
        .bind(text(case.customer.map(|id| id.to_string())))
        .bind(text(case.agreement.map(|id| id.to_string())))
        .bind(case.plan_version.to_string())
        .bind(text(case.owner.map(|id| id.to_string())));
    tx.run(query).await.map(|_| ())
}

/// The instant by which a promise belongs to a period: when it is due; without a due time when it ended or began.
fn counted_at(row: &Obligation) -> Timestamp {
    let known = row.due_at.or(row.ended_at).or(row.started_at);
    known.unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The rows kept of a case, by clause and cycle.
pub async fn obligations(conn: &mut Conn, case: CaseId) -> Result<Vec<StoredObligation>> {
    let rows = conn
        .all(OF_CASE.bind(case.to_string()).bind(MAX_ROWS))
        .await?;
    rows.iter().map(|row| row.json("body")).collect()
}

fn values(case: CaseId, row: &Obligation, dimensions: &[String; 7]) -> Result<Vec<Value>> {
    let body = serde_json::to_string(row).map_err(|why| StoreError::Invalid {
        why: why.to_string(),
    })?;
    let mut values: Vec<Value> = vec![
        case.to_string().into(),
        row.clause.to_string().into(),
        row.cycle.into(),
        row.state.as_str().into(),
        row.strength.as_str().into(),
        row.from.as_str().into(),
        row.to.as_str().into(),
        row.started_at.into(),
        row.due_at.into(),
        row.ended_at.into(),
        row.broken_at.into(),
        row.late_ms.into(),
        body.into(),
        counted_at(row).into(),
    ];
    values.extend(dimensions.iter().map(Value::from));
    Ok(values)
}
