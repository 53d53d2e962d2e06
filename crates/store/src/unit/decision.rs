//! What people decided about who pays for repairs of a unit. Only ever added to.

use domain::ids::UnitId;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::tx::Tx;

/// One decision. What the customer pays is JSON as the domain writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its number among the decisions about the unit, from 1.
    pub seq: i64,
    pub at: Timestamp,
    /// Id of the person.
    pub author: String,
    /// The first day it is for.
    pub from: Date,
    /// The last day it is for, if it ends.
    pub until: Option<Date>,
    /// What the customer pays; `None` where the plan's advice holds again.
    pub charges: Option<String>,
    pub reason: String,
}

crate::statements! {
    ADD = "INSERT INTO unit_decision (unit_id, seq, at, author, from_day, until_day, charges, reason) \
        SELECT $1, COALESCE(MAX(seq), 0) + 1, $2, $3, $4, CAST($5 AS TEXT), CAST($6 AS TEXT), $7 \
        FROM unit_decision WHERE unit_id = $1";
    OF_UNIT = "SELECT * FROM unit_decision WHERE unit_id = $1 ORDER BY seq DESC LIMIT $2";
}

/// Adds a decision about a unit; number, time and author are given here.
pub async fn add_decision(tx: &mut Tx, unit: UnitId, decision: &Decision) -> Result<()> {
    let (at, author) = (tx.at(), tx.origin().actor.clone());
    let query = ADD
        .bind(unit.to_string())
        .bind(at)
        .bind(author)
        .bind(decision.from.to_string())
        .bind(decision.until.map(|day| day.to_string()))
        .bind(decision.charges.clone())
        .bind(&decision.reason);
    tx.run(query).await.map(|_| ())
}

/// The decisions about a unit, the last first, at most [`super::MAX_PARTS`].
pub async fn decisions(conn: &mut Conn, unit: UnitId) -> Result<Vec<Decision>> {
    conn.all(OF_UNIT.bind(unit.to_string()).bind(super::MAX_PARTS))
        .await?
        .iter()
        .map(Decision::read)
        .collect()
}

impl Decision {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            seq: row.get("seq")?,
            at: row.get("at")?,
            author: row.get("author")?,
            from: row.parse("from_day")?,
            until: row.parse_optional("until_day")?,
            charges: row.get("charges")?,
            reason: row.get("reason")?,
        })
    }
}
