//! Seeing the company tree.

use domain::access::Action;
use domain::ids::OrgUnitId;
use serde::Serialize;
use store::org::{self, OrgUnit};
use store::{Conn, Scope};
use utoipa::ToSchema;

use super::COMPANY_STAYS;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::view::{ActionView, actions};

/// A place in the company tree.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrgUnitView {
    pub id: String,
    /// Absent for the company itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// `company`, `branch` or `outlet`.
    pub kind: String,
    pub name: String,
    pub closed: bool,
    pub version: i64,
    pub actions: Vec<ActionView>,
}

/// The part of the tree the caller sees, from the top down.
pub async fn list(ctx: &Ctx) -> Result<Vec<OrgUnitView>> {
    let scope = ctx.permit(Action::OrgRead)?;
    let units = seen(&mut *ctx.read().await?, scope).await?;
    Ok(units.into_iter().map(|unit| view(ctx, unit)).collect())
}

/// The places of a scope, from the top down.
pub(crate) async fn seen(conn: &mut Conn, scope: Scope) -> Result<Vec<OrgUnit>> {
    let top = match scope {
        Scope::Branch(place) | Scope::Outlet(place) => Some(place),
        Scope::All => org::root(conn).await?.map(|company| company.id),
        _ => None,
    };
    match top {
        Some(top) => Ok(org::subtree(conn, &top).await?),
        None => Ok(Vec::new()),
    }
}

/// One place, if it lies in what the caller sees.
pub async fn get(ctx: &Ctx, id: OrgUnitId) -> Result<OrgUnitView> {
    let scope = ctx.permit(Action::OrgRead)?;
    let mut read = ctx.read().await?;
    Ok(view(ctx, within(&mut read, id, &scope).await?))
}

/// A place inside a scope; anything else is not found.
pub(crate) async fn within(conn: &mut Conn, id: OrgUnitId, scope: &Scope) -> Result<OrgUnit> {
    let id = id.to_string();
    let inside = match scope {
        Scope::All => true,
        Scope::Branch(place) | Scope::Outlet(place) => org::is_below(conn, place, &id).await?,
        _ => false,
    };
    if inside {
        Ok(org::get(conn, &id).await?)
    } else {
        Err(Error::not_found())
    }
}

pub(super) fn view(ctx: &Ctx, unit: OrgUnit) -> OrgUnitView {
    let edit = || ctx.may(Action::OrgEdit);
    let movable = if unit.parent.is_some() {
        Ok(())
    } else {
        Err(Error::refused(COMPANY_STAYS))
    };
    let close = edit().and(movable);
    OrgUnitView {
        actions: actions(
            ctx.language,
            [
                ("change", edit()),
                (
                    if unit.closed_at.is_some() {
                        "reopen"
                    } else {
                        "close"
                    },
                    close,
                ),
            ],
        ),
        id: unit.id,
        parent: unit.parent,
        kind: unit.kind,
        name: unit.name,
        closed: unit.closed_at.is_some(),
        version: unit.version,
    }
}
