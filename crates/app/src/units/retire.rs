//! Taking a unit out of service and bringing it back. Its history stays.

use domain::access::Action;
use domain::ids::UnitId;
use jiff::Timestamp;
use store::unit;
use store::{AuditEntry, Receipt};

use super::register::changed;
use super::view::{UnitView, view_of};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Takes a unit out of service.
pub async fn retire(ctx: &Ctx, id: UnitId, version: i64) -> Result<UnitView> {
    set(ctx, id, version, Some(ctx.now())).await
}

/// Brings a retired unit back.
pub async fn restore(ctx: &Ctx, id: UnitId, version: i64) -> Result<UnitView> {
    set(ctx, id, version, None).await
}

async fn set(ctx: &Ctx, id: UnitId, version: i64, at: Option<Timestamp>) -> Result<UnitView> {
    let scope = ctx.permit(Action::UnitEdit)?;
    let mut tx = ctx.begin().await?;
    let mut unit = unit::get(&mut tx, id, &scope).await?;
    if unit.version != version {
        return Err(Error::stale());
    }
    if unit.retired_at.is_some() == at.is_some() {
        let answer = view_of(ctx, &mut tx, unit).await?;
        tx.unchanged().await?;
        return Ok(answer);
    }
    unit::set_retired(&mut tx, &unit, at).await?;
    unit.retired_at = at;
    unit.version += 1;
    let action = if at.is_some() {
        "unit.retire"
    } else {
        "unit.restore"
    };
    let receipt = Receipt::new(AuditEntry::new(action, "unit", id)).event(changed(&unit));
    let answer = view_of(ctx, &mut tx, unit).await?;
    ctx.finish(tx, receipt, answer).await
}
