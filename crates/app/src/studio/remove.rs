//! Removing a reading nobody made a plan of.

use domain::access::Action;
use domain::ids::ReadingId;
use serde_json::json;
use store::reading;
use store::{AuditEntry, Receipt};

use super::MADE_ALREADY;
use super::upload::changed;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Removes a reading with its steps.
pub async fn remove(ctx: &Ctx, id: ReadingId, version: i64) -> Result<()> {
    ctx.permit(Action::PlanEdit)?;
    let mut tx = ctx.begin().await?;
    let row = reading::get(&mut tx, id).await?;
    if row.version != version {
        return Err(Error::stale());
    }
    if row.plan.is_some() {
        return Err(Error::refused(MADE_ALREADY));
    }
    reading::remove(&mut tx, &row).await?;
    let entry = AuditEntry::new("reading.remove", "reading", id)
        .detail(json!({ "name": row.name, "sha256": row.file_hash.to_string() }));
    ctx.finish(tx, Receipt::new(entry).event(changed(id)), ())
        .await
}
