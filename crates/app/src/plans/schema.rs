//! The published JSON Schema of plans, made from the types that read them.

use domain::plan::Plan;
use serde_json::{Map, Value, json};
use utoipa::{PartialSchema, ToSchema};

/// The JSON Schema (2020-12) of a plan file in JSON; a TOML file is checked by it after it is read.
pub fn document() -> Value {
    let mut parts = Vec::new();
    <Plan as ToSchema>::schemas(&mut parts);
    let mut definitions = Map::new();
    for (name, schema) in parts {
        definitions.insert(
            name,
            moved(serde_json::to_value(schema).expect("a schema is JSON")),
        );
    }
    let plan =
        moved(serde_json::to_value(<Plan as PartialSchema>::schema()).expect("a schema is JSON"));
    let mut document = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:jiannuo:plan",
        "title": "A service plan",
        "$defs": definitions,
    });
    if let (Value::Object(document), Value::Object(plan)) = (&mut document, plan) {
        document.extend(plan);
    }
    document
}

/// The schema file as it is kept in the repository.
pub fn text() -> String {
    let mut text = serde_json::to_string_pretty(&document()).expect("a schema is JSON");
    text.push('\n');
    text
}

/// Points references at `$defs` instead of the components of an OpenAPI document.
fn moved(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace("#/components/schemas/", "#/$defs/")),
        Value::Array(items) => items.into_iter().map(moved).collect(),
        Value::Object(entries) => entries
            .into_iter()
            .map(|(name, value)| (name, moved(value)))
            .collect(),
        other => other,
    }
}
