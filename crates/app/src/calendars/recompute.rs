//! A changed calendar moves deadlines: every open case is looked at again.

use store::{Receipt, Timer, Tx, case};

use crate::error::Result;

/// The timer that wakes a case; its handler reads the facts anew, so that waking twice does no harm.
const WAKE: &str = "case.alarm";
const MARK: &str = "calendar";
/// Ids of one statement.
const CHUNK: u32 = 1_000;

/// Wakes every open case now, in the same commit as the change that moves its deadlines.
pub(super) async fn recompute_open_cases(tx: &mut Tx, mut receipt: Receipt) -> Result<Receipt> {
    let now = tx.at();
    let mut after = None;
    loop {
        let ids = case::open_ids(tx, after, CHUNK).await?;
        after = ids.last().copied();
        let full = ids.len() == CHUNK as usize;
        receipt = receipt.timers(ids.into_iter().map(|id| Timer {
            kind: WAKE.to_owned(),
            subject: id.to_string(),
            mark: MARK.to_owned(),
            run_at: now,
        }));
        if !full {
            return Ok(receipt);
        }
    }
}
