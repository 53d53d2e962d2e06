use jiff::Timestamp;

use crate::error::Result;
use crate::outbox::Event;
use crate::tx::Tx;
use crate::value::Value;

/// Rows of one insert.
const CHUNK: usize = 100;

crate::statements! {
    STAMP = "SELECT {xid} AS xid";
    APPEND = "INSERT INTO outbox (xid, at, topic, subject, branch_id, person_id, customer_id, payload) VALUES {rows}";
}

pub(crate) async fn append(tx: &mut Tx, events: &[Event]) -> Result<()> {
    if events.is_empty() {
        return Ok(());
    }
    let xid: i64 = tx.one(STAMP.query(), "transaction").await?.get("xid")?;
    let at = tx.at();
    for chunk in events.chunks(CHUNK) {
        let rows = chunk.iter().map(|event| values(event, xid, at)).collect();
        tx.run(APPEND.query().rows(rows)).await?;
    }
    Ok(())
}

fn values(event: &Event, xid: i64, at: Timestamp) -> Vec<Value> {
    vec![
        xid.into(),
        at.into(),
        Value::from(&event.topic),
        Value::from(&event.subject),
        event.branch.clone().into(),
        event.person.clone().into(),
        event.customer.clone().into(),
        Value::from(&event.payload),
    ]
}
