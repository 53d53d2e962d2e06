//! Files that come in and go out. What comes in is kept as it is; what goes out never runs in a page of ours.

use app::files::{Download, MAX_FILE, Receiving, too_large};
use axum::body::Body;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    HeaderMap, HeaderValue, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use utoipa::IntoParams;

use crate::incoming::Incoming;
use crate::problem::Result;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DownloadHow {
    /// Show it in the page instead of saving it; only photos are shown.
    #[serde(default)]
    pub(crate) inline: bool,
}

/// Refuses at once what says of itself that it is too large; returns what it says it is.
pub(crate) fn announced(headers: &HeaderMap) -> Result<String> {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let length = header(CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
    if length.is_some_and(|length| length > MAX_FILE) {
        return Err(too_large().into());
    }
    Ok(header(CONTENT_TYPE).unwrap_or_default().to_owned())
}

/// Takes the whole body.
pub(crate) async fn pour(mut body: Incoming, into: &mut Receiving) -> Result<()> {
    while let Some(piece) = body.next().await? {
        into.write(&piece).await?;
    }
    Ok(())
}

/// The hash of a file that is in memory.
pub(crate) fn hash_of(bytes: &[u8]) -> String {
    domain::hex(&Sha256::digest(bytes))
}

/// Photos a browser may show: formats that cannot carry a script.
const SHOWN: [&str; 4] = ["image/png", "image/jpeg", "image/webp", "image/gif"];

/// The bytes of a file as an answer: to be saved, or a photo to be shown.
pub(crate) fn send(download: Download, inline: bool) -> Response {
    let shown = SHOWN
        .iter()
        .copied()
        .find(|kind| inline && *kind == download.media_type);
    let kind = shown.unwrap_or("application/octet-stream");
    let disposition = match shown {
        Some(_) => HeaderValue::from_static("inline"),
        None => HeaderValue::try_from(format!(
            "attachment; filename*=UTF-8''{}",
            encoded(&download.name)
        ))
        .unwrap_or(HeaderValue::from_static("attachment")),
    };
    let body = Body::from_stream(chunks(download.file));
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CONTENT_DISPOSITION, disposition);
    headers.insert(CONTENT_LENGTH, HeaderValue::from(download.size));
    headers.insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; sandbox"),
    );
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        CACHE_CONTROL,
        HeaderValue::from_static("private, max-age=3600"),
    );
    response
}

const CHUNK: usize = 64 * 1024;

fn chunks(file: tokio::fs::File) -> impl futures::Stream<Item = std::io::Result<Vec<u8>>> {
    use tokio::io::AsyncReadExt as _;
    futures::stream::try_unfold(file, |mut file| async move {
        let mut chunk = vec![0; CHUNK];
        let read = file.read(&mut chunk).await?;
        chunk.truncate(read);
        Ok((read > 0).then_some((chunk, file)))
    })
}

/// Percent-encoding of a header value (RFC 8187).
fn encoded(name: &str) -> String {
    use std::fmt::Write as _;
    name.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            text.push(char::from(byte));
        } else {
            write!(text, "%{byte:02X}").expect("writing to a string cannot fail");
        }
        text
    })
}
