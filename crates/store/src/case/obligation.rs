//! The promises of a case as the engine last gave them.

use std::collections::BTreeMap;

use domain::ids::CaseId;
use domain::obligation::Obligation;
use jiff::Timestamp;

use super::row::CaseRow;
use crate::batch;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::tx::Tx;
use crate::value::Value;

/// A promise as stored: the text is compared when the ledger is checked.
pub type StoredObligation = Obligation;

/// Cases that one statement clears.
const AT_ONCE: usize = 200;
/// Most promises one case may have.
const MAX_ROWS: i64 = 1_000;

crate::statements! {
    FORGET = "DELETE FROM case_obligation WHERE case_id IN (VALUES {rows})";
    INSERT = "INSERT INTO case_obligation (case_id, clause, cycle, state, strength, from_mark, to_mark, started_at, \
        due_at, ended_at, broken_at, late_ms, body, counted_at, branch_id, customer_id, agreement_id, plan_version_id, \
        region, owner_id, severity) VALUES {rows}";
    FOLLOW = "UPDATE case_obligation SET branch_id = $2, customer_id = $3, agreement_id = $4, plan_version_id = $5, \
        owner_id = $6 WHERE case_id = $1 AND (branch_id <> $2 OR customer_id <> $3 OR agreement_id <> $4 \
        OR plan_version_id <> $5 OR owner_id <> $6)";
    OF_CASE = "SELECT body FROM case_obligation WHERE case_id = $1 ORDER BY clause, cycle LIMIT $2";
    OF_CASES = "SELECT case_id, body FROM case_obligation WHERE case_id IN (VALUES {rows}) ORDER BY clause, cycle";
}

/// Puts these rows in place of those kept before, for each of the cases.
pub async fn replace_obligations(tx: &mut Tx, cases: &[(&CaseRow, Vec<Obligation>)]) -> Result<()> {
    for some in cases.chunks(AT_ONCE) {
        let ids = some
            .iter()
            .map(|(case, _)| vec![case.id.to_string().into()]);
        tx.run(FORGET.query().rows(ids.collect())).await?;
    }
    add_obligations(tx, cases).await
}

/// Keeps the rows of cases of which nothing was kept before.
pub async fn add_obligations(tx: &mut Tx, cases: &[(&CaseRow, Vec<Obligation>)]) -> Result<()> {
    let mut all = Vec::new();
    for (case, rows) in cases {
        let dimensions = dimensions(case);
        for row in rows {
            all.push(values(case.id, row, &dimensions)?);
        }
    }
    batch::write(tx, &INSERT, &all, Clone::clone).await
}

/// What the ledger counts a case's promises by, in the order of the columns.
fn dimensions(case: &CaseRow) -> [String; 7] {
    fn text<T: ToString>(value: Option<T>) -> String {
        value.map(|value| value.to_string()).unwrap_or_default()
    }
    [
        case.branch.to_string(),
        text(case.customer),
        text(case.agreement),
        case.plan_version.to_string(),
        text(case.digest.region.as_ref()),
        text(case.owner),
        text(case.digest.severity.as_ref()),
    ]
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

/// The rows kept of each of several cases, by clause and cycle.
pub async fn obligations_of(
    conn: &mut Conn,
    cases: &[CaseId],
) -> Result<BTreeMap<CaseId, Vec<StoredObligation>>> {
    batch::grouped(conn, &OF_CASES, cases, "case_id", |row| row.json("body")).await
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
