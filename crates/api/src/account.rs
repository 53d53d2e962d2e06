//! Signing in and out, and one's own account.

use app::Ctx;
use app::account::{
    self, ChangeLanguage, ChangePassword, KeepViews, ListName, Me, Peer, SavedViews, SessionView,
    SignIn,
};
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use domain::ids::SessionId;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Path};
use crate::document::IfMatch;
use crate::extract::{Attempt, Caller, Facts, Version, Writer};
use crate::problem::Result;
use crate::reply::Reply;
use crate::session_cookie;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(sign_in, sign_out))
        .routes(routes!(me))
        .routes(routes!(change_password))
        .routes(routes!(change_language))
        .routes(routes!(sessions))
        .routes(routes!(revoke_session))
        .routes(routes!(saved_views, keep_views))
}

/// Sign in. Sets the session cookie.
#[utoipa::path(post, path = "/api/session", operation_id = "sign_in", tag = "account",
    request_body = SignIn, responses((status = 200, description = "Signed in", body = Me)))]
async fn sign_in(
    State(api): State<Api>,
    Facts(facts): Facts,
    _: Attempt,
    Json(given): Json<SignIn>,
) -> Result<Response> {
    let now = api.app.now();
    api.shared
        .sign_in
        .attempt(&given.login.trim().to_lowercase(), now)?;
    let peer = Peer {
        address: facts.address.clone(),
        user_agent: facts.user_agent.clone(),
    };
    let signed_in = account::sign_in(&api.app, &facts.id, &peer, &given).await?;
    let (actor, language) = account::authenticate(&api.app, &signed_in.token).await?;
    facts.set_person_language(language);
    let ctx = Ctx {
        app: api.app.clone(),
        actor,
        language: facts.language(),
        request: facts.id.clone(),
        repeat: None,
    };
    let me = account::me(&ctx).await?;
    let seconds = signed_in.ends_at.duration_since(now).as_secs();
    let cookie = session_cookie::set(&signed_in.token, seconds, api.shared.config.https);
    Ok(([(SET_COOKIE, cookie)], Reply::ok(me)).into_response())
}

/// Sign out: ends the session and makes the browser forget it. Without a session there is nothing to do.
#[utoipa::path(delete, path = "/api/session", operation_id = "sign_out", tag = "account",
    responses((status = 204, description = "Signed out")))]
async fn sign_out(State(api): State<Api>, caller: Option<Caller>) -> Result<Response> {
    if let Some(Caller(ctx)) = caller {
        account::sign_out(&ctx).await?;
    }
    let cookie = session_cookie::clear(api.shared.config.https);
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, cookie)]).into_response())
}

/// Who am I and what may I do?
#[utoipa::path(get, path = "/api/me", operation_id = "me", tag = "account",
    responses((status = 200, description = "The signed-in person", body = Me)))]
async fn me(Caller(ctx): Caller) -> Result<Reply<Me>> {
    Ok(Reply::ok(account::me(&ctx).await?))
}

/// Change one's own password. Ends all other sessions.
#[utoipa::path(put, path = "/api/me/password", operation_id = "change_password", tag = "account",
    request_body = ChangePassword, responses((status = 204, description = "Changed")))]
async fn change_password(
    State(api): State<Api>,
    Writer(ctx): Writer,
    Json(given): Json<ChangePassword>,
) -> Result<StatusCode> {
    api.shared
        .sign_in
        .attempt(&ctx.actor.login.to_lowercase(), api.app.now())?;
    account::change_password(&ctx, &given).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Choose the language of the interface.
#[utoipa::path(put, path = "/api/me/language", operation_id = "change_language", tag = "account",
    request_body = ChangeLanguage, responses((status = 204, description = "Changed")))]
async fn change_language(
    Writer(ctx): Writer,
    Json(given): Json<ChangeLanguage>,
) -> Result<StatusCode> {
    account::change_language(&ctx, &given).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// One's own sessions.
#[derive(Debug, Serialize, ToSchema)]
struct Sessions {
    items: Vec<SessionView>,
}

/// Where am I signed in?
#[utoipa::path(get, path = "/api/me/sessions", operation_id = "my_sessions", tag = "account",
    responses((status = 200, description = "Newest first", body = Sessions)))]
async fn sessions(Caller(ctx): Caller) -> Result<Reply<Sessions>> {
    Ok(Reply::ok(Sessions {
        items: account::sessions(&ctx).await?,
    }))
}

/// End one of my sessions.
#[utoipa::path(delete, path = "/api/me/sessions/{id}", operation_id = "revoke_session", tag = "account",
    params(("id" = SessionId, Path)), responses((status = 204, description = "Ended")))]
async fn revoke_session(Writer(ctx): Writer, Path(id): Path<SessionId>) -> Result<StatusCode> {
    account::revoke_session(&ctx, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The filters I keep for a list.
#[utoipa::path(get, path = "/api/me/views/{list}", operation_id = "saved_views", tag = "account",
    params(("list" = inline(ListName), Path)), responses((status = 200, description = "My views", body = SavedViews)))]
async fn saved_views(Caller(ctx): Caller, Path(list): Path<ListName>) -> Result<Reply<SavedViews>> {
    let views = account::saved_views(&ctx, list).await?;
    let version = views.version;
    Ok(Reply::ok(views).version(version))
}

/// Keep filters for a list, in place of those kept so far.
#[utoipa::path(put, path = "/api/me/views/{list}", operation_id = "keep_views", tag = "account",
    params(("list" = inline(ListName), Path), IfMatch), request_body = KeepViews,
    responses((status = 200, description = "Kept", body = SavedViews)))]
async fn keep_views(
    Writer(ctx): Writer,
    Path(list): Path<ListName>,
    Version(version): Version,
    Json(given): Json<KeepViews>,
) -> Result<Reply<SavedViews>> {
    let views = account::keep_views(&ctx, list, version, given).await?;
    let version = views.version;
    Ok(Reply::ok(views).version(version))
}
