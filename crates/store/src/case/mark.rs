//! Who was told of which mark of a promise.

use std::collections::BTreeMap;

use domain::ids::{CaseId, PersonId};
use domain::slug::ClauseId;
use jiff::Timestamp;

use crate::batch;
use crate::conn::Conn;
use crate::error::Result;
use crate::tx::Tx;

/// Most marks of one case that are read at once.
const MAX_MARKS: i64 = 5_000;

/// Marks that one statement writes.
const AT_ONCE: usize = 500;

/// One person told of one mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub clause: ClauseId,
    pub cycle: u32,
    /// Percent of the limit; 100 is the breach.
    pub percent: u8,
    pub person: PersonId,
    /// When the mark was reached.
    pub mark_at: Timestamp,
}

crate::statements! {
    TELL = "INSERT INTO case_mark (case_id, clause, cycle, percent, person_id, mark_at, told_at) \
        VALUES {rows} ON CONFLICT (case_id, clause, cycle, percent, person_id) DO NOTHING \
        RETURNING case_id, clause, cycle, percent, person_id, mark_at";
    OF_CASE = "SELECT clause, cycle, percent, person_id, mark_at FROM case_mark WHERE case_id = $1 \
        ORDER BY mark_at, clause, cycle, percent, person_id LIMIT $2";
    OF_CASES = "SELECT case_id, clause, cycle, percent, person_id, mark_at FROM case_mark WHERE case_id IN (VALUES {rows})";
}

/// Notes who is told of which mark now, and returns those that are new: who was told before stays told, whatever became
/// of the clock since.
pub async fn tell(tx: &mut Tx, marks: &[(CaseId, Mark)]) -> Result<Vec<(CaseId, Mark)>> {
    let now = tx.at();
    let mut new = Vec::new();
    for some in marks.chunks(AT_ONCE) {
        let rows = some.iter().map(|(case, mark)| {
            vec![
                case.to_string().into(),
                mark.clause.to_string().into(),
                mark.cycle.into(),
                u32::from(mark.percent).into(),
                mark.person.to_string().into(),
                mark.mark_at.into(),
                now.into(),
            ]
        });
        for row in &tx.all(TELL.query().rows(rows.collect())).await? {
            new.push((row.parse("case_id")?, read(row)?));
        }
    }
    Ok(new)
}

/// Everybody who was told of a mark of this case.
pub async fn told(conn: &mut Conn, case: CaseId) -> Result<Vec<Mark>> {
    let rows = conn
        .all(OF_CASE.bind(case.to_string()).bind(MAX_MARKS))
        .await?;
    rows.iter().map(read).collect()
}

/// Who was told of which marks of each of several cases, in no order.
pub async fn told_of(conn: &mut Conn, cases: &[CaseId]) -> Result<BTreeMap<CaseId, Vec<Mark>>> {
    batch::grouped(conn, &OF_CASES, cases, "case_id", read).await
}

fn read(row: &crate::Row) -> Result<Mark> {
    Ok(Mark {
        clause: row.parse("clause")?,
        cycle: super::row::count(row, "cycle")?,
        percent: u8::try_from(row.get::<i64>("percent")?)
            .map_err(|why| crate::StoreError::corrupt("case_mark percent", why))?,
        person: row.parse("person_id")?,
        mark_at: row.get("mark_at")?,
    })
}
