//! Personal tokens for programs.

use app::Ctx;
use app::account::{self, ApiTokenView, CreateApiToken, CreatedApiToken};
use axum::http::StatusCode;
use domain::ids::ApiTokenId;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Path};
use crate::extract::{Caller, Writer};
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(revoke))
}

/// One's own tokens.
#[derive(Debug, Serialize, ToSchema)]
struct ApiTokens {
    items: Vec<ApiTokenView>,
}

/// My tokens for programs, newest first.
#[utoipa::path(get, path = "/api/me/tokens", operation_id = "my_tokens", tag = "account",
    responses((status = 200, description = "The tokens, without their secrets", body = ApiTokens)))]
async fn list(Caller(ctx): Caller) -> Result<Reply<ApiTokens>> {
    Ok(Reply::ok(ApiTokens {
        items: account::api_tokens(&ctx).await?,
    }))
}

/// Create a token. Its secret is shown in this answer and nowhere else, so that the answer is not kept for repetition.
#[utoipa::path(post, path = "/api/me/tokens", operation_id = "create_token", tag = "account",
    request_body = CreateApiToken, responses((status = 201, description = "Created", body = CreatedApiToken)))]
async fn create(
    Writer(ctx): Writer,
    Json(given): Json<CreateApiToken>,
) -> Result<Reply<CreatedApiToken>> {
    let ctx = Ctx {
        repeat: None,
        ..ctx
    };
    Ok(Reply::created(
        account::create_api_token(&ctx, given).await?,
    ))
}

/// Revoke one of my tokens at once.
#[utoipa::path(delete, path = "/api/me/tokens/{id}", operation_id = "revoke_token", tag = "account",
    params(("id" = ApiTokenId, Path)), responses((status = 204, description = "Revoked")))]
async fn revoke(Writer(ctx): Writer, Path(id): Path<ApiTokenId>) -> Result<StatusCode> {
    account::revoke_api_token(&ctx, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
