//! The cookie that carries a session's token.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

/// The name on https; browsers then accept it only with `Secure`, for this host and the whole site.
const SECURE_NAME: &str = "__Host-jiannuo";
const PLAIN_NAME: &str = "jiannuo";

fn name(https: bool) -> &'static str {
    if https { SECURE_NAME } else { PLAIN_NAME }
}

/// The token a browser sent.
pub(crate) fn token(headers: &HeaderMap, https: bool) -> Option<String> {
    let cookies = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|value| value.split(';'))
        .take(64)
        .find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name(https)).then(|| value.to_owned())
        })
}

/// Sets the cookie for `max_age_seconds`.
pub(crate) fn set(token: &str, max_age_seconds: i64, https: bool) -> HeaderValue {
    let secure = if https { "; Secure" } else { "" };
    let text = format!(
        "{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age_seconds}{secure}",
        name(https)
    );
    HeaderValue::try_from(text).expect("a cookie of hexadecimal digits is a valid header")
}

/// Makes the browser forget the cookie.
pub(crate) fn clear(https: bool) -> HeaderValue {
    set("", 0, https)
}
