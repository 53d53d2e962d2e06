//! What surrounds every request, from outside in: compression, headers, facts and log, problems, limits, body.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use app::error::KEY_IN_USE;
use app::{Ctx, Error, Kind};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::body::{MAX_JSON, READ_WITHIN, too_large};
use crate::incoming::Sender;
use crate::problem::{self, Problem};
use crate::reply;
use crate::request::RequestFacts;
use crate::state::Api;

/// Hash over method, path and body of a request; a body that is a file is added when it has arrived.
#[derive(Debug, Clone)]
pub(crate) struct BodyHash(pub(crate) String);

/// Who asks with a key, noted once it is known, so that the answer of a faster twin can be looked up.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asking(Arc<Mutex<Option<Ctx>>>);

impl Asking {
    pub(crate) fn note(&self, ctx: &Ctx) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(ctx.clone());
    }

    /// A request that lost the race against its twin gets the twin's answer.
    async fn settle(&self, response: Response) -> Response {
        let lost = response
            .extensions()
            .get::<Problem>()
            .is_some_and(|problem| problem.0.is(KEY_IN_USE));
        let asked = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        match asked {
            Some(ctx) if lost => match app::repeat::of_twin(&ctx).await {
                Ok(Some(answer)) => reply::again(answer.status, answer.body),
                Ok(None) => response,
                Err(error) => Problem(error).into_response(),
            },
            _ => response,
        }
    }
}

/// One hash over the hash of a request and that of a file it carried.
pub(crate) fn joined(request_hash: &str, content_hash: &str) -> String {
    domain::hex(&Sha256::digest(format!("{request_hash}\n{content_hash}")))
}

/// Wraps endpoints in what bounds how many of them are served at once.
pub(crate) fn bounded(router: Router<Api>, api: &Api) -> Router<Api> {
    router
        .layer(from_fn_with_state(api.clone(), buffer))
        .layer(from_fn_with_state(api.clone(), admit))
}

/// Wraps the router in everything else a request passes before its handler.
pub(crate) fn around(router: Router<Api>, api: Api) -> Router<Api> {
    router
        .layer(CatchPanicLayer::custom(|_| {
            Problem(Error::internal("a handler panicked")).into_response()
        }))
        .layer(from_fn_with_state(api.clone(), observe))
        .layer(from_fn_with_state(api, secure))
        .layer(CompressionLayer::new().gzip(true))
        .layer(DefaultBodyLimit::max(MAX_JSON))
}

pub(crate) async fn method_not_allowed() -> Problem {
    Error::new(Kind::NotAllowed, app::error::NOT_ALLOWED).into()
}

/// Notes the facts, gives problems their body, and logs.
async fn observe(State(api): State<Api>, mut request: Request, next: Next) -> Response {
    let facts = RequestFacts::of(&request, &api);
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    request.extensions_mut().insert(facts.clone());
    let begun = Instant::now();
    let response = next.run(request).await;
    let mut response = problem::render(response, &facts.id, facts.language());
    let id = HeaderValue::try_from(&facts.id).expect("hexadecimal digits are a valid header");
    response.headers_mut().insert("x-request-id", id);
    tracing::info!(
        request = facts.id, %method, path, status = response.status().as_u16(),
        millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX), "served"
    );
    response
}

/// Refuses more requests at once than can be served well.
async fn admit(State(api): State<Api>, mut request: Request, next: Next) -> Response {
    let seat = match api.shared.seats.take() {
        Ok(seat) => seat,
        Err(busy) => return busy.into_response(),
    };
    request.extensions_mut().insert(seat.clone());
    let response = next.run(request).await;
    seat.leave();
    response
}

/// Reads JSON bodies whole, so that a repeated request can be recognised before its handler runs.
async fn buffer(State(api): State<Api>, request: Request, next: Next) -> Response {
    let is_json = request
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| crate::body::is_json(kind.as_bytes()));
    let has_key = request.headers().contains_key("idempotency-key");
    if !has_key || matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let mut hash = Sha256::new();
    hash.update(parts.method.as_str());
    hash.update([0]);
    hash.update(parts.uri.path_and_query().map_or("", |path| path.as_str()));
    hash.update([0]);
    let body = if is_json {
        let sender = match Sender::of(&parts.extensions, &api) {
            Ok(sender) => sender,
            Err(busy) => return busy.into_response(),
        };
        let read = tokio::time::timeout(READ_WITHIN, to_bytes(body, MAX_JSON));
        match sender.awaited(read).await {
            Err(busy) => return busy.into_response(),
            Ok(Ok(Ok(bytes))) => {
                hash.update(&bytes);
                Body::from(bytes)
            }
            Ok(_) => return too_large().into_response(),
        }
    } else {
        body
    };
    let digest = hash.finalize();
    let asking = Asking::default();
    parts.extensions.insert(BodyHash(domain::hex(&digest)));
    parts.extensions.insert(asking.clone());
    let response = next.run(Request::from_parts(parts, body)).await;
    asking.settle(response).await
}

/// Headers that keep a browser from doing what no page of ours asks it to do.
async fn secure(State(api): State<Api>, request: Request, next: Next) -> Response {
    /// Styles may be inline because the component library writes them at run time; scripts may not.
    const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
        img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; object-src 'none'; \
        base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: &'static str, value: &'static str| {
        headers
            .entry(HeaderName::from_static(name))
            .or_insert(HeaderValue::from_static(value));
    };
    set("content-security-policy", POLICY);
    set("x-content-type-options", "nosniff");
    set("x-frame-options", "DENY");
    set("referrer-policy", "same-origin");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set(
        "permissions-policy",
        "camera=(self), geolocation=(self), microphone=()",
    );
    if api.shared.config.https {
        set("strict-transport-security", "max-age=31536000");
    }
    response
}
