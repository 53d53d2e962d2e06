//! Following a case.

use domain::access::Action;
use domain::ids::CaseId;
use serde_json::json;
use store::case::{self, Part};
use store::{AuditEntry, Receipt};

use crate::ctx::Ctx;
use crate::error::Result;

/// Follows a case from now on; twice is once.
pub async fn watch(ctx: &Ctx, id: CaseId) -> Result<()> {
    let scope = ctx.permit(Action::CaseRead)?;
    let mut tx = ctx.begin().await?;
    let row = case::get(&mut tx, id, &scope).await?;
    case::add_person(&mut tx, &row, ctx.person(), Part::Watcher).await?;
    let entry = AuditEntry::new("case.watch", "case", id).detail(json!({}));
    ctx.finish(tx, Receipt::new(entry), ()).await
}

/// Follows it no longer.
pub async fn unwatch(ctx: &Ctx, id: CaseId) -> Result<()> {
    let scope = ctx.permit(Action::CaseRead)?;
    let mut tx = ctx.begin().await?;
    let row = case::get(&mut tx, id, &scope).await?;
    if !case::remove_person(&mut tx, row.id, ctx.person(), Part::Watcher).await? {
        tx.unchanged().await?;
        return Ok(());
    }
    let entry = AuditEntry::new("case.unwatch", "case", id).detail(json!({}));
    ctx.finish(tx, Receipt::new(entry), ()).await
}
