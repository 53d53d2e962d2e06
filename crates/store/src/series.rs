//! Human numbers such as `FW-20261122-0007`: a prefix, the local day, a counter of that day.

use jiff::civil::Date;

use crate::conn::Link;
use crate::db::Backend;
use crate::error::{Result, StoreError};
use crate::tx::Tx;

crate::statements! {
    NEXT = "INSERT INTO series (kind, day, last) VALUES ($1, $2, $3) \
        ON CONFLICT (kind, day) DO UPDATE SET last = series.last + excluded.last RETURNING last";
}

/// The next number of a kind on a day. No number is given twice; one may be missing after a rollback.
///
/// On PostgreSQL the counter is a short transaction of its own, so that nobody waits for another's commit. It does
/// not wait for the disk either: the log is flushed in order, so a counter can only be lost with all who used it.
pub async fn next(tx: &mut Tx, kind: &str, day: Date) -> Result<String> {
    let mut block = block(tx, kind, day, 1).await?;
    Ok(block.pop().expect("a block of one has one number"))
}

/// As many numbers as wanted at once, in a row.
pub async fn block(tx: &mut Tx, kind: &str, day: Date, count: u32) -> Result<Vec<String>> {
    let day = day.strftime("%Y%m%d").to_string();
    let query = NEXT.bind(kind).bind(&day).bind(count);
    let row = match tx.db().backend() {
        Backend::Sqlite { .. } => tx.one(query, "series").await?,
        Backend::Postgres { quick, .. } => {
            let link = quick.acquire().await.map(Link::PostgresRead);
            let link = link.map_err(|error| StoreError::from_driver(&error, "series"))?;
            let mut conn = tx.db().conn(link);
            conn.one(query, "series").await?
        }
    };
    let last: i64 = row.get("last")?;
    let first = last - i64::from(count) + 1;
    Ok((first..=last)
        .map(|number| format!("{kind}-{day}-{number:04}"))
        .collect())
}
