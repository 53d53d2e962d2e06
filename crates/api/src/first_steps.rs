//! What a new installation still lacks.

use app::first_steps::{self, FirstSteps};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::extract::Caller;
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(get))
}

/// The way from an empty installation to the first kept promise, and whether due work is being done.
#[utoipa::path(get, path = "/api/first-steps", operation_id = "first_steps", tag = "settings",
    responses((status = 200, description = "The steps in their order", body = FirstSteps)))]
async fn get(Caller(ctx): Caller) -> Result<Reply<FirstSteps>> {
    Ok(Reply::ok(first_steps::get(&ctx).await?))
}
