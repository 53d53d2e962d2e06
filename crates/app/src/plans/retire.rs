//! Taking a plan out of use for new agreements; those that apply it go on.

use domain::access::Action;
use domain::ids::PlanId;
use store::{AuditEntry, plan};

use super::edit::write;
use super::view::{PlanView, view};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// No new agreement applies it, and it is not edited any more.
pub async fn retire(ctx: &Ctx, id: PlanId, version: i64) -> Result<PlanView> {
    set(ctx, id, version, true).await
}

/// It may be edited and applied again.
pub async fn reinstate(ctx: &Ctx, id: PlanId, version: i64) -> Result<PlanView> {
    set(ctx, id, version, false).await
}

async fn set(ctx: &Ctx, id: PlanId, version: i64, retired: bool) -> Result<PlanView> {
    ctx.permit(Action::PlanPublish)?;
    let mut tx = ctx.begin().await?;
    let mut row = plan::get(&mut tx, id).await?;
    if row.version != version {
        return Err(Error::stale());
    }
    if row.retired_at.is_some() == retired {
        let answer = view(ctx, &mut tx, row).await?;
        tx.unchanged().await?;
        return Ok(answer);
    }
    row.retired_at = retired.then(|| tx.at());
    let action = if retired {
        "plan.retire"
    } else {
        "plan.reinstate"
    };
    write(ctx, tx, row, AuditEntry::new(action, "plan", id)).await
}
