//! What anybody may know before signing in.

use app::warranty::{self, PublicCard};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::Path;
use crate::config::DemoSignIn;
use crate::extract::{Attempt, Facts};
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(info))
        .routes(routes!(unit))
}

/// The installation, as the sign-in page shows it.
#[derive(Debug, Serialize, ToSchema)]
struct PublicInfo {
    name: &'static str,
    /// Empty until it was set.
    company: String,
    version: &'static str,
    /// IANA zone in which times are shown.
    zone: String,
    demo: bool,
    demo_accounts: Vec<DemoSignIn>,
    /// Whether the first steps are still to be made.
    needs_setup: bool,
}

/// What is this installation?
#[utoipa::path(get, path = "/api/public/info", operation_id = "public_info", tag = "public",
    responses((status = 200, description = "The installation", body = PublicInfo)))]
async fn info(State(api): State<Api>, _: Attempt) -> Result<Reply<PublicInfo>> {
    let (company, zone) = app::settings::public(&api.app).await?;
    Ok(Reply::ok(PublicInfo {
        name: "Jiannuo",
        needs_setup: company.is_empty(),
        company,
        zone,
        version: env!("CARGO_PKG_VERSION"),
        demo: !api.shared.config.demo.is_empty(),
        demo_accounts: api.shared.config.demo.clone(),
    }))
}

/// The warranty card behind the code on a unit. It names no person.
#[utoipa::path(get, path = "/api/public/codes/{code}", operation_id = "public_unit", tag = "public",
    params(("code" = String, Path, description = "What the code on the unit holds")),
    responses((status = 200, description = "The card", body = PublicCard)))]
async fn unit(
    State(api): State<Api>,
    Facts(facts): Facts,
    _: Attempt,
    Path(code): Path<String>,
) -> Result<Reply<PublicCard>> {
    let card = warranty::public_card(&api.app, &code, facts.language()).await?;
    Ok(Reply::ok(card))
}
