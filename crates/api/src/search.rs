//! One search over everything.

use app::search::{self, Search, SearchHits};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::Query;
use crate::extract::Caller;
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(find))
}

/// Find by any part of a name, number, telephone or serial number.
#[utoipa::path(get, path = "/api/search", operation_id = "search", tag = "search",
    params(Search), responses((status = 200, description = "The latest first", body = SearchHits)))]
async fn find(Caller(ctx): Caller, Query(asked): Query<Search>) -> Result<Reply<SearchHits>> {
    Ok(Reply::ok(search::search(&ctx, &asked).await?))
}
