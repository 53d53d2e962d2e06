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

/// Every table row of a promise that the program refuses for its form, one at a time in the place of a promise of a sound plan.
#[test]
fn what_the_program_refuses_for_its_form_the_schema_refuses_too() {
    let schema = schema();
    let folder = tempfile::tempdir().expect("a folder");
    let limit = |bound: &Value| json!({ "kind": "time_limit", "from": "reported", "to": "answered", "otherwise": { "bound": bound } });
    let within = |text: &str| limit(&json!({ "type": "within", "limit": text }));
    let term = |text: &str, covers: &Value| json!({ "kind": "warranty_term", "covers": covers, "term": text, "starts_from": ["delivered"] });
    let whole = json!({ "what": "whole_unit" });
    let remedy = |trigger: &Value, entitles: &Value| json!({ "kind": "remedy", "trigger": trigger, "entitles": [entitles] });
    let (replaced, opened) = (
        json!({ "what": "replace_same_model" }),
        json!({ "when": "open_box_defect" }),
    );
    let refused = [
        within("natural:PT-2H"),
        within("natural:P1D"),
        within("months:0"),
        within("half an hour"),
        limit(&json!({ "type": "within", "limit": "months:1", "foo": 1 })),
        limit(&json!({ "type": "appointment", "early_minutes": -1, "late_minutes": 0 })),
        term("working:PT8H", &whole),
        term("months:0", &whole),
        term("months:12", &json!({ "what": "software", "foo": 1 })),
        term("months:12", &json!({ "what": "whole_unit", "foo": 1 })),
        remedy(
            &json!({ "when": "repair_longer_than", "days": 0 }),
            &replaced,
        ),
        remedy(
            &json!({ "when": "within_days_of_receipt", "days": -1 }),
            &replaced,
        ),
        remedy(&json!({ "when": "open_box_defect", "foo": 1 }), &replaced),
        remedy(&opened, &json!({ "what": "exchange", "foo": 1 })),
        remedy(
            &opened,
            &json!({ "what": "compensation_per_hour", "fen": -1, "cap_fen": 0 }),
        ),
        json!({ "kind": "parts", "rule": "genuine_only", "foo": 1 }),
        json!({ "kind": "parts", "rule": "supplied_for", "years": 0, "from": "sale" }),
        json!({ "kind": "fee", "rule": "at_cost", "foo": 1 }),
        json!({ "kind": "fee", "rule": "call_out", "rows": [], "otherwise_fen": -1 }),
        json!({ "kind": "recurring_duty", "what": "visit", "every": { "count": -1, "unit": "months" } }),
        json!({ "kind": "time_limit", "from": "reported", "to": "answered", "otherwise": "no_promise", "rows": [{
            "when": { "reported_between": { "from": "25:00", "to": "10:00" } },
            "bound": { "type": "within", "limit": "natural:PT1H" },
        }] }),
    ];
    for promise in refused {
        let mut plan = plan("06-tender-supplier");
        plan["clauses"][0]["promise"] = promise.clone();
        let file = folder.path().join("plan.json");
        std::fs::write(&file, plan.to_string()).expect("it is written");
        let output = jiannuo(&["plan", "check", &file.display().to_string()]);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let refused = output.status.code() == Some(2) || text.contains(": fault ");
        assert!(refused, "the program accepts {promise}: {text}");
        assert_ne!(
            wrong(&schema, &schema, &plan, ""),
            Vec::<String>::new(),
            "the schema accepts {promise}"
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
            | "examples" | "format" => {}
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
            "maximum" => {
                let most = rule.as_f64().expect("a number");
                let above = value.as_f64().is_some_and(|number| number > most);
                found.extend(above.then(|| format!("{at}: {value} is above {rule}")));
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

fn no_match(pattern: &str, value: &Value, at: &str) -> Option<String> {
    let text = value.as_str()?;
    let form = regex::Regex::new(pattern).expect("a pattern that every engine reads");
    (!form.is_match(text)).then(|| format!("{at}: {text} does not match {pattern}"))
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
