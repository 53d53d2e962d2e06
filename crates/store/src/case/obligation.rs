//! The promises of a case as the engine last gave them.

use domain::ids::CaseId;
use domain::obligation::Obligation;

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
        due_at, ended_at, broken_at, late_ms, body) VALUES {rows}";
    OF_CASE = "SELECT body FROM case_obligation WHERE case_id = $1 ORDER BY clause, cycle LIMIT $2";
}

/// Puts these rows in place of those kept before.
pub async fn replace_obligations(tx: &mut Tx, case: CaseId, rows: &[Obligation]) -> Result<()> {
    tx.run(FORGET.bind(case.to_string())).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let values = rows
        .iter()
        .map(|row| values(case, row))
        .collect::<Result<_>>()?;
    tx.run(INSERT.query().rows(values)).await.map(|_| ())
}

/// The rows kept of a case, by clause and cycle.
pub async fn obligations(conn: &mut Conn, case: CaseId) -> Result<Vec<StoredObligation>> {
    let rows = conn
        .all(OF_CASE.bind(case.to_string()).bind(MAX_ROWS))
        .await?;
    rows.iter().map(|row| row.json("body")).collect()
}

fn values(case: CaseId, row: &Obligation) -> Result<Vec<Value>> {
    let body = serde_json::to_string(row).map_err(|why| StoreError::Invalid {
        why: why.to_string(),
    })?;
    Ok(vec![
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
    ])
}
