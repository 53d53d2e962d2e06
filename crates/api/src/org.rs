//! The company tree.

use app::org::{self, ChangeOrgUnit, CreateOrgUnit, OrgUnitView};
use domain::ids::OrgUnitId;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Path};
use crate::document::{IdempotencyKey, IfMatch};
use crate::extract::{Caller, Creator, Version, Writer};
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(get, change))
        .routes(routes!(close))
        .routes(routes!(reopen))
}

/// The company tree, from the top down.
#[derive(Debug, Serialize, ToSchema)]
struct OrgTree {
    items: Vec<OrgUnitView>,
}

fn reply(unit: OrgUnitView) -> Reply<OrgUnitView> {
    let version = unit.version;
    Reply::ok(unit).version(version)
}

/// The part of the company tree that I see.
#[utoipa::path(get, path = "/api/org", operation_id = "list_org", tag = "org",
    responses((status = 200, description = "From the top down", body = OrgTree)))]
async fn list(Caller(ctx): Caller) -> Result<Reply<OrgTree>> {
    Ok(Reply::ok(OrgTree {
        items: org::list(&ctx).await?,
    }))
}

/// Add a branch or outlet.
#[utoipa::path(post, path = "/api/org", operation_id = "create_org", tag = "org", params(IdempotencyKey),
    request_body = CreateOrgUnit, responses((status = 201, description = "Added", body = OrgUnitView)))]
async fn create(
    Creator(ctx): Creator,
    Json(given): Json<CreateOrgUnit>,
) -> Result<Reply<OrgUnitView>> {
    let unit = org::create(&ctx, given).await?;
    let version = unit.version;
    Ok(Reply::created(unit).version(version))
}

/// One place in the tree.
#[utoipa::path(get, path = "/api/org/{id}", operation_id = "get_org", tag = "org",
    params(("id" = OrgUnitId, Path)), responses((status = 200, description = "The place", body = OrgUnitView)))]
async fn get(Caller(ctx): Caller, Path(id): Path<OrgUnitId>) -> Result<Reply<OrgUnitView>> {
    Ok(reply(org::get(&ctx, id).await?))
}

/// Rename or move a place.
#[utoipa::path(put, path = "/api/org/{id}", operation_id = "change_org", tag = "org",
    params(("id" = OrgUnitId, Path), IfMatch), request_body = ChangeOrgUnit,
    responses((status = 200, description = "Changed", body = OrgUnitView)))]
async fn change(
    Writer(ctx): Writer,
    Path(id): Path<OrgUnitId>,
    Version(version): Version,
    Json(given): Json<ChangeOrgUnit>,
) -> Result<Reply<OrgUnitView>> {
    Ok(reply(org::change(&ctx, id, version, given).await?))
}

/// Close a place that has nothing open below it.
#[utoipa::path(post, path = "/api/org/{id}/close", operation_id = "close_org", tag = "org",
    params(("id" = OrgUnitId, Path), IfMatch), responses((status = 200, description = "Closed", body = OrgUnitView)))]
async fn close(
    Writer(ctx): Writer,
    Path(id): Path<OrgUnitId>,
    Version(version): Version,
) -> Result<Reply<OrgUnitView>> {
    Ok(reply(org::close(&ctx, id, version).await?))
}

/// Open a closed place again.
#[utoipa::path(post, path = "/api/org/{id}/reopen", operation_id = "reopen_org", tag = "org",
    params(("id" = OrgUnitId, Path), IfMatch), responses((status = 200, description = "Open", body = OrgUnitView)))]
async fn reopen(
    Writer(ctx): Writer,
    Path(id): Path<OrgUnitId>,
    Version(version): Version,
) -> Result<Reply<OrgUnitView>> {
    Ok(reply(org::reopen(&ctx, id, version).await?))
}
