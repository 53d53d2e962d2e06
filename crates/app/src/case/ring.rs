//! A case's alarm rings: what is owed is computed anew, and whoever must know is told.

use domain::ids::CaseId;
use domain::obligation::Obligation;
use jiff::Timestamp;
use serde_json::json;
use store::job::{self, Claim};
use store::{AuditEntry, Receipt, Scope, StoreError, case};

use super::act::changed;
use super::open::{Opened, to_millisecond};
use super::{marks, refresh};
use crate::ctx::App;
use crate::error::Result;
use crate::notices;
use crate::work::SERVICE;

/// Tells of every mark reached by now, keeps what is owed, and sets the next alarm: in one transaction with the end of
/// the task, so that nothing is told twice and nothing is missed. An alarm that rang too early is moved.
pub async fn ring(app: &App, claim: Claim) -> Result<()> {
    let Ok(id) = claim.subject.parse::<CaseId>() else {
        return Ok(job::dismiss(&app.db, &claim).await?);
    };
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    let now = to_millisecond(tx.at());
    let mut opened = match case::get(&mut tx, id, &Scope::All).await {
        Ok(row) => Opened::with(&mut tx, row).await?,
        Err(StoreError::NotFound { .. }) => return Ok(job::dismiss(&app.db, &claim).await?),
        Err(error) => return Err(error.into()),
    };
    let kept = case::obligations(&mut tx, id).await?;
    let rows = refresh::read_off(&opened.basis, &mut opened.row, &opened.facts, now)?;
    let told = marks::tell(&mut tx, &opened, &rows, now).await?;
    if told.is_empty() && same(&kept, &refresh::begun(&rows)) {
        tx.unchanged().await?;
        return quiet(app, &claim, &rows, now).await;
    }
    refresh::keep(&mut tx, &mut opened, &rows).await?;
    let entry = AuditEntry::new("case.alarm", "case", id)
        .detail(json!({ "due_at": claim.due_at, "told": told.len() }));
    let receipt = Receipt::new(entry)
        .event(changed(&opened.row, "alarm"))
        .completes(claim);
    let receipt = refresh::next_alarm(receipt, &opened.row, &rows, now);
    let (receipt, _) = notices::tell(app, &mut tx, receipt, told).await?;
    Ok(tx.finish(receipt).await?)
}

/// Nothing to do now: waits for the next mark.
async fn quiet(app: &App, claim: &Claim, rows: &[Obligation], now: Timestamp) -> Result<()> {
    let next = refresh::next_mark(rows, now);
    match next {
        Some(at) if claim.mark == refresh::NEXT => Ok(job::postpone(&app.db, claim, at).await?),
        _ => Ok(job::dismiss(&app.db, claim).await?),
    }
}

/// Whether two sets of promises are the same, in whatever order.
pub(super) fn same(one: &[Obligation], other: &[Obligation]) -> bool {
    one.len() == other.len() && one.iter().all(|row| other.contains(row))
}
