//! Statements over many rows, in pieces that both engines take: SQLite binds at most 32 766 values at once.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::scope::Scope;
use crate::statement::Statement;
use crate::tx::Tx;
use crate::value::Value;

/// Rows of one statement. The widest table has 21 columns.
const AT_ONCE: usize = 500;

/// Runs a statement with `VALUES {rows}`, an insert or an update from them, each row made by `row`.
pub(crate) async fn write<T: Sync>(
    tx: &mut Tx,
    statement: &Statement,
    things: &[T],
    row: fn(&T) -> Vec<Value>,
) -> Result<()> {
    for piece in things.chunks(AT_ONCE) {
        let rows = piece.iter().map(row).collect();
        tx.run(statement.query().rows(rows)).await?;
    }
    Ok(())
}

/// What a query of `IN (VALUES {rows})` finds for each of several things, in the order of the rows; `column` names the
/// thing a row belongs to.
pub(crate) async fn grouped<K, T>(
    conn: &mut Conn,
    statement: &Statement,
    keys: &[K],
    column: &str,
    read: fn(&Row) -> Result<T>,
) -> Result<BTreeMap<K, Vec<T>>>
where
    K: Ord + ToString + FromStr<Err: Display>,
{
    let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
    let mut groups: BTreeMap<K, Vec<T>> = BTreeMap::new();
    for row in select(conn, statement, &names, &Scope::All).await? {
        groups
            .entry(row.parse(column)?)
            .or_default()
            .push(read(&row)?);
    }
    Ok(groups)
}

/// All rows of a query of `IN (VALUES {rows})`, for as many names as there are.
pub(crate) async fn select(
    conn: &mut Conn,
    statement: &Statement,
    names: &[String],
    scope: &Scope,
) -> Result<Vec<Row>> {
    let mut found = Vec::new();
    for piece in names.chunks(AT_ONCE) {
        let rows = piece.iter().map(|name| vec![name.into()]).collect();
        found.extend(conn.all(statement.query().rows(rows).scope(scope)).await?);
    }
    Ok(found)
}
