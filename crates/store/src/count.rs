//! Counts of statements and rows, so that benchmarks and gates can look at work rather than at time.

use std::cell::Cell;
use std::future::Future;

/// How much work the database was asked to do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Statements that ran, the frame of a transaction (BEGIN, COMMIT) not included.
    pub statements: u64,
    /// Rows that came back.
    pub rows: u64,
}

tokio::task_local! {
    static COUNTS: Cell<Counts>;
}

/// Runs `work` and says how many statements it ran and how many rows it read in this task.
pub async fn counted<T>(work: impl Future<Output = T>) -> (T, Counts) {
    COUNTS
        .scope(Cell::default(), async {
            let output = work.await;
            (output, COUNTS.with(Cell::get))
        })
        .await
}

pub(crate) fn record(rows: usize) {
    // Outside `counted` nobody asks for the numbers.
    let _ = COUNTS.try_with(|counts| {
        let so_far = counts.get();
        counts.set(Counts {
            statements: so_far.statements + 1,
            rows: so_far.rows + rows as u64,
        });
    });
}
