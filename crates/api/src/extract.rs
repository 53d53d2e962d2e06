//! Who asks, and under which conditions.

use app::error::{KEY_MISSING, KEY_REUSED, NO_CSRF_HEADER, VERSION_MISSING};
use app::{Ctx, Error, Kind, Repeat};
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::header::{AUTHORIZATION, IF_MATCH};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::layers::{self, Asking, BodyHash};
use crate::problem::Problem;
use crate::reply;
use crate::request::RequestFacts;
use crate::session_cookie;
use crate::state::Api;

/// Browsers send this header only from our own pages: other sites would need permission they do not get.
const CSRF_HEADER: &str = "x-jiannuo";
const KEY_HEADER: &str = "idempotency-key";
const MAX_KEY: usize = 128;

/// The context of a signed-in caller who reads.
#[derive(Debug)]
pub(crate) struct Caller(pub(crate) Ctx);

/// The context of a signed-in caller who changes something. A repeated request with the same `Idempotency-Key` gets
/// the first answer again and the handler does not run.
#[derive(Debug)]
pub(crate) struct Writer(pub(crate) Ctx);

/// Like [`Writer`], for what creates: the key is required.
#[derive(Debug)]
pub(crate) struct Creator(pub(crate) Ctx);

/// Like [`Writer`], for a body that is a file and creates something: whether the request is a repeat is known only once
/// the file is here. The handler asks [`FileWriter::repeated`] before it keeps anything.
#[derive(Debug)]
pub(crate) struct FileWriter(pub(crate) Ctx, Option<Asking>);

/// The version of the thing to change, from `If-Match`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Version(pub(crate) i64);

/// The secret of the session behind the request.
#[derive(Debug, Clone)]
pub(crate) struct Token(pub(crate) String);

/// What is known about a request of anybody.
#[derive(Debug, Clone)]
pub(crate) struct Facts(pub(crate) RequestFacts);

impl FromRequestParts<Api> for Facts {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Api) -> Result<Self, Problem> {
        facts(parts).map(Self)
    }
}

/// An attempt on a route that anybody may ask, counted by the address before anything else of the request is looked at.
#[derive(Debug)]
pub(crate) struct Attempt;

impl FromRequestParts<Api> for Attempt {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let address = facts(parts)?.address;
        api.shared.public.attempt(&address, api.app.now())?;
        Ok(Self)
    }
}

impl FromRequestParts<Api> for Token {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let cookie = session_cookie::token(&parts.headers, api.shared.config.https);
        cookie
            .or_else(|| bearer(&parts.headers))
            .map(Self)
            .ok_or_else(|| Error::signed_out().into())
    }
}

impl FromRequestParts<Api> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let Token(token) = <Token as FromRequestParts<Api>>::from_request_parts(parts, api).await?;
        let (actor, language) = app::account::authenticate(&api.app, &token).await?;
        let facts = facts(parts)?;
        facts.set_person_language(language);
        let language = facts.language();
        Ok(Self(Ctx {
            app: api.app.clone(),
            actor,
            language,
            request: facts.id.clone(),
            repeat: None,
        }))
    }
}

impl OptionalFromRequestParts<Api> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Option<Self>, Problem> {
        match <Self as FromRequestParts<Api>>::from_request_parts(parts, api).await {
            Ok(caller) => Ok(Some(caller)),
            Err(Problem(Error {
                kind: Kind::SignedOut,
                ..
            })) => Ok(None),
            Err(problem) => Err(problem),
        }
    }
}

impl FromRequestParts<Api> for Writer {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Response> {
        let ctx = writer(parts, api, StatusCode::OK).await?;
        Ok(Self(ctx))
    }
}

impl FromRequestParts<Api> for Creator {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Response> {
        let ctx = writer(parts, api, StatusCode::CREATED).await?;
        if ctx.repeat.is_none() {
            return Err(Problem(Error::new(Kind::Malformed, KEY_MISSING)).into_response());
        }
        Ok(Self(ctx))
    }
}

impl FromRequestParts<Api> for FileWriter {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let ctx = changing(parts, api, StatusCode::CREATED).await?;
        Ok(Self(ctx, parts.extensions.get::<Asking>().cloned()))
    }
}

impl FileWriter {
    /// The answer that the same file got under the same key, if any. A key that came with another file is refused.
    /// The first answer is remembered with `status`.
    pub(crate) async fn repeated(
        &mut self,
        content_hash: &str,
        status: StatusCode,
    ) -> Result<Option<Response>, Problem> {
        let Some(repeat) = &mut self.0.repeat else {
            return Ok(None);
        };
        repeat.status = status.as_u16();
        repeat.request_hash = layers::joined(&repeat.request_hash, content_hash);
        if let Some(asking) = &self.1 {
            asking.note(&self.0);
        }
        let known = app::repeat::known(&self.0).await?;
        Ok(known.map(|answer| reply::again(answer.status, answer.body)))
    }
}

impl FromRequestParts<Api> for Version {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Api) -> Result<Self, Problem> {
        let Some(given) = parts.headers.get(IF_MATCH) else {
            return Err(Error::new(Kind::VersionMissing, VERSION_MISSING).into());
        };
        // What is no version of ours is the version of nothing: stale.
        let given = given.to_str().unwrap_or_default().trim();
        let number = given
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .unwrap_or(given);
        number.parse().map(Self).map_err(|_| Error::stale().into())
    }
}

async fn writer(parts: &mut Parts, api: &Api, status: StatusCode) -> Result<Ctx, Response> {
    let ctx = changing(parts, api, status)
        .await
        .map_err(IntoResponse::into_response)?;
    match app::repeat::known(&ctx).await {
        Ok(None) => Ok(ctx),
        Ok(Some(answer)) => Err(reply::again(answer.status, answer.body)),
        Err(error) => Err(Problem(error).into_response()),
    }
}

/// The context of a caller who may change something, with the key that the request came with.
async fn changing(parts: &mut Parts, api: &Api, status: StatusCode) -> Result<Ctx, Problem> {
    let Caller(mut ctx) = <Caller as FromRequestParts<Api>>::from_request_parts(parts, api).await?;
    check_origin(&parts.headers)?;
    app::account::check_reach(&ctx)?;
    ctx.repeat = repeat(parts, status)?;
    if let Some(asking) = parts.extensions.get::<Asking>() {
        asking.note(&ctx);
    }
    Ok(ctx)
}

/// A request that carries no cookie cannot be another site's doing.
fn check_origin(headers: &HeaderMap) -> Result<(), Problem> {
    if bearer(headers).is_some() || headers.contains_key(CSRF_HEADER) {
        Ok(())
    } else {
        Err(Error::new(Kind::Forbidden, NO_CSRF_HEADER).into())
    }
}

fn repeat(parts: &Parts, status: StatusCode) -> Result<Option<Repeat>, Problem> {
    let Some(key) = parts.headers.get(KEY_HEADER) else {
        return Ok(None);
    };
    let key = key.to_str().unwrap_or_default();
    if key.is_empty() || key.len() > MAX_KEY {
        return Err(Error::new(Kind::Malformed, KEY_MISSING).into());
    }
    let Some(BodyHash(request_hash)) = parts.extensions.get::<BodyHash>().cloned() else {
        return Err(Error::refused(KEY_REUSED).into());
    };
    Ok(Some(Repeat {
        key: key.to_owned(),
        request_hash,
        status: status.as_u16(),
    }))
}

fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| token.trim().to_owned())
}

fn facts(parts: &Parts) -> Result<RequestFacts, Problem> {
    let facts = parts.extensions.get::<RequestFacts>().cloned();
    facts.ok_or_else(|| Error::internal("the layer of request facts is missing").into())
}
