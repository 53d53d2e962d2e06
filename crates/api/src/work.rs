//! What the worker could not do by itself.

use app::work::{self, Retry, Trouble};
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::Json;
use crate::extract::{Caller, Writer};
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(trouble))
        .routes(routes!(retry))
}

/// Background tasks that were stopped and letters that were given up.
#[utoipa::path(get, path = "/api/work/trouble", operation_id = "work_trouble", tag = "work",
    responses((status = 200, description = "What needs a look", body = Trouble)))]
async fn trouble(Caller(ctx): Caller) -> Result<Reply<Trouble>> {
    Ok(Reply::ok(work::trouble(&ctx).await?))
}

/// Let a task or a letter be tried again.
#[utoipa::path(post, path = "/api/work/retry", operation_id = "retry_work", tag = "work",
    request_body = Retry, responses((status = 204, description = "It is tried again")))]
async fn retry(Writer(ctx): Writer, Json(given): Json<Retry>) -> Result<StatusCode> {
    work::retry(&ctx, &given).await?;
    Ok(StatusCode::NO_CONTENT)
}
