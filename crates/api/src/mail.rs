//! What one wants by mail.

use app::mail::{self, ChangeMailChoice, MailChoiceView};
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

fn reply(choice: MailChoiceView) -> Reply<MailChoiceView> {
    let version = choice.version;
    Reply::ok(choice).version(version)
}

/// Whether my notices come by mail, and when not.
#[utoipa::path(get, path = "/api/me/mail", operation_id = "mail_choice", tag = "account",
    responses((status = 200, description = "My choice", body = MailChoiceView)))]
async fn get(Caller(ctx): Caller) -> Result<Reply<MailChoiceView>> {
    Ok(reply(mail::choice(&ctx).await?))
}

/// Choose whether my notices come by mail, and when not.
#[utoipa::path(put, path = "/api/me/mail", operation_id = "choose_mail", tag = "account", params(IfMatch),
    request_body = ChangeMailChoice, responses((status = 200, description = "Chosen", body = MailChoiceView)))]
async fn change(
    Writer(ctx): Writer,
    Version(version): Version,
    Json(given): Json<ChangeMailChoice>,
) -> Result<Reply<MailChoiceView>> {
    Ok(reply(mail::choose(&ctx, version, given).await?))
}
