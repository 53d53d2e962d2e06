use crate::conn::Conn;
use crate::error::Result;
use crate::job::Dead;
use crate::row::Row;
use crate::tx::Tx;

/// Most jobs one listing returns.
const MAX_LISTED: u32 = 500;

crate::statements! {
    DEAD = "SELECT kind, subject, mark, due_at, last_error FROM job WHERE run_at IS NULL ORDER BY due_at LIMIT $1";
    REVIVE = "UPDATE job SET run_at = $4, attempts = 0, claim = NULL \
        WHERE kind = $1 AND subject = $2 AND mark = $3 AND run_at IS NULL";
}

/// Jobs that were given up, oldest first.
pub async fn dead(conn: &mut Conn, limit: u32) -> Result<Vec<Dead>> {
    conn.all(DEAD.bind(limit.min(MAX_LISTED)))
        .await?
        .iter()
        .map(Dead::read)
        .collect()
}

/// Lets a dead job run again.
pub async fn revive(tx: &mut Tx, dead: &Dead) -> Result<()> {
    let now = tx.at();
    let query = REVIVE
        .bind(&dead.kind)
        .bind(&dead.subject)
        .bind(&dead.mark)
        .bind(now);
    tx.guarded(query, "dead job").await
}

impl Dead {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            kind: row.get("kind")?,
            subject: row.get("subject")?,
            mark: row.get("mark")?,
            due_at: row.get("due_at")?,
            last_error: row.get("last_error")?,
        })
    }
}
