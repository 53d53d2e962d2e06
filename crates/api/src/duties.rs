//! Recurring duties of agreements.

use app::duties::{self, DutyList, DutyName, ExplainedDuty};
use domain::duty::DutyCommand;
use domain::ids::{AgreementId, UnitId};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Path, Query};
use crate::document::IdempotencyKey;
use crate::extract::{Caller, Creator};
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(of_agreement, record))
        .routes(routes!(of_unit))
        .routes(routes!(explain))
}

/// What is owed again and again under an agreement: occurrences by due time, up to three months ahead.
#[utoipa::path(get, path = "/api/agreements/{id}/duties", operation_id = "list_agreement_duties", tag = "duties",
    params(("id" = AgreementId, Path)), responses((status = 200, description = "The occurrences", body = DutyList)))]
async fn of_agreement(Caller(ctx): Caller, Path(id): Path<AgreementId>) -> Result<Reply<DutyList>> {
    Ok(Reply::ok(duties::of_agreement(&ctx, id).await?))
}

/// Note that an occurrence was done or partly done, excuse one that was missed, or withdraw an entry.
#[utoipa::path(post, path = "/api/agreements/{id}/duties", operation_id = "record_duty", tag = "duties",
    params(("id" = AgreementId, Path), IdempotencyKey), request_body = DutyCommand,
    responses((status = 201, description = "Noted", body = DutyList)))]
async fn record(
    Creator(ctx): Creator,
    Path(id): Path<AgreementId>,
    Json(given): Json<DutyCommand>,
) -> Result<Reply<DutyList>> {
    Ok(Reply::created(duties::record(&ctx, id, given).await?))
}

/// What is owed again and again under the agreements of a unit.
#[utoipa::path(get, path = "/api/units/{id}/duties", operation_id = "list_unit_duties", tag = "duties",
    params(("id" = UnitId, Path)), responses((status = 200, description = "The occurrences", body = DutyList)))]
async fn of_unit(Caller(ctx): Caller, Path(id): Path<UnitId>) -> Result<Reply<DutyList>> {
    Ok(Reply::ok(duties::of_unit(&ctx, id).await?))
}

/// Why an occurrence falls on its day and when its window closes.
#[utoipa::path(get, path = "/api/agreements/{id}/duties/explanation", operation_id = "explain_duty", tag = "duties",
    params(("id" = AgreementId, Path), DutyName),
    responses((status = 200, description = "The arithmetic", body = ExplainedDuty)))]
async fn explain(
    Caller(ctx): Caller,
    Path(id): Path<AgreementId>,
    Query(named): Query<DutyName>,
) -> Result<Reply<ExplainedDuty>> {
    Ok(Reply::ok(duties::explain(&ctx, id, &named).await?))
}
