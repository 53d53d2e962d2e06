//! The company's settings.

use app::settings::{self, ChangeSettings, SettingsView};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::Json;
use crate::document::IfMatch;
use crate::extract::{Caller, Version, Writer};
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(get, change))
}

fn reply(settings: SettingsView) -> Reply<SettingsView> {
    let version = settings.version;
    Reply::ok(settings).version(version)
}

/// The settings, without secrets.
#[utoipa::path(get, path = "/api/settings", operation_id = "get_settings", tag = "settings",
    responses((status = 200, description = "The settings", body = SettingsView)))]
async fn get(Caller(ctx): Caller) -> Result<Reply<SettingsView>> {
    Ok(reply(settings::get(&ctx).await?))
}

/// Replace the settings.
#[utoipa::path(put, path = "/api/settings", operation_id = "change_settings", tag = "settings",
    params(IfMatch), request_body = ChangeSettings, responses((status = 200, description = "Changed", body = SettingsView)))]
async fn change(
    Writer(ctx): Writer,
    Version(version): Version,
    Json(given): Json<ChangeSettings>,
) -> Result<Reply<SettingsView>> {
    Ok(reply(settings::change(&ctx, version, given).await?))
}
