//! Service plans.

use app::Page;
use app::plans::{
    self, AskWhatIf, ChangeLaw, CheckView, CompareTender, CreatePlan, DeviationView, DiffPlans,
    DiffView, ExportPlan, LawView, ListPlans, PlanHeadView, PlanView, PrintTender, RenderPlan,
    TemplateView, VersionView, WhatIfView,
};
use axum::extract::DefaultBodyLimit;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use domain::ids::{PlanId, PlanVersionId};
use domain::plan::Plan;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Path, Query};
use crate::document::{IdempotencyKey, IfMatch};
use crate::extract::{Caller, Creator, Version, Writer};
use crate::incoming::Incoming;
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

/// Largest tender, in bytes.
const LARGEST_TENDER: usize = 50 * 1024 * 1024;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(templates))
        .routes(routes!(law, change_law))
        .routes(routes!(check))
        .routes(routes!(get))
        .routes(routes!(edit, discard))
        .routes(routes!(publish))
        .routes(routes!(succeed))
        .routes(routes!(retire))
        .routes(routes!(reinstate))
        .routes(routes!(diff))
        .routes(routes!(export))
        .routes(routes!(render))
        .routes(routes!(what_if))
        .merge(tenders())
        .routes(routes!(version))
}

/// Tenders come as whole files.
fn tenders() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(compare_tender))
        .routes(routes!(print_tender))
        .layer(DefaultBodyLimit::max(LARGEST_TENDER))
}

fn reply(plan: PlanView) -> Reply<PlanView> {
    let version = plan.version;
    Reply::ok(plan).version(version)
}

/// Plans by title.
#[utoipa::path(get, path = "/api/plans", operation_id = "list_plans", tag = "plans",
    params(ListPlans), responses((status = 200, description = "A page", body = Page<PlanHeadView>)))]
async fn list(
    Caller(ctx): Caller,
    Query(asked): Query<ListPlans>,
) -> Result<Reply<Page<PlanHeadView>>> {
    Ok(Reply::ok(plans::list(&ctx, &asked).await?))
}

/// Begin a plan: blank, from a template, or from a file.
#[utoipa::path(post, path = "/api/plans", operation_id = "create_plan", tag = "plans", params(IdempotencyKey),
    request_body = CreatePlan, responses((status = 201, description = "Begun", body = PlanView)))]
async fn create(Creator(ctx): Creator, Json(given): Json<CreatePlan>) -> Result<Reply<PlanView>> {
    let plan = plans::create(&ctx, given).await?;
    let version = plan.version;
    Ok(Reply::created(plan).version(version))
}

/// The built-in plans.
#[utoipa::path(get, path = "/api/plan-templates", operation_id = "list_plan_templates", tag = "plans",
    responses((status = 200, description = "All of them", body = Vec<TemplateView>)))]
async fn templates(Caller(ctx): Caller) -> Result<Reply<Vec<TemplateView>>> {
    Ok(Reply::ok(plans::templates(&ctx).await?))
}

/// The legal rows on file.
#[utoipa::path(get, path = "/api/law", operation_id = "get_law", tag = "plans",
    responses((status = 200, description = "The rows", body = LawView)))]
async fn law(Caller(ctx): Caller) -> Result<Reply<LawView>> {
    let law = plans::law(&ctx).await?;
    let version = law.version;
    Ok(Reply::ok(law).version(version))
}

/// Replace the legal rows; an empty list brings back those that came with the product.
#[utoipa::path(put, path = "/api/law", operation_id = "change_law", tag = "plans", params(IfMatch),
    request_body = ChangeLaw, responses((status = 200, description = "Changed", body = LawView)))]
async fn change_law(
    Writer(ctx): Writer,
    Version(version): Version,
    Json(given): Json<ChangeLaw>,
) -> Result<Reply<LawView>> {
    let law = plans::change_law(&ctx, version, given).await?;
    let version = law.version;
    Ok(Reply::ok(law).version(version))
}

/// Look a plan through without keeping it.
#[utoipa::path(post, path = "/api/plan-check", operation_id = "check_plan", tag = "plans",
    request_body = Plan, responses((status = 200, description = "What is wrong with it", body = CheckView)))]
async fn check(Caller(ctx): Caller, Json(plan): Json<Plan>) -> Result<Reply<CheckView>> {
    Ok(Reply::ok(plans::check(&ctx, &plan).await?))
}

/// One plan with its draft and versions.
#[utoipa::path(get, path = "/api/plans/{id}", operation_id = "get_plan", tag = "plans",
    params(("id" = PlanId, Path)), responses((status = 200, description = "The plan", body = PlanView)))]
async fn get(Caller(ctx): Caller, Path(id): Path<PlanId>) -> Result<Reply<PlanView>> {
    Ok(reply(plans::get(&ctx, id).await?))
}

/// Write the draft.
#[utoipa::path(put, path = "/api/plans/{id}/draft", operation_id = "edit_plan", tag = "plans",
    params(("id" = PlanId, Path), IfMatch), request_body = Plan,
    responses((status = 200, description = "Kept", body = PlanView)))]
async fn edit(
    Writer(ctx): Writer,
    Path(id): Path<PlanId>,
    Version(version): Version,
    Json(draft): Json<Plan>,
) -> Result<Reply<PlanView>> {
    Ok(reply(plans::edit(&ctx, id, version, draft).await?))
}

/// Throw the draft of a published plan away.
#[utoipa::path(delete, path = "/api/plans/{id}/draft", operation_id = "discard_plan", tag = "plans",
    params(("id" = PlanId, Path), IfMatch), responses((status = 200, description = "Gone", body = PlanView)))]
async fn discard(
    Writer(ctx): Writer,
    Path(id): Path<PlanId>,
    Version(version): Version,
) -> Result<Reply<PlanView>> {
    Ok(reply(plans::discard(&ctx, id, version).await?))
}

/// Publish the draft as the next version, for good.
#[utoipa::path(post, path = "/api/plans/{id}/publish", operation_id = "publish_plan", tag = "plans",
    params(("id" = PlanId, Path), IfMatch), responses((status = 200, description = "Published", body = PlanView)))]
async fn publish(
    Writer(ctx): Writer,
    Path(id): Path<PlanId>,
    Version(version): Version,
) -> Result<Reply<PlanView>> {
    Ok(reply(plans::publish(&ctx, id, version).await?))
}

/// Open a draft with the content of the latest version.
#[utoipa::path(post, path = "/api/plans/{id}/succeed", operation_id = "succeed_plan", tag = "plans",
    params(("id" = PlanId, Path)), responses((status = 200, description = "The plan with its draft", body = PlanView)))]
async fn succeed(Writer(ctx): Writer, Path(id): Path<PlanId>) -> Result<Reply<PlanView>> {
    Ok(reply(plans::succeed(&ctx, id).await?))
}

/// Take a plan out of use for new agreements.
#[utoipa::path(post, path = "/api/plans/{id}/retire", operation_id = "retire_plan", tag = "plans",
    params(("id" = PlanId, Path), IfMatch), responses((status = 200, description = "Retired", body = PlanView)))]
async fn retire(
    Writer(ctx): Writer,
    Path(id): Path<PlanId>,
    Version(version): Version,
) -> Result<Reply<PlanView>> {
    Ok(reply(plans::retire(&ctx, id, version).await?))
}

/// Let a retired plan be used again.
#[utoipa::path(post, path = "/api/plans/{id}/reinstate", operation_id = "reinstate_plan", tag = "plans",
    params(("id" = PlanId, Path), IfMatch), responses((status = 200, description = "In use", body = PlanView)))]
async fn reinstate(
    Writer(ctx): Writer,
    Path(id): Path<PlanId>,
    Version(version): Version,
) -> Result<Reply<PlanView>> {
    Ok(reply(plans::reinstate(&ctx, id, version).await?))
}

/// What changed between two versions, or since the latest one.
#[utoipa::path(get, path = "/api/plans/{id}/diff", operation_id = "diff_plan", tag = "plans",
    params(("id" = PlanId, Path), DiffPlans), responses((status = 200, description = "The difference", body = DiffView)))]
async fn diff(
    Caller(ctx): Caller,
    Path(id): Path<PlanId>,
    Query(asked): Query<DiffPlans>,
) -> Result<Reply<DiffView>> {
    Ok(Reply::ok(plans::diff(&ctx, id, &asked).await?))
}

/// The plan as a file.
#[utoipa::path(get, path = "/api/plans/{id}/export", operation_id = "export_plan", tag = "plans",
    params(("id" = PlanId, Path), ExportPlan),
    responses((status = 200, description = "The file", body = String, content_type = "text/plain")))]
async fn export(
    Caller(ctx): Caller,
    Path(id): Path<PlanId>,
    Query(asked): Query<ExportPlan>,
) -> Result<impl IntoResponse> {
    Ok((
        [(CONTENT_TYPE, "text/plain; charset=utf-8")],
        plans::export(&ctx, id, &asked).await?,
    ))
}

/// The plan as a Word document or a PDF, with the plan itself inside.
#[utoipa::path(get, path = "/api/plans/{id}/document", operation_id = "render_plan", tag = "plans",
    params(("id" = PlanId, Path), RenderPlan),
    responses((status = 200, description = "The document", content((Vec<u8> = "application/pdf"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document")))))]
async fn render(
    Caller(ctx): Caller,
    Path(id): Path<PlanId>,
    Query(asked): Query<RenderPlan>,
) -> Result<Response> {
    let fonts = crate::assets::fonts();
    Ok(crate::reply::download(
        plans::render(&ctx, id, &asked, fonts).await?,
    ))
}

/// A tender's demands beside the plan, better or worse, one by one. Nothing is kept.
#[utoipa::path(post, path = "/api/plans/{id}/deviations", operation_id = "compare_tender", tag = "plans",
    params(("id" = PlanId, Path), CompareTender),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "A document, or text in UTF-8"),
    responses((status = 200, description = "The table", body = DeviationView)))]
async fn compare_tender(
    Writer(ctx): Writer,
    Path(id): Path<PlanId>,
    Query(asked): Query<CompareTender>,
    body: Incoming,
) -> Result<Reply<DeviationView>> {
    let tender = crate::sheets::whole(body).await?;
    Ok(Reply::ok(
        plans::compare_tender(&ctx, id, &asked, tender).await?,
    ))
}

/// The same table as a Word document or a workbook.
#[utoipa::path(post, path = "/api/plans/{id}/deviations/document", operation_id = "print_tender", tag = "plans",
    params(("id" = PlanId, Path), PrintTender),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "A document, or text in UTF-8"),
    responses((status = 200, description = "The file", content((Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))))]
async fn print_tender(
    Writer(ctx): Writer,
    Path(id): Path<PlanId>,
    Query(asked): Query<PrintTender>,
    body: Incoming,
) -> Result<Response> {
    let tender = crate::sheets::whole(body).await?;
    Ok(crate::reply::download(
        plans::print_tender(&ctx, id, &asked, tender).await?,
    ))
}

/// The cases of a past period under the plan, a part at a time, beside what really happened. Nothing is written.
#[utoipa::path(get, path = "/api/plans/{id}/what-if", operation_id = "what_if", tag = "plans",
    params(("id" = PlanId, Path), AskWhatIf),
    responses((status = 200, description = "One part", body = WhatIfView)))]
async fn what_if(
    Caller(ctx): Caller,
    Path(id): Path<PlanId>,
    Query(asked): Query<AskWhatIf>,
) -> Result<Reply<WhatIfView>> {
    Ok(Reply::ok(plans::what_if(&ctx, id, &asked).await?))
}

/// One published version, whole.
#[utoipa::path(get, path = "/api/plan-versions/{id}", operation_id = "get_plan_version", tag = "plans",
    params(("id" = PlanVersionId, Path)), responses((status = 200, description = "The version", body = VersionView)))]
async fn version(Caller(ctx): Caller, Path(id): Path<PlanVersionId>) -> Result<Reply<VersionView>> {
    Ok(Reply::ok(plans::version(&ctx, id).await?))
}
