//! Adding a branch or outlet.

use domain::access::Action;
use domain::ids::OrgUnitId;
use serde::Deserialize;
use store::{AuditEntry, Event, Receipt, org};
use utoipa::ToSchema;

use super::view::{OrgUnitView, view, within};
use super::{MAX_NAME, OUTLET_HAS_NO_BELOW, OrgKind, PARENT_CLOSED, free_name};
use crate::check::{Checks, UNKNOWN_REFERENCE};
use crate::ctx::Ctx;
use crate::error::{Error, Kind, Result};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateOrgUnit {
    pub parent: OrgUnitId,
    pub kind: OrgKind,
    pub name: String,
}

/// Adds a place below another one.
pub async fn create(ctx: &Ctx, given: CreateOrgUnit) -> Result<OrgUnitView> {
    let scope = ctx.permit(Action::OrgEdit)?;
    let mut checks = Checks::new();
    let name = checks.name("/name", &given.name, MAX_NAME);
    checks.done()?;
    let mut tx = ctx.begin().await?;
    tx.alone("org").await?;
    let parent = within(&mut tx, given.parent, &scope)
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
    free_name(&mut tx, &parent, &name, None).await?;
    let id = OrgUnitId::new(ctx.uuid()).to_string();
    org::insert(&mut tx, &id, Some(&parent.id), given.kind.as_str(), &name).await?;
    let created = org::get(&mut tx, &id).await?;
    let entry = AuditEntry::new("org.create", "org_unit", &id)
        .detail(serde_json::json!({ "parent": parent.id, "kind": given.kind, "name": name }));
    let receipt = Receipt::new(entry)
        .event(Event::new("org.changed", &id, serde_json::json!({})).branch(&id));
    ctx.finish(tx, receipt, view(ctx, created)).await
}
