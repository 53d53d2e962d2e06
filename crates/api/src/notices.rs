//! One's own notices.

use app::notices::{self, ListNotices, Notices, ReadNotices};
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Query};
use crate::extract::{Caller, Writer};
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(mark_read))
}

/// My notices, newest first.
#[utoipa::path(get, path = "/api/notices", operation_id = "notices", tag = "notices",
    params(ListNotices), responses((status = 200, description = "A page", body = Notices)))]
async fn list(Caller(ctx): Caller, Query(asked): Query<ListNotices>) -> Result<Reply<Notices>> {
    Ok(Reply::ok(notices::list(&ctx, &asked).await?))
}

/// Mark notices as read; without ids all of mine.
#[utoipa::path(post, path = "/api/notices/read", operation_id = "read_notices", tag = "notices",
    request_body = ReadNotices, responses((status = 204, description = "Marked")))]
async fn mark_read(Writer(ctx): Writer, Json(given): Json<ReadNotices>) -> Result<StatusCode> {
    notices::mark_read(&ctx, &given).await?;
    Ok(StatusCode::NO_CONTENT)
}
