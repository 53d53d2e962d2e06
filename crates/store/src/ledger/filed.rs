//! Whether the rows of the ledger are filed under what they say: lists and counts read columns, the proof reads the
//! promise itself, and a column that says something else would count a broken promise as kept.

use domain::obligation::Obligation;
use jiff::Timestamp;

use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;

/// Most promises of one case or agreement.
const MAX_ROWS: i64 = 5_000;

/// What the promises of a case, or the duties of an agreement, are counted by; empty where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Belongs {
    pub branch: String,
    pub customer: String,
    pub agreement: String,
    pub plan_version: String,
    pub region: String,
    pub owner: String,
    pub severity: String,
}

/// A row whose columns do not say what its promise says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfiled {
    pub clause: String,
    pub cycle: i64,
    pub filed: String,
    pub owed: String,
}

crate::statements! {
    OF_SUBJECT = "SELECT o.clause, o.cycle, o.state, o.strength, o.late_ms, o.counted_at, o.branch_id, o.customer_id, \
        o.agreement_id, o.plan_version_id, o.region, o.owner_id, o.severity, o.body FROM ledger_row o \
        WHERE o.subject_id = $1 ORDER BY o.clause, o.cycle LIMIT $2";
}

/// The rows of a case, or of an agreement's duties, that are filed under something else than their promises say.
pub async fn misfiled(conn: &mut Conn, subject: &str, belongs: &Belongs) -> Result<Vec<Misfiled>> {
    let rows = conn.all(OF_SUBJECT.bind(subject).bind(MAX_ROWS)).await?;
    let mut found = Vec::new();
    for row in &rows {
        let promise: Obligation = row.json("body")?;
        let (filed, owed) = (filed(row)?, owed(&promise, belongs));
        if filed != owed {
            found.push(Misfiled {
                clause: row.get("clause")?,
                cycle: row.get("cycle")?,
                filed: format!("{filed:?}"),
                owed: format!("{owed:?}"),
            });
        }
    }
    Ok(found)
}

/// The columns in an order of their own, as texts.
type Columns = [String; 13];

fn filed(row: &Row) -> Result<Columns> {
    let late_ms: Option<i64> = row.get("late_ms")?;
    let (cycle, counted_at): (i64, Timestamp) = (row.get("cycle")?, row.get("counted_at")?);
    Ok([
        row.get("clause")?,
        cycle.to_string(),
        row.get("state")?,
        row.get("strength")?,
        late_ms.map(|late| late.to_string()).unwrap_or_default(),
        counted_at.to_string(),
        row.get("branch_id")?,
        row.get("customer_id")?,
        row.get("agreement_id")?,
        row.get("plan_version_id")?,
        row.get("region")?,
        row.get("owner_id")?,
        row.get("severity")?,
    ])
}

fn owed(promise: &Obligation, belongs: &Belongs) -> Columns {
    let counted_at = promise.due_at.or(promise.ended_at).or(promise.started_at);
    [
        promise.clause.to_string(),
        promise.cycle.to_string(),
        promise.state.as_str().to_owned(),
        promise.strength.as_str().to_owned(),
        promise
            .late_ms
            .map(|late| late.to_string())
            .unwrap_or_default(),
        counted_at.unwrap_or(Timestamp::UNIX_EPOCH).to_string(),
        belongs.branch.clone(),
        belongs.customer.clone(),
        belongs.agreement.clone(),
        belongs.plan_version.clone(),
        belongs.region.clone(),
        belongs.owner.clone(),
        belongs.severity.clone(),
    ]
}
