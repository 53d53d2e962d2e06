//! Service regions and distance bands.

use app::regions::{self, CreateRegion, RegionFields, RegionView};
use domain::slug::RegionKey;
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
        .routes(routes!(change))
        .routes(routes!(close))
        .routes(routes!(reopen))
}

fn reply(region: RegionView) -> Reply<RegionView> {
    let version = region.version;
    Reply::ok(region).version(version)
}

/// All regions.
#[utoipa::path(get, path = "/api/regions", operation_id = "list_regions", tag = "regions",
    responses((status = 200, description = "In the order they were added", body = Vec<RegionView>)))]
async fn list(Caller(ctx): Caller) -> Result<Reply<Vec<RegionView>>> {
    Ok(Reply::ok(regions::list(&ctx).await?))
}

/// Add a region.
#[utoipa::path(post, path = "/api/regions", operation_id = "create_region", tag = "regions", params(IdempotencyKey),
    request_body = CreateRegion, responses((status = 201, description = "Added", body = RegionView)))]
async fn create(
    Creator(ctx): Creator,
    Json(given): Json<CreateRegion>,
) -> Result<Reply<RegionView>> {
    let region = regions::create(&ctx, given).await?;
    let version = region.version;
    Ok(Reply::created(region).version(version))
}

/// Write everything about a region but its key.
#[utoipa::path(put, path = "/api/regions/{key}", operation_id = "change_region", tag = "regions",
    params(("key" = RegionKey, Path), IfMatch), request_body = RegionFields,
    responses((status = 200, description = "Changed", body = RegionView)))]
async fn change(
    Writer(ctx): Writer,
    Path(key): Path<RegionKey>,
    Version(version): Version,
    Json(given): Json<RegionFields>,
) -> Result<Reply<RegionView>> {
    Ok(reply(regions::change(&ctx, &key, version, given).await?))
}

/// Take a region out of use; sites keep it.
#[utoipa::path(post, path = "/api/regions/{key}/close", operation_id = "close_region", tag = "regions",
    params(("key" = RegionKey, Path), IfMatch), responses((status = 200, description = "Closed", body = RegionView)))]
async fn close(
    Writer(ctx): Writer,
    Path(key): Path<RegionKey>,
    Version(version): Version,
) -> Result<Reply<RegionView>> {
    Ok(reply(regions::close(&ctx, &key, version).await?))
}

/// Take a closed region into use again.
#[utoipa::path(post, path = "/api/regions/{key}/reopen", operation_id = "reopen_region", tag = "regions",
    params(("key" = RegionKey, Path), IfMatch), responses((status = 200, description = "Open", body = RegionView)))]
async fn reopen(
    Writer(ctx): Writer,
    Path(key): Path<RegionKey>,
    Version(version): Version,
) -> Result<Reply<RegionView>> {
    Ok(reply(regions::reopen(&ctx, &key, version).await?))
}
