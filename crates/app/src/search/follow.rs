//! What a unit is found by besides its own words: the names of its customer, their sites and its product. When one of these
//! changes, the units follow.

use std::fmt;
use std::str::FromStr;

use domain::ids::{CustomerId, ProductId};
use serde_json::json;
use store::job::Claim;
use store::unit::{self, NamedAfter};
use store::{AuditEntry, Receipt, Scope, Timer, Tx, search as index};

use super::fill::documents_of;
use crate::ctx::App;
use crate::error::{Error, Result};
use crate::work::SERVICE;

/// The job that writes the units behind those that were written with the change.
pub const FOLLOW: &str = "search.follow";
/// Units of one step: SQLite's one writer is held for some ten milliseconds.
const STEP: u32 = 200;

/// Whose name changed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Renamed {
    /// A customer, or a site of theirs.
    Customer(CustomerId),
    Product(ProductId),
}

/// Writes the first units anew in the transaction of the change, and lets `receipt` set the task that writes the others.
pub(crate) async fn follow(tx: &mut Tx, receipt: Receipt, renamed: Renamed) -> Result<Receipt> {
    let last = step(tx, renamed, "").await?;
    Ok(on(receipt, renamed, last, tx))
}

/// Writes the next units, and comes again for those behind them.
pub async fn follow_on(app: &App, claim: Claim) -> Result<()> {
    let renamed: Renamed = claim.subject.parse()?;
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    let last = step(&mut tx, renamed, &claim.mark).await?;
    let entry =
        AuditEntry::new(FOLLOW, "job", &claim.subject).detail(json!({ "after": claim.mark }));
    let receipt = on(Receipt::new(entry).completes(claim), renamed, last, &tx);
    Ok(tx.finish(receipt).await?)
}

/// Writes the units behind an id; the last of them where there may be more.
async fn step(tx: &mut Tx, renamed: Renamed, after: &str) -> Result<Option<String>> {
    let named = match renamed {
        Renamed::Customer(id) => NamedAfter::Customer(id),
        Renamed::Product(id) => NamedAfter::Product(id),
    };
    let mut ids = unit::ids_named_after(tx, named, after, STEP).await?;
    let units = unit::by_ids(tx, &ids, &Scope::All).await?;
    let documents = documents_of(tx, &ids, &units).await?;
    index::index_all(tx, &documents).await?;
    let is_full = ids.len() == STEP as usize;
    Ok(ids.pop().filter(|_| is_full))
}

fn on(receipt: Receipt, renamed: Renamed, last: Option<String>, tx: &Tx) -> Receipt {
    match last {
        None => receipt,
        Some(mark) => receipt.timer(Timer {
            kind: FOLLOW.to_owned(),
            subject: renamed.to_string(),
            mark,
            run_at: tx.at(),
        }),
    }
}

impl fmt::Display for Renamed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Customer(id) => write!(formatter, "{id}"),
            Self::Product(id) => write!(formatter, "{id}"),
        }
    }
}

impl FromStr for Renamed {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let customer = text.parse().map(Self::Customer);
        customer
            .or_else(|_| text.parse().map(Self::Product))
            .map_err(Error::internal)
    }
}
