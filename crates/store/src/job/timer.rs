use std::collections::BTreeMap;

use crate::error::Result;
use crate::job::Timer;
use crate::tx::Tx;
use crate::value::Value;

/// Rows of one insert.
const CHUNK: usize = 100;

crate::statements! {
    SET = "INSERT INTO job (kind, subject, mark, due_at, run_at, attempts) VALUES {rows} \
        ON CONFLICT (kind, subject, mark) DO UPDATE SET due_at = excluded.due_at, run_at = excluded.run_at, \
        attempts = 0, claim = NULL, last_error = NULL";
    CANCEL = "DELETE FROM job WHERE kind = $1 AND subject = $2";
}

/// Sets timers; of several for the same kind, subject and mark the last counts.
pub(crate) async fn set(tx: &mut Tx, timers: &[Timer]) -> Result<()> {
    // In the order of their keys, so that two transactions that set the same timers cannot wait for each other.
    let ordered: BTreeMap<_, _> = timers
        .iter()
        .map(|timer| ((&timer.kind, &timer.subject, &timer.mark), timer))
        .collect();
    let rows: Vec<Vec<Value>> = ordered.into_values().map(values).collect();
    for chunk in rows.chunks(CHUNK) {
        tx.run(SET.query().rows(chunk.to_vec())).await?;
    }
    Ok(())
}

pub(crate) async fn cancel(tx: &mut Tx, kind: &str, subject: &str) -> Result<()> {
    tx.run(CANCEL.bind(kind).bind(subject)).await.map(|_| ())
}

fn values(timer: &Timer) -> Vec<Value> {
    vec![
        Value::from(&timer.kind),
        Value::from(&timer.subject),
        Value::from(&timer.mark),
        timer.run_at.into(),
        timer.run_at.into(),
        Value::from(0_i64),
    ]
}
