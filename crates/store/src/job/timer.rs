use std::collections::{BTreeMap, BTreeSet};

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
    CANCEL = "DELETE FROM job WHERE kind = $1 AND subject IN (VALUES {rows})";
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

/// Removes all timers of each kind and subject.
pub(crate) async fn cancel(tx: &mut Tx, timers: &BTreeSet<(String, String)>) -> Result<()> {
    let mut alike: BTreeMap<&str, Vec<Vec<Value>>> = BTreeMap::new();
    for (kind, subject) in timers {
        alike.entry(kind).or_default().push(vec![subject.into()]);
    }
    for (kind, subjects) in alike {
        for chunk in subjects.chunks(CHUNK) {
            tx.run(CANCEL.bind(kind).rows(chunk.to_vec())).await?;
        }
    }
    Ok(())
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
