//! Files of a case. What comes in is kept as it is; what goes out never runs in a page of ours.

use app::case::{self, AttachmentView, Download, MAX_FILE};
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    HeaderValue, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};
use domain::ids::{CaseId, FileId};
use futures::StreamExt as _;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Path, Query};
use crate::extract::{Caller, Writer};
use crate::problem::{Problem, Result};
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

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct DownloadHow {
    /// Show it in the page instead of saving it; only photos are shown.
    #[serde(default)]
    inline: bool,
}

/// Attach a file: the body is its bytes, at most 50 MiB.
#[utoipa::path(post, path = "/api/cases/{id}/files", operation_id = "attach_to_case", tag = "cases",
    params(("id" = CaseId, Path), UploadName),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, description = "Attached", body = AttachmentView)))]
async fn upload(
    Writer(ctx): Writer,
    Path(id): Path<CaseId>,
    Query(named): Query<UploadName>,
    request: Request,
) -> Result<Reply<AttachmentView>> {
    let (parts, body) = request.into_parts();
    let header = |name| {
        parts
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let announced = header(CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
    if announced.is_some_and(|length| length > MAX_FILE) {
        return Err(case::too_large().into());
    }
    let media_type = header(CONTENT_TYPE).unwrap_or_default().to_owned();
    let mut upload = case::upload(&ctx, id).await?;
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| cut_off())?;
        upload.write(&chunk).await?;
    }
    Ok(Reply::created(
        upload.attach(&ctx, &named.name, &media_type).await?,
    ))
}

fn cut_off() -> Problem {
    let text = app::Text::from(app::error::MALFORMED).with("why", "the file was cut off");
    app::Error::new(app::Kind::Malformed, text).into()
}

/// A file of a case.
#[utoipa::path(get, path = "/api/cases/{id}/files/{file}", operation_id = "get_case_file", tag = "cases",
    params(("id" = CaseId, Path), ("file" = String, Path), DownloadHow),
    responses((status = 200, description = "Its bytes", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn download(
    Caller(ctx): Caller,
    Path((id, file)): Path<(CaseId, FileId)>,
    Query(how): Query<DownloadHow>,
) -> Result<Response> {
    Ok(send(case::download(&ctx, id, file).await?, how.inline))
}

/// Photos a browser may show: formats that cannot carry a script.
const SHOWN: [&str; 4] = ["image/png", "image/jpeg", "image/webp", "image/gif"];

pub(crate) fn send(download: Download, inline: bool) -> Response {
    let shown = SHOWN
        .iter()
        .copied()
        .find(|kind| inline && *kind == download.media_type);
    let kind = shown.unwrap_or("application/octet-stream");
    let disposition = match shown {
        Some(_) => HeaderValue::from_static("inline"),
        None => HeaderValue::try_from(format!(
            "attachment; filename*=UTF-8''{}",
            encoded(&download.name)
        ))
        .unwrap_or(HeaderValue::from_static("attachment")),
    };
    let body = Body::from_stream(chunks(download.file));
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CONTENT_DISPOSITION, disposition);
    headers.insert(CONTENT_LENGTH, HeaderValue::from(download.size));
    headers.insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; sandbox"),
    );
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        CACHE_CONTROL,
        HeaderValue::from_static("private, max-age=3600"),
    );
    response
}

const CHUNK: usize = 64 * 1024;

fn chunks(file: tokio::fs::File) -> impl futures::Stream<Item = std::io::Result<Vec<u8>>> {
    use tokio::io::AsyncReadExt as _;
    futures::stream::try_unfold(file, |mut file| async move {
        let mut chunk = vec![0; CHUNK];
        let read = file.read(&mut chunk).await?;
        chunk.truncate(read);
        Ok((read > 0).then_some((chunk, file)))
    })
}

/// Percent-encoding of a header value (RFC 8187).
fn encoded(name: &str) -> String {
    use std::fmt::Write as _;
    name.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            text.push(char::from(byte));
        } else {
            write!(text, "%{byte:02X}").expect("writing to a string cannot fail");
        }
        text
    })
}
