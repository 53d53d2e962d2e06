//! Taking the last step back, and taking it again.

use domain::access::Action;
use domain::ids::ReadingId;
use serde_json::json;
use store::reading::{self, ReadingRow, StepRow};
use store::{AuditEntry, Receipt, Tx};

use super::upload::changed;
use super::view::{ReadingView, view};
use super::{NOT_CHOSEN, NOTHING_TO_REDO, NOTHING_TO_UNDO};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Takes the last step back.
pub async fn undo(ctx: &Ctx, id: ReadingId, version: i64) -> Result<ReadingView> {
    ctx.permit(Action::PlanEdit)?;
    let (mut tx, row) = load(ctx, id, version).await?;
    let step = reading::last_taken(&mut tx, id).await?;
    let step = step.ok_or_else(|| Error::refused(NOTHING_TO_UNDO))?;
    let body = row.body.as_ref().map(|body| step.back.apply(body));
    reading::mark_step(&mut tx, id, step.number, true).await?;
    write(ctx, tx, ReadingRow { body, ..row }, ("reading.undo", &step)).await
}

/// Takes the step again that was taken back last.
pub async fn redo(ctx: &Ctx, id: ReadingId, version: i64) -> Result<ReadingView> {
    ctx.permit(Action::PlanEdit)?;
    let (mut tx, row) = load(ctx, id, version).await?;
    let step = reading::first_taken_back(&mut tx, id).await?;
    let step = step.ok_or_else(|| Error::refused(NOTHING_TO_REDO))?;
    let body = row.body.as_ref().map(|body| step.forth.apply(body));
    reading::mark_step(&mut tx, id, step.number, false).await?;
    write(ctx, tx, ReadingRow { body, ..row }, ("reading.redo", &step)).await
}

async fn load(ctx: &Ctx, id: ReadingId, version: i64) -> Result<(Tx, ReadingRow)> {
    let mut tx = ctx.begin().await?;
    let row = reading::get(&mut tx, id).await?;
    if row.version != version {
        return Err(Error::stale());
    }
    if row.body.is_none() {
        return Err(Error::refused(NOT_CHOSEN));
    }
    Ok((tx, row))
}

async fn write(
    ctx: &Ctx,
    mut tx: Tx,
    mut row: ReadingRow,
    (verb, step): (&'static str, &StepRow),
) -> Result<ReadingView> {
    let id = row.id;
    reading::update(&mut tx, &row).await?;
    row.version += 1;
    let entry = AuditEntry::new(verb, "reading", id)
        .detail(json!({ "step": step.word, "number": step.number, "by": step.by }));
    let answer = view(ctx, &mut tx, row).await?;
    ctx.finish(tx, Receipt::new(entry).event(changed(id)), answer)
        .await
}
