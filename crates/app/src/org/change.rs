//! Renaming and moving a place.

use domain::access::Action;
use domain::ids::OrgUnitId;
use serde::Deserialize;
use store::org::OrgUnit;
use store::{AuditEntry, Event, Receipt, Scope, Tx, org};
use utoipa::ToSchema;

use super::view::{OrgUnitView, view, within};
use super::{BELOW_ITSELF, COMPANY_STAYS, MAX_NAME, OUTLET_HAS_NO_BELOW, PARENT_CLOSED, free_name};
use crate::check::{Checks, UNKNOWN_REFERENCE};
use crate::ctx::Ctx;
use crate::error::{Error, Kind, Result};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeOrgUnit {
    pub name: String,
    /// The place above; absent for the company itself.
    pub parent: Option<OrgUnitId>,
}

/// Gives a place another name or moves it, with everything below, under another place.
pub async fn change(
    ctx: &Ctx,
    id: OrgUnitId,
    version: i64,
    given: ChangeOrgUnit,
) -> Result<OrgUnitView> {
    let scope = ctx.permit(Action::OrgEdit)?;
    let mut checks = Checks::new();
    let name = checks.name("/name", &given.name, MAX_NAME);
    checks.done()?;
    let mut tx = ctx.begin().await?;
    let old = within(&mut tx, id, &scope).await?;
    if old.version != version {
        return Err(Error::stale());
    }
    let parent = given.parent.map(|parent| parent.to_string());
    if old.name == name && old.parent == parent {
        tx.unchanged().await?;
        return Ok(view(ctx, old));
    }
    let mut now = old.clone();
    if old.parent != parent {
        move_to(&mut tx, &old, given.parent, &scope).await?;
        now = org::get(&mut tx, &old.id).await?;
    }
    if let Some(above) = &now.parent {
        let above = org::get(&mut tx, above).await?;
        free_name(&mut tx, &above, &name, Some(&old.id)).await?;
    }
    if now.name != name {
        org::rename(&mut tx, &now, &name).await?;
        now = org::get(&mut tx, &old.id).await?;
    }
    let entry = AuditEntry::new("org.change", "org_unit", &old.id).detail(serde_json::json!({
        "from": { "name": old.name, "parent": old.parent }, "to": { "name": now.name, "parent": now.parent },
    }));
    let receipt = Receipt::new(entry)
        .event(Event::new("org.changed", &old.id, serde_json::json!({})).branch(&old.id));
    ctx.finish(tx, receipt, view(ctx, now)).await
}

async fn move_to(
    tx: &mut Tx,
    unit: &OrgUnit,
    parent: Option<OrgUnitId>,
    scope: &Scope,
) -> Result<()> {
    let (Some(_), Some(parent)) = (&unit.parent, parent) else {
        return Err(Error::field("/parent", COMPANY_STAYS));
    };
    let parent = within(tx, parent, scope)
        .await
        .map_err(|error| match error.kind {
            Kind::NotFound => Error::field("/parent", UNKNOWN_REFERENCE),
            _ => error,
        })?;
    if parent.kind == "outlet" {
        return Err(Error::field("/parent", OUTLET_HAS_NO_BELOW));
    }
    if parent.closed_at.is_some() {
        return Err(Error::field("/parent", PARENT_CLOSED));
    }
    if org::is_below(tx, &unit.id, &parent.id).await? {
        return Err(Error::field("/parent", BELOW_ITSELF));
    }
    Ok(org::move_to(tx, unit, &parent.id).await?)
}
