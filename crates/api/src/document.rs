//! The OpenAPI document.

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::routing::get;
use serde_json::{Value, json};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoParams, OpenApi as _};

use crate::problem::{ClauseProblem, FieldProblem, ProblemDocument};
use crate::routes;
use crate::state::Api;

/// Jiannuo: a service plan that runs.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Jiannuo",
        description = "Writes with a session cookie carry the header X-Jiannuo: 1."
    ),
    // The last two stand only in paths and queries, which does not bring them into the document.
    components(schemas(ProblemDocument, FieldProblem, ClauseProblem, app::sheets::Step, domain::ids::FileId))
)]
struct Base;

/// The header that says which version is changed.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(
    dead_code,
    reason = "only its documentation is used; the extractor reads the header"
)]
pub(crate) struct IfMatch {
    /// The version that was read, as in its ETag: `"3"`.
    #[param(rename = "If-Match")]
    if_match: String,
}

/// The header that makes a request safe to repeat.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(
    dead_code,
    reason = "only its documentation is used; the extractor reads the header"
)]
pub(crate) struct IdempotencyKey {
    /// A fresh value for each thing to create, the same one when the request is sent again.
    #[param(rename = "Idempotency-Key", max_length = 128)]
    idempotency_key: String,
}

pub(crate) fn base() -> OpenApi {
    let mut base = Base::openapi();
    base.info.version = env!("CARGO_PKG_VERSION").to_owned();
    base.info.contact = None;
    base.info.license = Some(utoipa::openapi::License::new("Apache-2.0"));
    base
}

/// The whole document, as `jiannuo openapi` prints it.
pub fn document() -> OpenApi {
    complete(routes::all().into_openapi())
}

pub(crate) fn route(document: OpenApi) -> Router<Api> {
    let text = complete(document).to_json().unwrap_or_default();
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "no-cache"),
    ];
    Router::new().route(
        "/api/openapi.json",
        get(move || std::future::ready((headers, text.clone()))),
    )
}

/// Adds what every operation has: the problem it may answer with, and how to sign in.
fn complete(mut document: OpenApi) -> OpenApi {
    let problem = ResponseBuilder::new()
        .description("Problem")
        .content(
            "application/problem+json",
            ContentBuilder::new()
                .schema(Some(Ref::from_schema_name("Problem")))
                .build(),
        )
        .build();
    for item in document.paths.paths.values_mut() {
        let operations = [
            &mut item.get,
            &mut item.put,
            &mut item.post,
            &mut item.delete,
            &mut item.patch,
        ];
        for operation in operations.into_iter().flatten() {
            operation
                .responses
                .responses
                .insert("default".to_owned(), RefOr::T(problem.clone()));
        }
    }
    if let Some(components) = &mut document.components {
        let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new("jiannuo")));
        let bearer =
            SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
        components.add_security_scheme("session", cookie);
        components.add_security_scheme("bearer", bearer);
    }
    closed(&document)
}

/// Any number of rows may be asked for; a page holds what it holds. What is no such number is refused.
fn state_limits(document: &mut Value) {
    let paths = document["paths"].as_object_mut().into_iter().flatten();
    let operations = paths.flat_map(|(_, item)| item.as_object_mut().into_iter().flatten());
    let parameters = operations
        .filter_map(|(_, operation)| operation.get_mut("parameters")?.as_array_mut())
        .flatten();
    for parameter in parameters.filter(|parameter| parameter["name"] == "limit") {
        parameter["schema"] = json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX });
    }
}

/// A draft may be unfinished: a list that a plan needs may still be empty, which only the schema of plan files rules out.
fn leave_unfinished(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(leave_unfinished),
        Value::Object(entries) => {
            entries.remove("minItems");
            entries.values_mut().for_each(leave_unfinished);
        }
        _ => {}
    }
}

/// The same, with tagged variants that a validator can fulfil.
fn closed(document: &OpenApi) -> OpenApi {
    let mut value = serde_json::to_value(document).expect("a document is JSON");
    state_limits(&mut value);
    app::plans::schema::close(&mut value, "/components/schemas");
    let plan = app::plans::schema::document();
    let types = plan["$defs"].as_object().into_iter().flatten();
    for (name, _) in types {
        leave_unfinished(&mut value["components"]["schemas"][name]);
    }
    serde_json::from_value(value).expect("a document with joined schemas is still one")
}
