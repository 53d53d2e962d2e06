//! Documents read into clauses.

use app::plans::DiffView;
use app::studio::{
    self, ChoosePlan, DiffReading, MAX_FILE, MakePlan, PasteText, ReadingHeadView, ReadingView,
    TakeStep, TextView,
};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use domain::access::Action;
use domain::ids::{PlanVersionId, ReadingId};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Path, Query};
use crate::document::{IdempotencyKey, IfMatch};
use crate::extract::{Caller, Creator, FileWriter, Version, Writer};
use crate::files::{hash_of, send};
use crate::incoming::Incoming;
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list, upload))
        .routes(routes!(paste))
        .routes(routes!(get, remove))
        .routes(routes!(text))
        .routes(routes!(source))
        .routes(routes!(choose))
        .routes(routes!(step))
        .routes(routes!(undo))
        .routes(routes!(redo))
        .routes(routes!(make))
        .routes(routes!(diff))
        .routes(routes!(of_version))
}

fn reply(reading: ReadingView) -> Reply<ReadingView> {
    let version = reading.version;
    Reply::ok(reading).version(version)
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct FileName {
    /// What the file is called; shown to people, never used as a path.
    name: String,
}

/// The readings changed last.
#[utoipa::path(get, path = "/api/readings", operation_id = "list_readings", tag = "studio",
    responses((status = 200, description = "At most 50", body = Vec<ReadingHeadView>)))]
async fn list(Caller(ctx): Caller) -> Result<Reply<Vec<ReadingHeadView>>> {
    Ok(Reply::ok(studio::list(&ctx).await?))
}

/// Take in a document: the body is its bytes, at most 50 MiB.
#[utoipa::path(post, path = "/api/readings", operation_id = "upload_reading", tag = "studio", params(FileName),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, description = "Read", body = ReadingView)))]
async fn upload(
    mut writer: FileWriter,
    Query(named): Query<FileName>,
    body: Incoming,
) -> Result<Response> {
    writer.0.may(Action::PlanEdit)?;
    let bytes = body.whole(MAX_FILE, "50 MiB").await?;
    if let Some(again) = writer
        .repeated(&hash_of(&bytes), StatusCode::CREATED)
        .await?
    {
        return Ok(again);
    }
    let reading = studio::upload(&writer.0, &named.name, bytes).await?;
    let version = reading.version;
    Ok(Reply::created(reading).version(version).into_response())
}

/// Take in pasted text.
#[utoipa::path(post, path = "/api/readings/paste", operation_id = "paste_reading", tag = "studio", params(IdempotencyKey),
    request_body = PasteText, responses((status = 201, description = "Read", body = ReadingView)))]
async fn paste(Creator(ctx): Creator, Json(given): Json<PasteText>) -> Result<Reply<ReadingView>> {
    let reading = studio::paste(&ctx, given).await?;
    let version = reading.version;
    Ok(Reply::created(reading).version(version))
}

/// One reading with its items, problems and progress.
#[utoipa::path(get, path = "/api/readings/{id}", operation_id = "get_reading", tag = "studio",
    params(("id" = ReadingId, Path)), responses((status = 200, description = "The reading", body = ReadingView)))]
async fn get(Caller(ctx): Caller, Path(id): Path<ReadingId>) -> Result<Reply<ReadingView>> {
    Ok(reply(studio::get(&ctx, id).await?))
}

/// Remove a reading nobody made a plan of.
#[utoipa::path(delete, path = "/api/readings/{id}", operation_id = "remove_reading", tag = "studio",
    params(("id" = ReadingId, Path), IfMatch), responses((status = 204, description = "Gone")))]
async fn remove(
    Writer(ctx): Writer,
    Path(id): Path<ReadingId>,
    Version(version): Version,
) -> Result<StatusCode> {
    studio::remove(&ctx, id, version).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The extracted text the places of items count in.
#[utoipa::path(get, path = "/api/readings/{id}/text", operation_id = "get_reading_text", tag = "studio",
    params(("id" = ReadingId, Path)), responses((status = 200, description = "The text", body = TextView)))]
async fn text(Caller(ctx): Caller, Path(id): Path<ReadingId>) -> Result<Reply<TextView>> {
    Ok(Reply::ok(studio::text(&ctx, id).await?))
}

/// The original file.
#[utoipa::path(get, path = "/api/readings/{id}/source", operation_id = "get_reading_source", tag = "studio",
    params(("id" = ReadingId, Path)),
    responses((status = 200, description = "Its bytes", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn source(Caller(ctx): Caller, Path(id): Path<ReadingId>) -> Result<Response> {
    Ok(send(studio::source(&ctx, id).await?, false))
}

/// Choose one of several plans in the document.
#[utoipa::path(post, path = "/api/readings/{id}/choose", operation_id = "choose_reading_plan", tag = "studio",
    params(("id" = ReadingId, Path), IfMatch), request_body = ChoosePlan,
    responses((status = 200, description = "Ready to be looked at", body = ReadingView)))]
async fn choose(
    Writer(ctx): Writer,
    Path(id): Path<ReadingId>,
    Version(version): Version,
    Json(given): Json<ChoosePlan>,
) -> Result<Reply<ReadingView>> {
    Ok(reply(studio::choose(&ctx, id, version, &given).await?))
}

/// Take a step: accept, correct, write, split, merge, ignore, restore or settle.
#[utoipa::path(post, path = "/api/readings/{id}/steps", operation_id = "step_reading", tag = "studio",
    params(("id" = ReadingId, Path), IfMatch), request_body = TakeStep,
    responses((status = 200, description = "The reading after it", body = ReadingView)))]
async fn step(
    Writer(ctx): Writer,
    Path(id): Path<ReadingId>,
    Version(version): Version,
    Json(given): Json<TakeStep>,
) -> Result<Reply<ReadingView>> {
    Ok(reply(studio::step(&ctx, id, version, &given).await?))
}

/// Take the last step back; the last hundred can be.
#[utoipa::path(post, path = "/api/readings/{id}/undo", operation_id = "undo_reading", tag = "studio",
    params(("id" = ReadingId, Path), IfMatch), responses((status = 200, description = "The reading before it", body = ReadingView)))]
async fn undo(
    Writer(ctx): Writer,
    Path(id): Path<ReadingId>,
    Version(version): Version,
) -> Result<Reply<ReadingView>> {
    Ok(reply(studio::undo(&ctx, id, version).await?))
}

/// Take a step again that was taken back.
#[utoipa::path(post, path = "/api/readings/{id}/redo", operation_id = "redo_reading", tag = "studio",
    params(("id" = ReadingId, Path), IfMatch), responses((status = 200, description = "The reading after it", body = ReadingView)))]
async fn redo(
    Writer(ctx): Writer,
    Path(id): Path<ReadingId>,
    Version(version): Version,
) -> Result<Reply<ReadingView>> {
    Ok(reply(studio::redo(&ctx, id, version).await?))
}

/// Make the draft of a plan from the settled reading.
#[utoipa::path(post, path = "/api/readings/{id}/plan", operation_id = "make_plan_of_reading", tag = "studio",
    params(("id" = ReadingId, Path), IfMatch), request_body = MakePlan,
    responses((status = 200, description = "The reading with its plan", body = ReadingView)))]
async fn make(
    Writer(ctx): Writer,
    Path(id): Path<ReadingId>,
    Version(version): Version,
    Json(given): Json<MakePlan>,
) -> Result<Reply<ReadingView>> {
    Ok(reply(studio::make(&ctx, id, version, &given).await?))
}

/// The reading beside another plan.
#[utoipa::path(get, path = "/api/readings/{id}/diff", operation_id = "diff_reading", tag = "studio",
    params(("id" = ReadingId, Path), DiffReading),
    responses((status = 200, description = "From the plan to the reading", body = DiffView)))]
async fn diff(
    Caller(ctx): Caller,
    Path(id): Path<ReadingId>,
    Query(asked): Query<DiffReading>,
) -> Result<Reply<DiffView>> {
    Ok(Reply::ok(studio::diff(&ctx, id, &asked).await?))
}

/// The original a published version was read from.
#[utoipa::path(get, path = "/api/plan-versions/{id}/source", operation_id = "get_plan_version_source", tag = "studio",
    params(("id" = PlanVersionId, Path)),
    responses((status = 200, description = "Its bytes", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn of_version(Caller(ctx): Caller, Path(id): Path<PlanVersionId>) -> Result<Response> {
    Ok(send(studio::of_version(&ctx, id).await?, false))
}
