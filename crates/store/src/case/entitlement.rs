//! What the entitlement check advised on a case, and what a person decided. Only ever added to.

use domain::ids::CaseId;
use jiff::Timestamp;

use super::row::count;
use crate::conn::Conn;
use crate::error::Result;
use crate::tx::Tx;

/// Most decisions one case shows.
const MAX_DECISIONS: i64 = 500;

/// One check with what came of it. Advice and decision are JSON as the domain writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    pub seq: u32,
    pub at: Timestamp,
    /// Id of the person.
    pub author: String,
    pub advice: String,
    /// What a person decided instead of the advice.
    pub decision: Option<String>,
    pub reason: String,
}

crate::statements! {
    ADD = "INSERT INTO case_entitlement (case_id, seq, at, author, advice, decision, reason) \
        SELECT $1, COALESCE(MAX(seq), 0) + 1, $2, $3, $4, CAST($5 AS TEXT), $6 FROM case_entitlement WHERE case_id = $1";
    OF_CASE = "SELECT seq, at, author, advice, decision, reason FROM case_entitlement WHERE case_id = $1 \
        ORDER BY seq LIMIT $2";
}

/// Adds a check to a case; its number is given here.
pub async fn add_entitlement(
    tx: &mut Tx,
    case: CaseId,
    advice: &str,
    decision: Option<&str>,
    reason: &str,
) -> Result<()> {
    let (now, author) = (tx.at(), tx.origin().actor.clone());
    let query = ADD
        .bind(case.to_string())
        .bind(now)
        .bind(author)
        .bind(advice)
        .bind(decision)
        .bind(reason);
    tx.run(query).await.map(|_| ())
}

/// The checks of a case, oldest first.
pub async fn entitlements(conn: &mut Conn, case: CaseId) -> Result<Vec<Decided>> {
    let rows = conn
        .all(OF_CASE.bind(case.to_string()).bind(MAX_DECISIONS))
        .await?;
    let read = |row: &crate::Row| {
        Ok(Decided {
            seq: count(row, "seq")?,
            at: row.get("at")?,
            author: row.get("author")?,
            advice: row.get("advice")?,
            decision: row.get("decision")?,
            reason: row.get("reason")?,
        })
    };
    rows.iter().map(read).collect()
}
