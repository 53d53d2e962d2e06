//! The published schema against the built-in plans. The checker knows the keywords the schema uses and no other: a new
//! one fails until it is understood here.

use std::path::Path;

use serde_json::{Value, json};

use crate::{jiannuo, template};

fn schema() -> Value {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/plan.schema.json");
    let kept = std::fs::read_to_string(kept).expect("docs/plan.schema.json is there");
    serde_json::from_str(&kept).expect("it is JSON")
}

/// A built-in plan as the JSON document the schema describes.
fn plan(id: &str) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let text = std::fs::read_to_string(template(folder.path(), id)).expect("the template is there");
    toml::from_str(&text).expect("a template is TOML")
}

fn templates() -> Vec<String> {
    let listed = jiannuo(&["plan", "templates"]).stdout;
    let listed = String::from_utf8(listed).expect("the list is text");
    let ids = listed.lines().filter_map(|line| line.split('\t').next());
    ids.map(str::to_owned).collect()
}

#[test]
fn every_built_in_plan_fulfils_the_published_schema() {
    let schema = schema();
    let ids = templates();
    assert_eq!(ids.len(), 10);
    for id in ids {
        assert_eq!(
            wrong(&schema, &schema, &plan(&id), ""),
            Vec::<String>::new(),
            "{id}"
        );
    }
}

#[test]
fn what_is_no_plan_does_not_fulfil_it() {
    type Spoil = fn(&mut Value);
    let schema = schema();
    let spoils: [(&str, Spoil); 7] = [
        ("an unknown field", |plan| plan["colour"] = json!("red")),
        ("no title", |plan| {
            plan.as_object_mut().expect("a plan").remove("title");
        }),
        ("an unknown kind", |plan| {
            plan["clauses"][0]["promise"]["kind"] = json!("gift");
        }),
        ("an unknown field of a promise", |plan| {
            plan["clauses"][0]["promise"]["colour"] = json!("red");
        }),
        ("no promise", |plan| {
            plan["clauses"][0]
                .as_object_mut()
                .expect("a clause")
                .remove("promise");
        }),
        ("a number for a text", |plan| {
            plan["clauses"][0]["text"] = json!(7);
        }),
        ("a limit without its unit", |plan| {
            let clauses = plan["clauses"].as_array_mut().expect("clauses");
            for clause in clauses {
                if clause["promise"]["kind"] == "time_limit" {
                    clause["promise"]["otherwise"] = json!({ "bound": { "type": "within" } });
                }
            }
        }),
    ];
    for (what, spoil) in spoils {
        let mut plan = plan("06-tender-supplier");
        spoil(&mut plan);
        assert_ne!(
            wrong(&schema, &schema, &plan, ""),
            Vec::<String>::new(),
            "{what}"
        );
    }
}

/// Where and why a value does not fulfil a schema.
fn wrong(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let keywords = schema.as_object().expect("a schema is an object");
    for (keyword, rule) in keywords {
        match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "default" | "example"
            | "format" => {}
            "$ref" => {
                let place = rule
                    .as_str()
                    .expect("a reference is text")
                    .trim_start_matches('#');
                let target = root
                    .pointer(place)
                    .unwrap_or_else(|| panic!("{place} is defined"));
                found.extend(wrong(root, target, value, at));
            }
            "type" => found.extend(no_type(rule, value, at)),
            "enum" => {
                let words = rule.as_array().expect("a list of words");
                found.extend(
                    (!words.contains(value)).then(|| format!("{at}: {value} is none of {rule}")),
                );
            }
            "minimum" => {
                let least = rule.as_f64().expect("a number");
                let below = value.as_f64().is_some_and(|number| number < least);
                found.extend(below.then(|| format!("{at}: {value} is below {rule}")));
            }
            "minItems" => {
                let least = rule.as_u64().expect("a number");
                let count = value.as_array().map_or(least, |list| list.len() as u64);
                found.extend((count < least).then(|| format!("{at}: fewer than {least}")));
            }
            "pattern" => found.extend(no_match(rule.as_str().expect("a pattern"), value, at)),
            "oneOf" => {
                let tried: Vec<_> = variants(rule)
                    .map(|one| wrong(root, one, value, at))
                    .collect();
                let fitting = tried.iter().filter(|wrong| wrong.is_empty()).count();
                found.extend(
                    (fitting != 1).then(|| format!("{at}: {fitting} variants fit: {tried:?}")),
                );
            }
            "allOf" => found.extend(variants(rule).flat_map(|one| wrong(root, one, value, at))),
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                found.extend(
                    items.flat_map(|(n, inner)| wrong(root, rule, inner, &format!("{at}/{n}"))),
                );
            }
            "properties" | "required" | "additionalProperties" => {}
            other => panic!("the schema uses {other}, which this checker does not know"),
        }
    }
    found.extend(wrong_fields(root, schema, value, at));
    found
}

fn variants(rule: &Value) -> impl Iterator<Item = &Value> {
    rule.as_array().expect("a list of schemas").iter()
}

fn no_type(rule: &Value, value: &Value, at: &str) -> Option<String> {
    let is = |word: &Value| match word.as_str().expect("a type is a word") {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("the schema uses the type {other}, which this checker does not know"),
    };
    let fits = rule
        .as_array()
        .map_or_else(|| is(rule), |words| words.iter().any(is));
    (!fits).then(|| format!("{at}: {value} is no {rule}"))
}

/// Patterns of names, and of questions that stand in place of a value.
fn no_match(pattern: &str, value: &Value, at: &str) -> Option<String> {
    let text = value.as_str()?;
    let name = match pattern {
        "^[a-z0-9][a-z0-9-]{0,63}$" => Some(text),
        "^ask:[a-z0-9][a-z0-9-]{0,63}$" => text.strip_prefix("ask:"),
        other => panic!("the schema uses the pattern {other}, which this checker does not know"),
    };
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let fits = name.is_some_and(|name| {
        name.len() <= 64
            && name.bytes().next().is_some_and(plain)
            && name.bytes().all(|b| plain(b) || b == b'-')
    });
    (!fits).then(|| format!("{at}: {text} does not match {pattern}"))
}

fn wrong_fields(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let Some(fields) = value.as_object() else {
        return Vec::new();
    };
    let known = schema.get("properties").and_then(Value::as_object);
    let mut found = Vec::new();
    for (name, inner) in fields {
        let place = format!("{at}/{name}");
        match (
            known.and_then(|known| known.get(name)),
            schema.get("additionalProperties"),
        ) {
            (Some(rule), _) => found.extend(wrong(root, rule, inner, &place)),
            (None, Some(Value::Bool(false))) => {
                found.push(format!("{place}: there is no such field"));
            }
            (None, Some(rule)) => found.extend(wrong(root, rule, inner, &place)),
            (None, None) => {}
        }
    }
    let required = schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    for name in required
        .filter_map(Value::as_str)
        .filter(|name| !fields.contains_key(*name))
    {
        found.push(format!("{at}/{name}: is required"));
    }
    found
}
