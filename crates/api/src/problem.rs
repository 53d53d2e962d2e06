//! The one map from errors to HTTP: problem documents by RFC 9457, in the caller's language.

use app::{Error, Kind, Language};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// What a handler fails with. It becomes a document where the language is known, in [`render`].
#[derive(Debug, Clone)]
pub(crate) struct Problem(pub(crate) Error);

pub(crate) type Result<T, E = Problem> = std::result::Result<T, E>;

/// A problem document (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemDocument {
    /// Stable; never resolves to a page.
    #[serde(rename = "type")]
    #[schema(example = "urn:jiannuo:problem:stale")]
    kind: String,
    /// What is wrong and what to do, in the caller's language.
    title: String,
    status: u16,
    /// Number of the request, for the administrator.
    instance: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<FieldProblem>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    clauses: Vec<ClauseProblem>,
    /// What is there already and stands in the way.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    existing: Vec<ExistingProblem>,
}

/// What is wrong with one field.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FieldProblem)]
pub(crate) struct FieldProblem {
    /// JSON pointer (RFC 6901) into the body; a query parameter is named after `?`.
    pointer: String,
    /// Stable word for the rule.
    code: &'static str,
    message: String,
}

/// A clause the refusal rests on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClauseRef)]
pub(crate) struct ClauseProblem {
    id: String,
    heading: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<String>,
}

/// Something that is there already.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExistingRef)]
pub(crate) struct ExistingProblem {
    /// What it is, as search names it.
    kind: &'static str,
    id: String,
    title: String,
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = status(&self.0).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Gives a response that carries a problem its body, and writes the detail to the log.
pub(crate) fn render(mut response: Response, request: &str, language: Language) -> Response {
    let Some(Problem(error)) = response.extensions_mut().remove::<Problem>() else {
        return response;
    };
    if matches!(error.kind, Kind::Internal) {
        tracing::error!(
            request,
            code = error.text.message.code,
            detail = error.detail,
            "request failed"
        );
    } else if let Some(detail) = &error.detail {
        tracing::debug!(
            request,
            code = error.text.message.code,
            detail,
            "request refused"
        );
    }
    let body = serde_json::to_vec(&document(&error, request, language)).unwrap_or_default();
    let mut rendered = (status(&error), body).into_response();
    let headers = rendered.headers_mut();
    headers.extend(std::mem::take(response.headers_mut()));
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Kind::TooOften(wait) = error.kind {
        headers.insert(
            RETRY_AFTER,
            HeaderValue::from(wait.as_secs().max(1).unsigned_abs()),
        );
    }
    rendered
}

fn document(error: &Error, request: &str, language: Language) -> ProblemDocument {
    let fields = error.fields.iter().map(|field| FieldProblem {
        pointer: field.pointer.clone(),
        code: field.text.message.code,
        message: field.text.say(language),
    });
    let clauses = error.because.iter().map(|clause| ClauseProblem {
        id: clause.id.clone(),
        heading: clause.heading.clone(),
        sentence: clause.sentence.clone(),
    });
    let existing = error.existing.iter().map(|there| ExistingProblem {
        kind: there.kind,
        id: there.id.clone(),
        title: there.title.clone(),
    });
    ProblemDocument {
        kind: format!("urn:jiannuo:problem:{}", error.text.message.code),
        title: error.text.say(language),
        status: status(error).as_u16(),
        instance: format!("urn:jiannuo:request:{request}"),
        errors: fields.collect(),
        clauses: clauses.collect(),
        existing: existing.collect(),
    }
}

fn status(error: &Error) -> StatusCode {
    match error.kind {
        Kind::Malformed => StatusCode::BAD_REQUEST,
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::SignedOut => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Refused => StatusCode::CONFLICT,
        Kind::Stale => StatusCode::PRECONDITION_FAILED,
        Kind::VersionMissing => StatusCode::PRECONDITION_REQUIRED,
        Kind::NotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Kind::NotUnderstood => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
