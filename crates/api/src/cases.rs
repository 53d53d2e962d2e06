//! Service cases.

use app::Page;
use app::case::{
    self, AddNote, AskIntake, AssignCase, AssignSeveral, CallerView, CaseCount, CaseEntitlement,
    CaseSummary, CaseView, CheckEntitlement, DoneOnSeveral, ExplainedView, IntakeView, ListCases,
    MergeCase, NoteView, ObligationName, Report, SplitCase, WatchSeveral,
};
use axum::http::StatusCode;
use axum::response::Response;
use domain::case::Command;
use domain::ids::CaseId;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Path, Query};
use crate::document::{IdempotencyKey, IfMatch};
use crate::extract::{Caller, Creator, Version, Writer};
use crate::problem::Result;
use crate::reply::Reply;
use crate::sheets::{XLSX, download};
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list, report))
        .routes(routes!(count))
        .routes(routes!(get))
        .routes(routes!(act))
        .routes(routes!(assign))
        .routes(routes!(assign_several))
        .routes(routes!(watch_several))
        .routes(routes!(merge))
        .routes(routes!(split))
        .routes(routes!(explain))
        .routes(routes!(entitlement, check_entitlement))
        .routes(routes!(note))
        .routes(routes!(watch, unwatch))
        .routes(routes!(caller))
        .routes(routes!(intake))
        .routes(routes!(export))
}

fn reply(case: CaseView) -> Reply<CaseView> {
    let version = case.version;
    Reply::ok(case).version(version)
}

fn created(case: CaseView) -> Reply<CaseView> {
    let version = case.version;
    Reply::created(case).version(version)
}

/// Cases I may see: of open ones that which breaks next first, of ended ones that which ended last.
#[utoipa::path(get, path = "/api/cases", operation_id = "list_cases", tag = "cases",
    params(ListCases), responses((status = 200, description = "A page", body = Page<CaseSummary>)))]
async fn list(
    Caller(ctx): Caller,
    Query(asked): Query<ListCases>,
) -> Result<Reply<Page<CaseSummary>>> {
    Ok(Reply::ok(case::list(&ctx, &asked).await?))
}

/// How many cases a list has.
#[utoipa::path(get, path = "/api/cases/count", operation_id = "count_cases", tag = "cases",
    params(ListCases), responses((status = 200, description = "Their number", body = CaseCount)))]
async fn count(Caller(ctx): Caller, Query(asked): Query<ListCases>) -> Result<Reply<CaseCount>> {
    Ok(Reply::ok(case::count(&ctx, &asked).await?))
}

/// Report a fault: the report is kept, and its clocks start.
#[utoipa::path(post, path = "/api/cases", operation_id = "report_case", tag = "cases", params(IdempotencyKey),
    request_body = Report, responses((status = 201, description = "Kept", body = CaseView)))]
async fn report(Creator(ctx): Creator, Json(given): Json<Report>) -> Result<Reply<CaseView>> {
    Ok(created(case::report(&ctx, given).await?))
}

/// One case with timeline, promises and what can be done now.
#[utoipa::path(get, path = "/api/cases/{id}", operation_id = "get_case", tag = "cases",
    params(("id" = CaseId, Path)), responses((status = 200, description = "The case", body = CaseView)))]
async fn get(Caller(ctx): Caller, Path(id): Path<CaseId>) -> Result<Reply<CaseView>> {
    Ok(reply(case::get(&ctx, id).await?))
}

/// Take an action. The same action again changes nothing.
#[utoipa::path(post, path = "/api/cases/{id}/actions", operation_id = "act_on_case", tag = "cases",
    params(("id" = CaseId, Path), IfMatch), request_body = Command,
    responses((status = 200, description = "Done", body = CaseView)))]
async fn act(
    Writer(ctx): Writer,
    Path(id): Path<CaseId>,
    Version(version): Version,
    Json(command): Json<Command>,
) -> Result<Reply<CaseView>> {
    Ok(reply(case::act(&ctx, id, version, command).await?))
}

/// Name the person who answers for a case.
#[utoipa::path(post, path = "/api/cases/{id}/owner", operation_id = "assign_case", tag = "cases",
    params(("id" = CaseId, Path), IfMatch), request_body = AssignCase,
    responses((status = 200, description = "Assigned", body = CaseView)))]
async fn assign(
    Writer(ctx): Writer,
    Path(id): Path<CaseId>,
    Version(version): Version,
    Json(given): Json<AssignCase>,
) -> Result<Reply<CaseView>> {
    Ok(reply(case::assign(&ctx, id, version, given).await?))
}

/// Name the person who answers for several cases; each is assigned or refused by itself.
#[utoipa::path(post, path = "/api/cases/assign", operation_id = "assign_cases", tag = "cases",
    request_body = AssignSeveral, responses((status = 200, description = "What became of each", body = DoneOnSeveral)))]
async fn assign_several(
    Writer(ctx): Writer,
    Json(given): Json<AssignSeveral>,
) -> Result<Reply<DoneOnSeveral>> {
    Ok(Reply::ok(case::assign_several(&ctx, given).await?))
}

/// Follow several cases.
#[utoipa::path(post, path = "/api/cases/watch", operation_id = "watch_cases", tag = "cases",
    request_body = WatchSeveral, responses((status = 200, description = "What became of each", body = DoneOnSeveral)))]
async fn watch_several(
    Writer(ctx): Writer,
    Json(given): Json<WatchSeveral>,
) -> Result<Reply<DoneOnSeveral>> {
    Ok(Reply::ok(case::watch_several(&ctx, given).await?))
}

/// Let another case go on in this one's place; the answer is that other case.
#[utoipa::path(post, path = "/api/cases/{id}/merge", operation_id = "merge_case", tag = "cases",
    params(("id" = CaseId, Path), IfMatch), request_body = MergeCase,
    responses((status = 200, description = "Merged", body = CaseView)))]
async fn merge(
    Writer(ctx): Writer,
    Path(id): Path<CaseId>,
    Version(version): Version,
    Json(given): Json<MergeCase>,
) -> Result<Reply<CaseView>> {
    Ok(reply(case::merge(&ctx, id, version, given).await?))
}

/// Let a part go on as another case; the answer is that new case.
#[utoipa::path(post, path = "/api/cases/{id}/split", operation_id = "split_case", tag = "cases",
    params(("id" = CaseId, Path), IfMatch, IdempotencyKey), request_body = SplitCase,
    responses((status = 201, description = "Begun", body = CaseView)))]
async fn split(
    Creator(ctx): Creator,
    Path(id): Path<CaseId>,
    Version(version): Version,
    Json(given): Json<SplitCase>,
) -> Result<Reply<CaseView>> {
    Ok(created(case::split(&ctx, id, version, given).await?))
}

/// Why a promise is due when it is: the stretches that add up, and what they rest on.
#[utoipa::path(get, path = "/api/cases/{id}/explain", operation_id = "explain_promise", tag = "cases",
    params(("id" = CaseId, Path), ObligationName),
    responses((status = 200, description = "The arithmetic", body = ExplainedView)))]
async fn explain(
    Caller(ctx): Caller,
    Path(id): Path<CaseId>,
    Query(named): Query<ObligationName>,
) -> Result<Reply<ExplainedView>> {
    Ok(Reply::ok(case::explain(&ctx, id, &named).await?))
}

/// Whether the case is covered: all checks, the last one holds.
#[utoipa::path(get, path = "/api/cases/{id}/entitlement", operation_id = "case_entitlement", tag = "cases",
    params(("id" = CaseId, Path)), responses((status = 200, description = "The checks", body = CaseEntitlement)))]
async fn entitlement(
    Caller(ctx): Caller,
    Path(id): Path<CaseId>,
) -> Result<Reply<CaseEntitlement>> {
    Ok(Reply::ok(case::entitlement(&ctx, id).await?))
}

/// Check the entitlement of a case and keep the answer; with a decision of one's own, the reason.
#[utoipa::path(post, path = "/api/cases/{id}/entitlement", operation_id = "check_case_entitlement", tag = "cases",
    params(("id" = CaseId, Path), IdempotencyKey), request_body = CheckEntitlement,
    responses((status = 201, description = "Kept", body = CaseEntitlement)))]
async fn check_entitlement(
    Creator(ctx): Creator,
    Path(id): Path<CaseId>,
    Json(given): Json<CheckEntitlement>,
) -> Result<Reply<CaseEntitlement>> {
    Ok(Reply::created(
        case::check_entitlement(&ctx, id, given).await?,
    ))
}

/// Say something about a case and tell the people mentioned.
#[utoipa::path(post, path = "/api/cases/{id}/notes", operation_id = "note_case", tag = "cases",
    params(("id" = CaseId, Path), IdempotencyKey), request_body = AddNote,
    responses((status = 201, description = "Added", body = NoteView)))]
async fn note(
    Creator(ctx): Creator,
    Path(id): Path<CaseId>,
    Json(given): Json<AddNote>,
) -> Result<Reply<NoteView>> {
    Ok(Reply::created(case::add_note(&ctx, id, given).await?))
}

/// Follow a case.
#[utoipa::path(put, path = "/api/cases/{id}/watch", operation_id = "watch_case", tag = "cases",
    params(("id" = CaseId, Path)), responses((status = 204, description = "Followed")))]
async fn watch(Writer(ctx): Writer, Path(id): Path<CaseId>) -> Result<StatusCode> {
    case::watch(&ctx, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Follow it no longer.
#[utoipa::path(delete, path = "/api/cases/{id}/watch", operation_id = "unwatch_case", tag = "cases",
    params(("id" = CaseId, Path)), responses((status = 204, description = "Not followed")))]
async fn unwatch(Writer(ctx): Writer, Path(id): Path<CaseId>) -> Result<StatusCode> {
    case::unwatch(&ctx, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The number that is calling.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct CallerNumber {
    /// However it is written, whole or at least its last four digits.
    phone: String,
}

/// Who is calling: the people and the last cases behind a telephone number.
#[utoipa::path(get, path = "/api/callers", operation_id = "look_up_caller", tag = "cases",
    params(CallerNumber), responses((status = 200, description = "What is known", body = CallerView)))]
async fn caller(
    Caller(ctx): Caller,
    Query(asked): Query<CallerNumber>,
) -> Result<Reply<CallerView>> {
    Ok(Reply::ok(case::caller(&ctx, &asked.phone).await?))
}

/// What a report about a unit or under an agreement will need and promise, and what is open already.
#[utoipa::path(get, path = "/api/intake", operation_id = "foresee_case", tag = "cases",
    params(AskIntake), responses((status = 200, description = "What to know", body = IntakeView)))]
async fn intake(Caller(ctx): Caller, Query(asked): Query<AskIntake>) -> Result<Reply<IntakeView>> {
    Ok(Reply::ok(case::intake(&ctx, &asked).await?))
}

/// The cases of a list as a workbook, with the list's own filter.
#[utoipa::path(get, path = "/api/cases/export", operation_id = "export_cases", tag = "cases",
    params(ListCases), responses((status = 200, description = "The workbook", content_type = XLSX, body = Vec<u8>)))]
async fn export(Caller(ctx): Caller, Query(asked): Query<ListCases>) -> Result<Response> {
    Ok(download(case::export(&ctx, &asked).await?))
}
