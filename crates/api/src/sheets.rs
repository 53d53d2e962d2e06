//! Master data as spreadsheets: templates, import, reports of bad rows, export.

use app::sheets::{self, Book, ExportFilter, ImportReport, MAX_BYTES, Step, Workbook};
use axum::extract::DefaultBodyLimit;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::access::Action;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Path, Query};
use crate::extract::{Caller, FileWriter, Writer};
use crate::files::hash_of;
use crate::incoming::Incoming;
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(template))
        .routes(routes!(import))
        .routes(routes!(report))
        .routes(routes!(export))
        .layer(DefaultBodyLimit::max(MAX_BYTES))
}

/// Whether to write or only to look.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct How {
    /// `preview` says what would happen; `commit` writes all rows if none is bad.
    #[param(inline)]
    step: Step,
}

/// An empty workbook to fill in, with drop-downs.
#[utoipa::path(get, path = "/api/sheets/{book}/template", operation_id = "get_sheet_template", tag = "sheets",
    params(("book" = String, Path, description = "`customers`, `units` and so on")), responses((status = 200, description = "The workbook", content_type = XLSX, body = Vec<u8>)))]
async fn template(Caller(ctx): Caller, Path(book): Path<Book>) -> Result<Response> {
    Ok(download(sheets::template(&ctx, book).await?))
}

/// Take in a workbook or CSV text: every row of it, or a report of every bad row.
#[utoipa::path(post, path = "/api/sheets/{book}/import", operation_id = "import_sheet", tag = "sheets",
    params(("book" = String, Path, description = "`customers`, `units` and so on"), How), request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "What was done, or would be", body = ImportReport)))]
async fn import(
    mut writer: FileWriter,
    Path(book): Path<Book>,
    Query(how): Query<How>,
    body: Incoming,
) -> Result<Response> {
    writer.0.may(Action::DataImport)?;
    let bytes = whole(body).await?;
    if let Some(again) = writer.repeated(&hash_of(&bytes), StatusCode::OK).await? {
        return Ok(again);
    }
    let report = sheets::import(&writer.0, book, bytes, how.step).await?;
    Ok(Reply::ok(report).into_response())
}

/// The bad rows of a workbook or CSV text as a workbook to mend and send again: each as it was sent, with what is wrong beside
/// it. The good rows are in it too, filtered out of sight.
#[utoipa::path(post, path = "/api/sheets/{book}/report", operation_id = "report_sheet", tag = "sheets",
    params(("book" = String, Path, description = "`customers`, `units` and so on")), request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "The workbook", content_type = XLSX, body = Vec<u8>)))]
async fn report(Writer(ctx): Writer, Path(book): Path<Book>, body: Incoming) -> Result<Response> {
    ctx.may(Action::DataImport)?;
    let bytes = whole(body).await?;
    Ok(download(sheets::report(&ctx, book, bytes).await?))
}

/// A list as a workbook, with the list's own filter.
#[utoipa::path(get, path = "/api/sheets/{book}/export", operation_id = "export_sheet", tag = "sheets",
    params(("book" = String, Path, description = "`customers`, `units` and so on"), ExportFilter),
    responses((status = 200, description = "The workbook", content_type = XLSX, body = Vec<u8>)))]
async fn export(
    Caller(ctx): Caller,
    Path(book): Path<Book>,
    Query(filter): Query<ExportFilter>,
) -> Result<Response> {
    Ok(download(sheets::export(&ctx, book, &filter).await?))
}

/// The body of a request that is a file.
pub(crate) async fn whole(body: Incoming) -> Result<Vec<u8>> {
    body.whole(MAX_BYTES, "64 MiB").await
}

pub(crate) fn download(book: Workbook) -> Response {
    let named = format!("attachment; filename=\"{}\"", book.name);
    let named = HeaderValue::try_from(named).expect("workbooks have plain names");
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(XLSX)),
        (CONTENT_DISPOSITION, named),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, book.bytes).into_response()
}
