//! The promise ledger.

use app::Page;
use app::ledger::{self, AskLedger, LedgerRowView, LedgerView};
use axum::response::Response;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::Query;
use crate::extract::Caller;
use crate::problem::Result;
use crate::reply::Reply;
use crate::sheets::{XLSX, download};
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(count))
        .routes(routes!(rows))
        .routes(routes!(export))
}

/// The promises of a period, counted by outcome and group.
#[utoipa::path(get, path = "/api/ledger", operation_id = "ledger", tag = "ledger",
    params(AskLedger), responses((status = 200, description = "The ledger", body = LedgerView)))]
async fn count(Caller(ctx): Caller, Query(ask): Query<AskLedger>) -> Result<Reply<LedgerView>> {
    Ok(Reply::ok(ledger::ledger(&ctx, &ask).await?))
}

/// The promises of a period one by one, newest first.
#[utoipa::path(get, path = "/api/ledger/rows", operation_id = "ledger_rows", tag = "ledger",
    params(AskLedger), responses((status = 200, description = "A page", body = Page<LedgerRowView>)))]
async fn rows(
    Caller(ctx): Caller,
    Query(ask): Query<AskLedger>,
) -> Result<Reply<Page<LedgerRowView>>> {
    Ok(Reply::ok(ledger::rows(&ctx, &ask).await?))
}

/// The promises of a period as a workbook.
#[utoipa::path(get, path = "/api/ledger/export", operation_id = "export_ledger", tag = "ledger",
    params(AskLedger), responses((status = 200, description = "The workbook", content_type = XLSX, body = Vec<u8>)))]
async fn export(Caller(ctx): Caller, Query(ask): Query<AskLedger>) -> Result<Response> {
    Ok(download(ledger::export(&ctx, &ask).await?))
}
