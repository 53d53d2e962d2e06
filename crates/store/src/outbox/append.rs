use jiff::Timestamp;

use crate::error::Result;
use crate::outbox::Event;
use crate::tx::Tx;
use crate::value::Value;

/// Rows of one insert.
const CHUNK: usize = 100;

crate::statements! {
    APPEND = "INSERT INTO outbox (at, topic, subject, branch_id, person_id, customer_id, payload) VALUES {rows}";
}

/// The transaction's id, by which readers keep the order of commits, is the default of its column.
pub(crate) async fn append(tx: &mut Tx, events: &[Event]) -> Result<()> {
    let at = tx.at();
    for chunk in events.chunks(CHUNK) {
        let rows = chunk.iter().map(|event| values(event, at)).collect();
        tx.run(APPEND.query().rows(rows)).await?;
    }
    Ok(())
}

fn values(event: &Event, at: Timestamp) -> Vec<Value> {
    vec![
        at.into(),
        Value::from(&event.topic),
        Value::from(&event.subject),
        event.branch.clone().into(),
        event.person.clone().into(),
        event.customer.clone().into(),
        Value::from(&event.payload),
    ]
}
