//! The facts of a case. Only ever added to.

use std::collections::BTreeMap;

use domain::case::{Author, CaseEvent};
use domain::ids::CaseId;

use super::row::count;
use crate::batch;
use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::row::Row;
use crate::tx::Tx;
use crate::value::Value;

crate::statements! {
    APPEND = "INSERT INTO case_event (case_id, seq, id, at, recorded_at, author, copied_from, kind, fact) \
        VALUES {rows}";
    OF_CASE = "SELECT id, seq, at, recorded_at, author, copied_from, fact FROM case_event \
        WHERE case_id = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    OF_CASES = "SELECT case_id, id, seq, at, recorded_at, author, copied_from, fact FROM case_event \
        WHERE case_id IN (VALUES {rows}) ORDER BY case_id, seq";
}

/// Most facts one case may have; a case with more is not one problem.
const MAX_EVENTS: i64 = 10_000;

/// Adds facts to a case. A position taken meanwhile is [`StoreError::Unique`].
pub async fn append(tx: &mut Tx, case: CaseId, events: &[CaseEvent]) -> Result<()> {
    if events.is_empty() {
        return Ok(());
    }
    let rows = events
        .iter()
        .map(|event| values(case, event))
        .collect::<Result<_>>()?;
    tx.run(APPEND.query().rows(rows)).await.map(|_| ())
}

/// All facts of a case, in the order they were recorded.
pub async fn events(conn: &mut Conn, case: CaseId) -> Result<Vec<CaseEvent>> {
    events_after(conn, case, 0).await
}

/// All facts of each of several cases.
pub async fn events_of(
    conn: &mut Conn,
    cases: &[CaseId],
) -> Result<BTreeMap<CaseId, Vec<CaseEvent>>> {
    batch::grouped(conn, &OF_CASES, cases, "case_id", read).await
}

/// The facts recorded after a position.
pub async fn events_after(conn: &mut Conn, case: CaseId, seq: u32) -> Result<Vec<CaseEvent>> {
    let query = OF_CASE.bind(case.to_string()).bind(seq).bind(MAX_EVENTS);
    conn.all(query).await?.iter().map(read).collect()
}

fn values(case: CaseId, event: &CaseEvent) -> Result<Vec<Value>> {
    let fact = json(&event.fact)?;
    let kind = fact
        .get("fact")
        .and_then(serde_json::Value::as_str)
        .unwrap_or_default()
        .to_owned();
    Ok(vec![
        case.to_string().into(),
        event.seq.into(),
        event.id.to_string().into(),
        event.at.into(),
        event.recorded_at.into(),
        author_text(event.by).into(),
        event
            .copied_from
            .as_ref()
            .map(json)
            .transpose()?
            .map(|copied| copied.to_string())
            .into(),
        kind.into(),
        fact.to_string().into(),
    ])
}

fn json<T: serde::Serialize>(value: &T) -> Result<serde_json::Value> {
    serde_json::to_value(value).map_err(|why| StoreError::Invalid {
        why: why.to_string(),
    })
}

const CUSTOMER: &str = "customer";
const SYSTEM: &str = "system";

fn author_text(author: Author) -> String {
    match author {
        Author::Person { person } => person.to_string(),
        Author::Customer => CUSTOMER.to_owned(),
        Author::System => SYSTEM.to_owned(),
    }
}

fn author(row: &Row) -> Result<Author> {
    Ok(match row.get::<String>("author")?.as_str() {
        CUSTOMER => Author::Customer,
        SYSTEM => Author::System,
        _ => Author::Person {
            person: row.parse("author")?,
        },
    })
}

fn read(row: &Row) -> Result<CaseEvent> {
    let copied: Option<String> = row.get("copied_from")?;
    Ok(CaseEvent {
        id: row.parse("id")?,
        seq: count(row, "seq")?,
        at: row.get("at")?,
        recorded_at: row.get("recorded_at")?,
        by: author(row)?,
        copied_from: copied
            .map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|why| StoreError::corrupt("case_event copied_from", why))?,
        fact: row.json("fact")?,
    })
}
