//! Making the occurrences anew and keeping them for the ledger.

use domain::obligation::Obligation;
use store::agreement::Agreement;
use store::duty::{self, Run};
use store::{Scope, Tx, agreement};

use super::open::Opened;
use crate::case::to_millisecond;
use crate::error::Result;

/// Keeps the occurrences of an agreement as its days and facts give them now.
pub(crate) async fn refresh(tx: &mut Tx, agreement: &Agreement) -> Result<()> {
    let agreement = agreement::get(tx, agreement.id, &Scope::All).await?;
    let opened = Opened::load(tx, agreement).await?;
    keep(tx, &opened).await.map(|_| ())
}

/// The same for duties that were loaded; returns the occurrences.
pub(super) async fn keep(tx: &mut Tx, opened: &Opened) -> Result<Vec<Obligation>> {
    let now = to_millisecond(tx.at());
    let rows = opened.rows(now);
    let run = Run {
        computed_at: now,
        last_seq: u32::try_from(opened.facts.len()).unwrap_or(u32::MAX),
        warranty_ends_on: opened.agreed.warranty_ends_on,
        production_ends_on: opened.agreed.production_ends_on,
        families: opened.families.clone(),
        version: 0,
    };
    if rows.is_empty() && duty::run(tx, opened.agreement.id).await?.is_none() {
        return Ok(rows);
    }
    duty::keep(tx, &opened.agreement, &rows, run).await?;
    Ok(rows)
}
