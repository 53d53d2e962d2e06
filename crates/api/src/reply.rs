//! Answers that succeed.

use app::plans::Printed;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// A JSON answer, with the version as its ETag where the thing has one.
#[derive(Debug)]
pub(crate) struct Reply<T> {
    status: StatusCode,
    version: Option<i64>,
    body: T,
}

impl<T> Reply<T> {
    pub(crate) fn ok(body: T) -> Self {
        Self {
            status: StatusCode::OK,
            version: None,
            body,
        }
    }

    pub(crate) fn created(body: T) -> Self {
        Self {
            status: StatusCode::CREATED,
            version: None,
            body,
        }
    }

    /// Adds the ETag that `If-Match` later asks for.
    #[must_use]
    pub(crate) fn version(mut self, version: i64) -> Self {
        self.version = Some(version);
        self
    }
}

impl<T: Serialize> IntoResponse for Reply<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.body) {
            Ok(body) => json(self.status, self.version, body),
            Err(error) => crate::problem::Problem(app::Error::internal(error)).into_response(),
        }
    }
}

/// A document to keep; its name may be Chinese, so it is given as RFC 5987 says.
pub(crate) fn download(document: Printed) -> Response {
    let name: String = document
        .name
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect();
    let named = HeaderValue::try_from(format!("attachment; filename*=UTF-8''{name}"))
        .expect("escaped bytes are a valid header");
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(document.media_type)),
        (CONTENT_DISPOSITION, named),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, document.bytes).into_response()
}

/// Gives the first answer of a repeated request once more.
pub(crate) fn again(status: u16, body: String) -> Response {
    if body == "null" {
        return StatusCode::NO_CONTENT.into_response();
    }
    let version = serde_json::from_str::<serde_json::Value>(&body)
        .ok()
        .and_then(|body| body.get("version")?.as_i64());
    json(
        StatusCode::from_u16(status).unwrap_or(StatusCode::OK),
        version,
        body.into_bytes(),
    )
}

fn json(status: StatusCode, version: Option<i64>, body: Vec<u8>) -> Response {
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(version) = version {
        let etag = HeaderValue::try_from(format!("\"{version}\""))
            .expect("a number in quotes is a valid header");
        headers.insert(ETAG, etag);
    }
    response
}
