//! Files of a case.

use app::case::{self, AttachmentView};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use domain::ids::{CaseId, FileId};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Path, Query};
use crate::extract::{Caller, FileWriter};
use crate::files::{DownloadHow, announced, pour, send};
use crate::incoming::Incoming;
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(upload))
        .routes(routes!(download))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct UploadName {
    /// What the file is called; shown to people, never used as a path.
    name: String,
}

/// Attach a file: the body is its bytes, at most 50 MiB.
#[utoipa::path(post, path = "/api/cases/{id}/files", operation_id = "attach_to_case", tag = "cases",
    params(("id" = CaseId, Path), UploadName),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, description = "Attached", body = AttachmentView)))]
async fn upload(
    mut writer: FileWriter,
    Path(id): Path<CaseId>,
    Query(named): Query<UploadName>,
    headers: HeaderMap,
    body: Incoming,
) -> Result<Response> {
    let media_type = announced(&headers)?;
    let mut received = case::upload(&writer.0, id).await?;
    pour(body, &mut received).await?;
    if let Some(again) = writer
        .repeated(&received.hash(), StatusCode::CREATED)
        .await?
    {
        return Ok(again);
    }
    let attached = case::attach(&writer.0, id, received, &named.name, &media_type).await?;
    Ok(Reply::created(attached).into_response())
}

/// A file of a case.
#[utoipa::path(get, path = "/api/cases/{id}/files/{file}", operation_id = "get_case_file", tag = "cases",
    params(("id" = CaseId, Path), ("file" = String, Path), DownloadHow),
    responses((status = 200, description = "Its bytes; a photo as what it is, where it was asked for inline",
        content((Vec<u8> = "application/octet-stream"), (Vec<u8> = "image/*")))))]
async fn download(
    Caller(ctx): Caller,
    Path((id, file)): Path<(CaseId, FileId)>,
    Query(how): Query<DownloadHow>,
) -> Result<Response> {
    Ok(send(case::download(&ctx, id, file).await?, how.inline))
}
