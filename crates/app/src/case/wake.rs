//! What cases are judged by has changed: every open case it concerns is looked at again.

use domain::ids::{AgreementId, CustomerId};
use store::{Receipt, Timer, Tx, case};

use super::refresh::ALARM;
use crate::error::Result;

const MARK: &str = "basis";
/// Ids of one statement.
const CHUNK: u32 = 1_000;

/// Which open cases a change concerns.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Concerned {
    /// All of them: a calendar or the law.
    All,
    /// Those under one agreement: its terms.
    Under(AgreementId),
    /// Those under any agreement of a customer: whether the law protects them as a consumer.
    Of(CustomerId),
}

/// Wakes open cases now, in the same commit as the change that moves their deadlines. The alarm reads the facts anew and
/// writes only what differs, so that waking twice does no harm; cases that ended keep what they were judged by.
pub(crate) async fn wake(tx: &mut Tx, mut receipt: Receipt, whom: Concerned) -> Result<Receipt> {
    let now = tx.at();
    let mut after = None;
    loop {
        let ids = match whom {
            Concerned::All => case::open_ids(tx, after, CHUNK).await?,
            Concerned::Under(agreement) => {
                case::open_ids_of_agreement(tx, agreement, after, CHUNK).await?
            }
            Concerned::Of(customer) => {
                case::open_ids_of_customer(tx, customer, after, CHUNK).await?
            }
        };
        after = ids.last().copied();
        let full = ids.len() == CHUNK as usize;
        receipt = receipt.timers(ids.into_iter().map(|id| Timer {
            kind: ALARM.to_owned(),
            subject: id.to_string(),
            mark: MARK.to_owned(),
            run_at: now,
        }));
        if !full {
            return Ok(receipt);
        }
    }
}
