//! Closing a place and opening it again. Nothing is deleted: its history stays readable.

use domain::access::Action;
use domain::ids::OrgUnitId;
use store::org::OrgUnit;
use store::{AuditEntry, Event, Receipt, Tx, org};

use super::view::{OrgUnitView, view, within};
use super::{COMPANY_STAYS, PARENT_CLOSED, STILL_OPEN_BELOW};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Closes a place that has nothing open below it.
pub async fn close(ctx: &Ctx, id: OrgUnitId, version: i64) -> Result<OrgUnitView> {
    let (mut tx, unit) = load(ctx, id, version).await?;
    if unit.closed_at.is_some() {
        tx.unchanged().await?;
        return Ok(view(ctx, unit));
    }
    let below = org::subtree(&mut tx, &unit.id).await?;
    if below
        .iter()
        .any(|other| other.id != unit.id && other.closed_at.is_none())
    {
        return Err(Error::refused(STILL_OPEN_BELOW));
    }
    let at = tx.at();
    org::set_closed(&mut tx, &unit, Some(at)).await?;
    finish(ctx, tx, "org.close", &unit.id).await
}

/// Opens a closed place again.
pub async fn reopen(ctx: &Ctx, id: OrgUnitId, version: i64) -> Result<OrgUnitView> {
    let (mut tx, unit) = load(ctx, id, version).await?;
    if unit.closed_at.is_none() {
        tx.unchanged().await?;
        return Ok(view(ctx, unit));
    }
    if let Some(parent) = &unit.parent
        && org::get(&mut tx, parent).await?.closed_at.is_some()
    {
        return Err(Error::refused(PARENT_CLOSED));
    }
    org::set_closed(&mut tx, &unit, None).await?;
    finish(ctx, tx, "org.reopen", &unit.id).await
}

async fn load(ctx: &Ctx, id: OrgUnitId, version: i64) -> Result<(Tx, OrgUnit)> {
    let scope = ctx.permit(Action::OrgEdit)?;
    let mut tx = ctx.begin().await?;
    // A place opens below one that is open, and one closes with nothing open below it: both look at other rows.
    tx.alone("org").await?;
    let unit = within(&mut tx, id, &scope).await?;
    if unit.version != version {
        return Err(Error::stale());
    }
    if unit.parent.is_none() {
        return Err(Error::refused(COMPANY_STAYS));
    }
    Ok((tx, unit))
}

async fn finish(ctx: &Ctx, mut tx: Tx, action: &str, id: &str) -> Result<OrgUnitView> {
    let unit = org::get(&mut tx, id).await?;
    let receipt = Receipt::new(AuditEntry::new(action, "org_unit", id))
        .event(Event::new("org.changed", id, serde_json::json!({})).branch(id));
    ctx.finish(tx, receipt, view(ctx, unit)).await
}
