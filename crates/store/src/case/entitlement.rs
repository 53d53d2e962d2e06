//! What the entitlement check advised on a case, and what a person decided. Only ever added to.

use domain::ids::CaseId;
use jiff::Timestamp;

use super::row::count;
use crate::audit::RULES;
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
    /// Id of the person, or of the service that judged.
    pub author: String,
    /// Id of the person whose act prompted a service to judge.
    pub prompted_by: Option<String>,
    pub advice: String,
    /// What a person decided instead of the advice.
    pub decision: Option<String>,
    pub reason: String,
}

/// A check to add. Advice and decision are JSON as the domain writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewCheck<'a> {
    pub advice: &'a str,
    pub decision: Option<&'a str>,
    pub reason: &'a str,
    pub judge: Judge,
}

/// Who judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judge {
    /// Whoever acts in the transaction.
    Actor,
    /// The rules, prompted by what that person did.
    Rules,
}

crate::statements! {
    ADD = "INSERT INTO case_entitlement (case_id, seq, at, author, prompted_by, advice, decision, reason) \
        SELECT $1, COALESCE(MAX(seq), 0) + 1, $2, $3, CAST($4 AS TEXT), $5, CAST($6 AS TEXT), $7 FROM case_entitlement WHERE case_id = $1";
    OF_CASE = "SELECT seq, at, author, prompted_by, advice, decision, reason FROM case_entitlement WHERE case_id = $1 \
        ORDER BY seq LIMIT $2";
}

/// Adds a check to a case; its number is given here.
pub async fn add_entitlement(tx: &mut Tx, case: CaseId, new: NewCheck<'_>) -> Result<()> {
    let (now, actor) = (tx.at(), tx.origin().actor.clone());
    let (author, prompted_by) = match new.judge {
        Judge::Actor => (actor, None),
        Judge::Rules => (RULES.to_owned(), Some(actor)),
    };
    let query = ADD
        .bind(case.to_string())
        .bind(now)
        .bind(author)
        .bind(prompted_by)
        .bind(new.advice)
        .bind(new.decision)
        .bind(new.reason);
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
            prompted_by: row.get("prompted_by")?,
            advice: row.get("advice")?,
            decision: row.get("decision")?,
            reason: row.get("reason")?,
        })
    };
    rows.iter().map(read).collect()
}
