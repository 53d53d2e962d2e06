//! The web application's files, embedded in the binary.

use app::plans::paper::FontFiles;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::problem::Problem;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Web;

const NOT_BUILT: &str = "The web application is not part of this build. Build it with `npm run build` in web/ and build \
    the program again. The API is at /api, its description at /api/openapi.json.\n";

/// The fonts of printed documents. No page loads them; they travel with the web files because the web build has them.
pub fn fonts() -> Option<FontFiles> {
    let file = |name: &str| Web::get(&format!("fonts/{name}")).map(|file| file.data);
    Some(FontFiles {
        regular: file("NotoSansSC-Regular.ttf")?,
        bold: file("NotoSansSC-Bold.ttf")?,
    })
}

/// A file of the web application; any other page is the application itself, which finds its way by the path.
pub(crate) async fn serve(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path == "api" || path.starts_with("api/") {
        return Problem(app::Error::not_found()).into_response();
    }
    if !matches!(method, Method::GET | Method::HEAD) {
        return crate::layers::method_not_allowed().await.into_response();
    }
    if let Some(file) = Web::get(path) {
        return send(path, &file, &headers);
    }
    if path
        .rsplit('/')
        .next()
        .is_some_and(|name| name.contains('.'))
    {
        return StatusCode::NOT_FOUND.into_response();
    }
    match Web::get("index.html") {
        Some(page) => send("index.html", &page, &headers),
        None => (StatusCode::NOT_FOUND, NOT_BUILT).into_response(),
    }
}

fn send(path: &str, file: &EmbeddedFile, headers: &HeaderMap) -> Response {
    // Files below assets/ carry a hash of their content in their name and never change.
    let caching = if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let digest = domain::hex(&file.metadata.sha256_hash()[..16]);
    let etag = HeaderValue::try_from(format!("\"{digest}\""))
        .expect("hexadecimal digits are a valid header");
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let kind = HeaderValue::try_from(kind.as_ref()).expect("a media type is a valid header");
    let fixed = [
        (CACHE_CONTROL, HeaderValue::from_static(caching)),
        (ETAG, etag.clone()),
    ];
    if headers.get(IF_NONE_MATCH) == Some(&etag) {
        return (StatusCode::NOT_MODIFIED, fixed).into_response();
    }
    (
        fixed,
        [(CONTENT_TYPE, kind)],
        file.data.clone().into_owned(),
    )
        .into_response()
}
