//! What cases are judged by has changed: every open case it concerns is looked at again.

use domain::ids::{AgreementId, CaseId, CustomerId, ProductId};
use jiff::{SignedDuration, Timestamp};
use store::job::Claim;
use store::{AuditEntry, Receipt, Timer, Tx, case};

use super::refresh::ALARM;
use crate::ctx::App;
use crate::error::{Error, Result};
use crate::warranty::{Touched, follow};
use crate::work::{ALL, SERVICE};

/// The task that looks for cases decided before a change and written after it.
pub const STRAGGLERS: &str = "case.stragglers";

const MARK: &str = "basis";
/// Ids of one statement.
const CHUNK: u32 = 1_000;
/// A report is written within this time of its decision: no request waits longer for the writer.
const LONGEST_REPORT: SignedDuration = SignedDuration::from_mins(1);

/// Which open cases a change concerns.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Concerned {
    /// All of them: a calendar or the law.
    All,
    /// All of them, for the class of a product changed: whether the law protects it.
    AllForProduct(ProductId),
    /// Those under one agreement: its terms.
    Under(AgreementId),
    /// Those of a customer, under an agreement or none: whether the law protects them as a consumer.
    Of(CustomerId),
}

/// Wakes open cases now, in the same commit as the change that moves their deadlines, and lets warranties follow. The alarm reads the facts anew and
/// writes only what differs, so that waking twice does no harm; cases that ended keep what they were judged by.
pub(crate) async fn wake(tx: &mut Tx, mut receipt: Receipt, whom: Concerned) -> Result<Receipt> {
    let now = tx.at();
    // The warranties of an agreement's units are resolved as it is bound.
    let touched = match whom {
        Concerned::All => Some(Touched::All),
        Concerned::AllForProduct(product) => Some(Touched::OfProduct(product)),
        Concerned::Of(customer) => Some(Touched::OfCustomer(customer)),
        Concerned::Under(_) => None,
    };
    if let Some(touched) = touched {
        receipt = follow(tx, receipt, touched).await?;
    }
    receipt = receipt.timer(Timer {
        kind: STRAGGLERS.to_owned(),
        subject: ALL.to_owned(),
        mark: now.as_millisecond().to_string(),
        run_at: now + LONGEST_REPORT,
    });
    let mut after = None;
    loop {
        let ids = match whom {
            Concerned::All | Concerned::AllForProduct(_) => {
                case::open_ids(tx, after, CHUNK).await?
            }
            Concerned::Under(agreement) => {
                case::open_ids_of_agreement(tx, agreement, after, CHUNK).await?
            }
            Concerned::Of(customer) => {
                case::open_ids_of_customer(tx, customer, after, CHUNK).await?
            }
        };
        after = ids.last().copied();
        let full = ids.len() == CHUNK as usize;
        receipt = receipt.timers(ids.into_iter().map(|id| alarm(id, now)));
        if !full {
            return Ok(receipt);
        }
    }
}

/// Wakes the cases reported around a change: one that was decided just before it may have been written just after it, when
/// [`wake`] could not see it yet. Ids begin with the time they were made at, so these cases stand at the end.
pub async fn wake_stragglers(app: &App, claim: Claim) -> Result<()> {
    let changed_at = claim.mark.parse().ok();
    let changed_at = changed_at.and_then(|millis| Timestamp::from_millisecond(millis).ok());
    let changed_at =
        changed_at.ok_or_else(|| Error::internal(format!("{} is no instant", claim.mark)))?;
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    let now = tx.at();
    let mut receipt = Receipt::new(AuditEntry::new(STRAGGLERS, "case", &claim.mark));
    let mut after = Some(first_id_of(changed_at - LONGEST_REPORT));
    loop {
        let ids = case::open_ids(&mut tx, after, CHUNK).await?;
        after = ids.last().copied();
        let full = ids.len() == CHUNK as usize;
        receipt = receipt.timers(ids.into_iter().map(|id| alarm(id, now)));
        if !full {
            return Ok(tx.finish(receipt.completes(claim)).await?);
        }
    }
}

fn alarm(id: CaseId, run_at: Timestamp) -> Timer {
    Timer {
        kind: ALARM.to_owned(),
        subject: id.to_string(),
        mark: MARK.to_owned(),
        run_at,
    }
}

/// The smallest id that can have been made at an instant.
fn first_id_of(at: Timestamp) -> CaseId {
    let millis = u64::try_from(at.as_millisecond()).unwrap_or_default();
    CaseId::new(uuid::Builder::from_unix_timestamp_millis(millis, &[0; 10]).into_uuid())
}
