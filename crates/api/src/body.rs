//! Reading what the caller sent, strictly: unknown fields, wrong types and wrong ids are told with their place.

use std::time::Duration;

use app::check::CONTROL;
use app::error::{MALFORMED, MEDIA_TYPE, TOO_LARGE};
use app::{Error, Kind, Text, shape};
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::incoming::Sender;
use crate::problem::Problem;
use crate::state::Api;

/// Most bytes of a JSON body.
pub(crate) const MAX_JSON: usize = 1024 * 1024;
/// How long a JSON body may take to arrive.
pub(crate) const READ_WITHIN: Duration = Duration::from_secs(30);

/// A JSON body.
#[derive(Debug)]
pub(crate) struct Json<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<Api> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, api: &Api) -> Result<Self, Problem> {
        let kind = request.headers().get(CONTENT_TYPE);
        if !kind.is_some_and(|kind| is_json(kind.as_bytes())) {
            return Err(Error::new(Kind::NotUnderstood, MEDIA_TYPE).into());
        }
        let sender = Sender::of(request.extensions(), api)?;
        let read = tokio::time::timeout(READ_WITHIN, Bytes::from_request(request, api));
        let bytes = sender
            .awaited(read)
            .await?
            .map_err(|_| malformed(LATE))?
            .map_err(|rejection| unreadable(&rejection))?;
        parse(&bytes).map(Self).map_err(Problem)
    }
}

/// Whether a content type is JSON, however it is written and whatever follows it.
pub(crate) fn is_json(kind: &[u8]) -> bool {
    let kind = kind.split(|byte| *byte == b';').next().unwrap_or_default();
    kind.trim_ascii().eq_ignore_ascii_case(b"application/json")
}

/// Path parameters. One that cannot be an id names nothing that exists.
#[derive(Debug)]
pub(crate) struct Path<T>(pub(crate) T);

impl<T: DeserializeOwned + Send> FromRequestParts<Api> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        match axum::extract::Path::from_request_parts(parts, api).await {
            Ok(axum::extract::Path(value)) => Ok(Self(value)),
            Err(_) => Err(Error::not_found().into()),
        }
    }
}

/// Query parameters; unknown ones are refused.
#[derive(Debug)]
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<Api> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Api) -> Result<Self, Problem> {
        match axum::extract::Query::try_from_uri(&parts.uri) {
            Ok(axum::extract::Query(value)) => match nul_in_query(parts.uri.query()) {
                None => Ok(Self(value)),
                Some(name) => Err(Error::field(format!("?{name}"), CONTROL).into()),
            },
            Err(rejection) => {
                let why = rejection.body_text();
                let why = why.rsplit("query string: ").next().unwrap_or_default();
                // A parameter that is missing, unknown or there twice is named between the marks.
                let marked = why.split('`').nth(1).unwrap_or_default();
                let (name, why) = why.split_once(": ").unwrap_or((marked, why));
                Err(Error::field(format!("?{name}"), shape::told(why)).into())
            }
        }
    }
}

/// The name of the parameter with the character NUL, which no database can look for.
fn nul_in_query(query: Option<&str>) -> Option<&str> {
    let mut pairs = query?
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.find_map(|(name, value)| value.contains("%00").then_some(name))
}

pub(crate) fn unreadable(rejection: &BytesRejection) -> Problem {
    match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => too_large(),
        _ => malformed(CUT_OFF),
    }
}

pub(crate) fn too_large() -> Problem {
    Error::new(Kind::TooLarge, Text::from(TOO_LARGE).with("limit", "1 MiB")).into()
}

fn malformed((zh, en): (&str, &str)) -> Problem {
    let text = Text::from(MALFORMED).with_words("why", zh, en);
    Error::new(Kind::Malformed, text).into()
}

const NOT_UTF8: (&str, &str) = ("内容不是 UTF-8 编码。", "it is not UTF-8.");
const LATE: (&str, &str) = ("内容没有及时到达。", "it did not arrive in time.");
const CUT_OFF: (&str, &str) = ("内容不完整。", "it was cut off.");

/// Where a text stops being JSON.
fn no_json(error: &serde_json::Error) -> Error {
    let (line, column) = (error.line(), error.column());
    let zh = format!("第 {line} 行第 {column} 列起不是有效的 JSON。");
    let en = format!("it is no JSON from line {line}, column {column} on.");
    malformed((&zh, &en)).0
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| malformed(NOT_UTF8).0)?;
    // A list would be read as the fields in order: nobody means that.
    if text.trim_start().starts_with('[') {
        return Err(Error::field(
            "",
            shape::told("invalid type: sequence, expected an object"),
        ));
    }
    if let Some(place) = unstorable(text) {
        return Err(Error::field(place, CONTROL));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let value: T = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let pointer = shape::pointer(error.path(), &error.inner().to_string());
        let inner = error.into_inner();
        if inner.is_data() {
            Error::field(pointer, shape::told(without_place(&inner.to_string())))
        } else {
            no_json(&inner)
        }
    })?;
    reader.end().map_err(|error| no_json(&error))?;
    Ok(value)
}

/// The place of a text with the character NUL, which no database keeps. What is no JSON is told later.
fn unstorable(text: &str) -> Option<String> {
    if !text.contains("\\u0000") {
        return None;
    }
    nul(&serde_json::from_str(text).ok()?)
}

fn nul(value: &Value) -> Option<String> {
    let below = |name: &str, inner: &Value| {
        let name = name.replace('~', "~0").replace('/', "~1");
        nul(inner).map(|place| format!("/{name}{place}"))
    };
    match value {
        Value::String(text) => text.contains('\0').then(String::new),
        Value::Array(items) => {
            let mut items = items.iter().enumerate();
            items.find_map(|(index, inner)| below(&index.to_string(), inner))
        }
        Value::Object(entries) => entries.iter().find_map(|(name, inner)| {
            if name.contains('\0') {
                Some(String::new())
            } else {
                below(name, inner)
            }
        }),
        _ => None,
    }
}

fn without_place(why: &str) -> &str {
    why.rsplit_once(" at line ").map_or(why, |(why, _)| why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        items: Vec<Inner>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        count: u8,
    }

    fn pointer_of(text: &str) -> String {
        let error = parse::<Outer>(text.as_bytes()).expect_err("the text is wrong");
        assert_eq!(error.kind, Kind::Invalid, "{text}");
        error.fields[0].pointer.clone()
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        assert_eq!(
            pointer_of(r#"{"items":[{"count":1},{"count":"x"}]}"#),
            "/items/1/count"
        );
        assert_eq!(
            pointer_of(r#"{"items":[{"count":1,"more":2}]}"#),
            "/items/0/more"
        );
        assert_eq!(pointer_of(r#"{"items":[{}]}"#), "/items/0/count");
        assert_eq!(pointer_of("{}"), "/items");
        assert_eq!(pointer_of(r#"{"items":[],"a/b":1}"#), "/a~1b");
    }

    #[test]
    fn a_text_with_nul_is_named() {
        assert_eq!(
            pointer_of(r#"{"items":[],"a":{"b/c":[1,"x\u0000"]}}"#),
            "/a/b~1c/1"
        );
        assert_eq!(pointer_of(r#"{"items":[],"a":{"\u0000":1}}"#), "/a");
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        for text in [&b"{"[..], b"{\"items\":[]} x", b"\xff\xfe", b""] {
            let error = parse::<Outer>(text).expect_err("no JSON");
            assert_eq!(error.kind, Kind::Malformed, "{text:?} {error:?}");
        }
    }
}
