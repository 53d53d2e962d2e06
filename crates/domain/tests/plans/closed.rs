//! No object of a plan passes over a field it does not know: every object of every template is given one.

use domain::plan::clauses::fee::Fee;
use domain::plan::clauses::parts::Parts;
use domain::plan::clauses::remedy::{Entitles, Trigger};
use domain::plan::clauses::warranty::Covered;
use domain::plan::{Clause, Plan};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::plans;

/// The pointers of every object of a document.
fn objects(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            found.push(at.to_owned());
            for (name, inner) in entries {
                objects(inner, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                objects(inner, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// The objects of a document that pass over an unknown field. Without one the document reads.
fn open_objects<T: DeserializeOwned>(document: &Value, id: &str) -> Vec<String> {
    let mut places = Vec::new();
    objects(document, "", &mut places);
    let read = |document: &Value| serde_json::from_value::<T>(document.clone());
    assert!(read(document).is_ok(), "{id} reads");
    let passes = |place: &String| {
        let mut spoilt = document.clone();
        let object = spoilt.pointer_mut(place).expect("the object is there");
        object["foo"] = json!("bar");
        read(&spoilt).is_ok()
    };
    places
        .into_iter()
        .filter(passes)
        .map(|place| format!("{id}{place}"))
        .collect()
}

#[test]
fn every_object_of_every_template_refuses_a_field_it_does_not_know() {
    let mut open = Vec::new();
    for (id, plan) in plans() {
        for clause in &plan.clauses {
            let document = serde_json::to_value(clause).expect("a clause is JSON");
            open.extend(open_objects::<Clause>(&document, id));
        }
        let frame = Plan {
            clauses: Vec::new(),
            ..plan
        };
        let document = serde_json::to_value(frame).expect("a plan is JSON");
        open.extend(open_objects::<Plan>(&document, id));
    }
    assert_eq!(open, Vec::<String>::new());
}

/// The variants without fields of a tagged enum, whether a template uses them or not.
#[test]
fn every_variant_without_fields_refuses_one() {
    fn refuses<T: DeserializeOwned>(tag: &str, words: &[&str]) {
        for word in words {
            let read = |document: Value| serde_json::from_value::<T>(document).is_ok();
            assert!(read(json!({ tag: word })), "{word} reads");
            assert!(!read(json!({ tag: word, "foo": "bar" })), "{word}");
        }
    }
    refuses::<Covered>("what", &["software"]);
    refuses::<Fee>("rule", &["parts_at_cost", "at_cost", "by_quote"]);
    refuses::<Parts>(
        "rule",
        &[
            "project_pool",
            "supplied_for_design_life",
            "next_generation_compatible",
            "genuine_only",
            "ordered_from_maker",
        ],
    );
    refuses::<Trigger>(
        "when",
        &[
            "open_box_defect",
            "own_fault_confirmed",
            "customer_fault_confirmed",
            "expired_goods",
            "not_repairable_soon",
        ],
    );
    refuses::<Entitles>(
        "what",
        &[
            "replace_same_model",
            "exchange",
            "return",
            "loaner",
            "free_repair",
            "repair_at_material_cost",
            "costs_borne",
            "removed_unit_made_good",
        ],
    );
}
