//! Who was told of which mark of a promise.

use domain::ids::{CaseId, PersonId};
use domain::slug::ClauseId;
use jiff::Timestamp;

use crate::conn::Conn;
use crate::error::Result;
use crate::tx::Tx;

/// Most marks of one case that are read at once.
const MAX_MARKS: i64 = 5_000;

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
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (case_id, clause, cycle, percent, person_id) DO NOTHING";
    OF_CASE = "SELECT clause, cycle, percent, person_id, mark_at FROM case_mark WHERE case_id = $1 \
        ORDER BY mark_at, clause, cycle, percent, person_id LIMIT $2";
}

/// Notes that a person is told of a mark now; false when they were told before, whatever became of the clock since.
pub async fn tell(tx: &mut Tx, case: CaseId, mark: &Mark) -> Result<bool> {
    let now = tx.at();
    let query = TELL
        .bind(case.to_string())
        .bind(mark.clause.to_string())
        .bind(mark.cycle)
        .bind(u32::from(mark.percent))
        .bind(mark.person.to_string())
        .bind(mark.mark_at)
        .bind(now);
    Ok(tx.run(query).await? == 1)
}

/// Everybody who was told of a mark of this case.
pub async fn told(conn: &mut Conn, case: CaseId) -> Result<Vec<Mark>> {
    let rows = conn
        .all(OF_CASE.bind(case.to_string()).bind(MAX_MARKS))
        .await?;
    let read = |row: &crate::Row| {
        Ok(Mark {
            clause: row.parse("clause")?,
            cycle: super::row::count(row, "cycle")?,
            percent: u8::try_from(row.get::<i64>("percent")?)
                .map_err(|why| crate::StoreError::corrupt("case_mark percent", why))?,
            person: row.parse("person_id")?,
            mark_at: row.get("mark_at")?,
        })
    };
    rows.iter().map(read).collect()
}
