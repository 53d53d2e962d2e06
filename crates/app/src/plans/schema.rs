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
    shut(&mut document);
    close(&mut document, "/$defs");
    document
}

/// Lets no object of a plan hold fields it does not name: the program refuses them everywhere.
fn shut(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(shut),
        Value::Object(entries) => {
            entries.values_mut().for_each(shut);
            let is_object = entries.get("type").is_some_and(|kind| kind == "object");
            if is_object && entries.contains_key("properties") {
                entries.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
        }
        _ => {}
    }
}

/// Joins each `allOf` of a closed definition and a tag into one closed object: a definition that allows no other field
/// would refuse the tag, and so every document. `folder` is where definitions stand, as a JSON pointer.
pub fn close(document: &mut Value, folder: &str) {
    let definitions = document.pointer(folder).cloned().unwrap_or_default();
    join(document, &definitions);
}

fn join(value: &mut Value, definitions: &Value) {
    if let Some(joined) = joined(value, definitions) {
        *value = joined;
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(|inner| join(inner, definitions)),
        Value::Object(entries) => entries
            .values_mut()
            .for_each(|inner| join(inner, definitions)),
        _ => {}
    }
}

fn joined(value: &Value, definitions: &Value) -> Option<Value> {
    let [reference, tag] = value.get("allOf")?.as_array()?.as_slice() else {
        return None;
    };
    let name = reference.get("$ref")?.as_str()?.rsplit('/').next()?;
    let mut closed = definitions.get(name)?.clone();
    // Of several forms each takes the tag, and so does the whole: what chooses among forms by the tag need not look into them.
    match closed.get_mut("oneOf").and_then(Value::as_array_mut) {
        Some(forms) => {
            forms.iter_mut().try_for_each(|form| tagged(form, tag))?;
            for keyword in ["type", "properties", "required"] {
                closed[keyword] = tag.get(keyword)?.clone();
            }
        }
        None => tagged(&mut closed, tag)?,
    }
    if let Some(description) = value.get("description") {
        closed["description"] = description.clone();
    }
    Some(closed)
}

/// Gives a closed object the fields of the tag; `None` where it is not closed, and takes any field as it is.
fn tagged(closed: &mut Value, tag: &Value) -> Option<()> {
    if closed.get("additionalProperties") != Some(&Value::Bool(false)) {
        return None;
    }
    for (field, schema) in tag.get("properties")?.as_object()? {
        closed["properties"][field] = schema.clone();
    }
    let own = closed.get("required").and_then(Value::as_array).cloned();
    let mut required: Vec<Value> = tag.get("required")?.as_array()?.clone();
    required.extend(own.unwrap_or_default());
    closed["required"] = Value::Array(required);
    Some(())
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
