//! Editing a draft. It may be saved with faults; they are shown, and stand in the way of publishing.

use domain::access::Action;
use domain::ids::PlanId;
use domain::plan::Plan;
use domain::plan::diff::diff;
use store::plan::{self, PlanRow};
use store::{AuditEntry, Event, Receipt, Tx};

use super::view::{CheckView, PlanView, checked, standing, view};
use super::{NEVER_PUBLISHED, NO_DRAFT};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Writes the draft if the plan is still at `version`.
pub async fn edit(ctx: &Ctx, id: PlanId, version: i64, draft: Plan) -> Result<PlanView> {
    let (mut tx, mut row) = load(ctx, id, version).await?;
    let Some(old) = row.draft.take() else {
        return Err(Error::refused(NO_DRAFT));
    };
    let changes = diff(&old, &draft);
    row.draft = Some(draft);
    if changes.is_empty() {
        let answer = view(ctx, &mut tx, row).await?;
        tx.unchanged().await?;
        return Ok(answer);
    }
    retitle(&mut row);
    let detail = serde_json::to_value(&changes).map_err(Error::internal)?;
    write(
        ctx,
        tx,
        row,
        AuditEntry::new("plan.edit", "plan", id).detail(detail),
    )
    .await
}

/// Throws the draft of a published plan away.
pub async fn discard(ctx: &Ctx, id: PlanId, version: i64) -> Result<PlanView> {
    let (mut tx, mut row) = load(ctx, id, version).await?;
    if row.latest_number == 0 {
        return Err(Error::refused(NEVER_PUBLISHED));
    }
    if row.draft.is_none() {
        let answer = view(ctx, &mut tx, row).await?;
        tx.unchanged().await?;
        return Ok(answer);
    }
    row.draft = None;
    write(ctx, tx, row, AuditEntry::new("plan.discard", "plan", id)).await
}

/// Looks a plan through without keeping it.
pub async fn check(ctx: &Ctx, plan: &Plan) -> Result<CheckView> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    checked(ctx, &mut read, plan).await
}

pub(super) async fn load(ctx: &Ctx, id: PlanId, version: i64) -> Result<(Tx, PlanRow)> {
    ctx.permit(Action::PlanEdit)?;
    let mut tx = ctx.begin().await?;
    let row = plan::get(&mut tx, id).await?;
    if row.version != version {
        return Err(Error::stale());
    }
    standing(&row)?;
    Ok((tx, row))
}

fn retitle(row: &mut PlanRow) {
    if let Some(draft) = &row.draft {
        row.title.clone_from(&draft.title);
        row.trade.clone_from(&draft.trade);
    }
}

/// Writes the row and answers with what it is now.
pub(super) async fn write(
    ctx: &Ctx,
    mut tx: Tx,
    row: PlanRow,
    entry: AuditEntry,
) -> Result<PlanView> {
    let id = row.id;
    plan::update(&mut tx, &row).await?;
    let row = plan::get(&mut tx, id).await?;
    let answer = view(ctx, &mut tx, row).await?;
    let receipt = Receipt::new(entry).event(Event::new("plan.changed", id, serde_json::json!({})));
    ctx.finish(tx, receipt, answer).await
}
