//! The audit log.

use app::Page;
use app::audit::{self, AuditVerdict, AuditView, ListAudit};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::Query;
use crate::extract::Caller;
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(verify))
}

/// What happened, newest first.
#[utoipa::path(get, path = "/api/audit", operation_id = "list_audit", tag = "audit",
    params(ListAudit), responses((status = 200, description = "A page", body = Page<AuditView>)))]
async fn list(
    Caller(ctx): Caller,
    Query(asked): Query<ListAudit>,
) -> Result<Reply<Page<AuditView>>> {
    Ok(Reply::ok(audit::list(&ctx, asked).await?))
}

/// Recompute every hash of the log.
#[utoipa::path(get, path = "/api/audit/verdict", operation_id = "verify_audit", tag = "audit",
    responses((status = 200, description = "Whether the log is intact", body = AuditVerdict)))]
async fn verify(Caller(ctx): Caller) -> Result<Reply<AuditVerdict>> {
    Ok(Reply::ok(audit::verify(&ctx).await?))
}
