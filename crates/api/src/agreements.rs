//! Agreements.

use app::Page;
use app::agreements::{
    self, AgreementFields, AgreementHeadView, AgreementHistory, AgreementView, CreateAgreement,
    EndAgreement, ListAgreements, PreviewTerms, RenewAgreement, TermsPreview,
};
use domain::ids::AgreementId;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Path, Query};
use crate::document::{IdempotencyKey, IfMatch};
use crate::extract::{Caller, Creator, Version, Writer};
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(preview))
        .routes(routes!(get, change))
        .routes(routes!(renew))
        .routes(routes!(end))
        .routes(routes!(history))
}

fn reply(agreement: AgreementView) -> Reply<AgreementView> {
    let version = agreement.version;
    Reply::ok(agreement).version(version)
}

fn created(agreement: AgreementView) -> Reply<AgreementView> {
    let version = agreement.version;
    Reply::created(agreement).version(version)
}

/// Agreements I may see, the latest first.
#[utoipa::path(get, path = "/api/agreements", operation_id = "list_agreements", tag = "agreements",
    params(ListAgreements), responses((status = 200, description = "A page", body = Page<AgreementHeadView>)))]
async fn list(
    Caller(ctx): Caller,
    Query(asked): Query<ListAgreements>,
) -> Result<Reply<Page<AgreementHeadView>>> {
    Ok(Reply::ok(agreements::list(&ctx, &asked).await?))
}

/// Sign an agreement.
#[utoipa::path(post, path = "/api/agreements", operation_id = "create_agreement", tag = "agreements",
    params(IdempotencyKey), request_body = CreateAgreement,
    responses((status = 201, description = "Signed", body = AgreementView)))]
async fn create(
    Creator(ctx): Creator,
    Json(given): Json<CreateAgreement>,
) -> Result<Reply<AgreementView>> {
    Ok(created(agreements::create(&ctx, given).await?))
}

/// See what would hold under terms, without keeping anything.
#[utoipa::path(post, path = "/api/agreement-preview", operation_id = "preview_agreement", tag = "agreements",
    request_body = PreviewTerms, responses((status = 200, description = "What would hold", body = TermsPreview)))]
async fn preview(
    Caller(ctx): Caller,
    Json(given): Json<PreviewTerms>,
) -> Result<Reply<TermsPreview>> {
    Ok(Reply::ok(agreements::preview(&ctx, given).await?))
}

/// One agreement with the clauses in force.
#[utoipa::path(get, path = "/api/agreements/{id}", operation_id = "get_agreement", tag = "agreements",
    params(("id" = AgreementId, Path)), responses((status = 200, description = "The agreement", body = AgreementView)))]
async fn get(Caller(ctx): Caller, Path(id): Path<AgreementId>) -> Result<Reply<AgreementView>> {
    Ok(reply(agreements::get(&ctx, id).await?))
}

/// Write what an agreement says.
#[utoipa::path(put, path = "/api/agreements/{id}", operation_id = "change_agreement", tag = "agreements",
    params(("id" = AgreementId, Path), IfMatch), request_body = AgreementFields,
    responses((status = 200, description = "Changed", body = AgreementView)))]
async fn change(
    Writer(ctx): Writer,
    Path(id): Path<AgreementId>,
    Version(version): Version,
    Json(given): Json<AgreementFields>,
) -> Result<Reply<AgreementView>> {
    Ok(reply(agreements::change(&ctx, id, version, given).await?))
}

/// Renew an agreement from the day after it ends.
#[utoipa::path(post, path = "/api/agreements/{id}/renew", operation_id = "renew_agreement", tag = "agreements",
    params(("id" = AgreementId, Path), IfMatch), request_body = RenewAgreement,
    responses((status = 201, description = "The renewal", body = AgreementView)))]
async fn renew(
    Creator(ctx): Creator,
    Path(id): Path<AgreementId>,
    Version(version): Version,
    Json(given): Json<RenewAgreement>,
) -> Result<Reply<AgreementView>> {
    Ok(created(agreements::renew(&ctx, id, version, given).await?))
}

/// End an agreement early.
#[utoipa::path(post, path = "/api/agreements/{id}/end", operation_id = "end_agreement", tag = "agreements",
    params(("id" = AgreementId, Path), IfMatch), request_body = EndAgreement,
    responses((status = 200, description = "Ended", body = AgreementView)))]
async fn end(
    Writer(ctx): Writer,
    Path(id): Path<AgreementId>,
    Version(version): Version,
    Json(given): Json<EndAgreement>,
) -> Result<Reply<AgreementView>> {
    Ok(reply(agreements::end(&ctx, id, version, given).await?))
}

/// What happened to an agreement, the last first.
#[utoipa::path(get, path = "/api/agreements/{id}/history", operation_id = "agreement_history", tag = "agreements",
    params(("id" = AgreementId, Path)), responses((status = 200, description = "What happened", body = AgreementHistory)))]
async fn history(
    Caller(ctx): Caller,
    Path(id): Path<AgreementId>,
) -> Result<Reply<AgreementHistory>> {
    Ok(Reply::ok(agreements::history(&ctx, id).await?))
}
