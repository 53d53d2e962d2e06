//! Photos and the project archive of a unit.

use app::units::{self, ListUnitFiles, NewUnitFile, RemoveUnitFile, UnitFileView, UnitFiles};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use domain::ids::{FileId, UnitId};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Path, Query};
use crate::extract::{Caller, FileWriter, Writer};
use crate::files::{DownloadHow, announced, pour, send};
use crate::incoming::Incoming;
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(download))
        .routes(routes!(remove))
}

/// The photos and the archive of a unit, the newest first.
#[utoipa::path(get, path = "/api/units/{id}/archive", operation_id = "list_unit_files", tag = "units",
    params(("id" = UnitId, Path), ListUnitFiles), responses((status = 200, description = "The archive", body = UnitFiles)))]
async fn list(
    Caller(ctx): Caller,
    Path(id): Path<UnitId>,
    Query(asked): Query<ListUnitFiles>,
) -> Result<Reply<UnitFiles>> {
    Ok(Reply::ok(units::files(&ctx, id, &asked).await?))
}

/// Put a file into the archive: the body is its bytes, at most 50 MiB.
#[utoipa::path(post, path = "/api/units/{id}/archive", operation_id = "add_unit_file", tag = "units",
    params(("id" = UnitId, Path), NewUnitFile),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, description = "Kept", body = UnitFileView)))]
async fn add(
    mut writer: FileWriter,
    Path(id): Path<UnitId>,
    Query(said): Query<NewUnitFile>,
    headers: HeaderMap,
    body: Incoming,
) -> Result<Response> {
    let media_type = announced(&headers)?;
    let mut received = units::upload_file(&writer.0, id).await?;
    pour(body, &mut received).await?;
    if let Some(again) = writer
        .repeated(&received.hash(), StatusCode::CREATED)
        .await?
    {
        return Ok(again);
    }
    let added = units::add_file(&writer.0, id, received, &said, &media_type).await?;
    Ok(Reply::created(added).into_response())
}

/// A file of a unit.
#[utoipa::path(get, path = "/api/units/{id}/archive/{file}", operation_id = "get_unit_file", tag = "units",
    params(("id" = UnitId, Path), ("file" = String, Path), DownloadHow),
    responses((status = 200, description = "Its bytes; a photo as what it is, where it was asked for inline",
        content((Vec<u8> = "application/octet-stream"), (Vec<u8> = "image/*")))))]
async fn download(
    Caller(ctx): Caller,
    Path((id, file)): Path<(UnitId, FileId)>,
    Query(how): Query<DownloadHow>,
) -> Result<Response> {
    Ok(send(
        units::download_file(&ctx, id, file).await?,
        how.inline,
    ))
}

/// Take a file out of the archive, with a reason; its line stays.
#[utoipa::path(post, path = "/api/units/{id}/archive/{file}/remove", operation_id = "remove_unit_file", tag = "units",
    params(("id" = UnitId, Path), ("file" = String, Path)), request_body = RemoveUnitFile,
    responses((status = 200, description = "Taken out", body = UnitFileView)))]
async fn remove(
    Writer(ctx): Writer,
    Path((id, file)): Path<(UnitId, FileId)>,
    Json(given): Json<RemoveUnitFile>,
) -> Result<Reply<UnitFileView>> {
    Ok(Reply::ok(units::remove_file(&ctx, id, file, &given).await?))
}
