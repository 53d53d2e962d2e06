//! Beginning the successor of the latest version.

use domain::access::Action;
use domain::ids::PlanId;
use store::{AuditEntry, plan};

use super::NEVER_PUBLISHED;
use super::edit::write;
use super::view::{PlanView, standing, view};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Opens a draft with the content of the latest version. With a draft open already, nothing changes.
pub async fn succeed(ctx: &Ctx, id: PlanId) -> Result<PlanView> {
    ctx.permit(Action::PlanEdit)?;
    let mut tx = ctx.begin().await?;
    let mut row = plan::get(&mut tx, id).await?;
    standing(&row)?;
    if row.draft.is_some() {
        let answer = view(ctx, &mut tx, row).await?;
        tx.unchanged().await?;
        return Ok(answer);
    }
    if row.latest_number == 0 {
        return Err(Error::refused(NEVER_PUBLISHED));
    }
    row.draft = Some(
        plan::version_by_number(&mut tx, id, row.latest_number)
            .await?
            .into_body(),
    );
    let entry = AuditEntry::new("plan.succeed", "plan", id)
        .detail(serde_json::json!({ "number": row.latest_number }));
    write(ctx, tx, row, entry).await
}
