//! Things to ask for: the same set in the east and in the west, made through the API itself.

use std::collections::BTreeMap;

use axum::Router;
use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World};

use crate::client::Client;

/// Ids by the folder they stand behind in a path; also the names of the braces in `endpoints.rs`.
pub(crate) type Subjects = BTreeMap<&'static str, String>;

/// Makes the subjects of one branch.
pub(crate) async fn subjects(service: &Router, world: &World, place: Place) -> Subjects {
    let manager = Client::signed_in(service, Role::ServiceManager, place).await;
    let org = if place == Place::East {
        world.east
    } else {
        world.west
    };
    let customer = made(
        &manager,
        "/api/customers",
        json!({ "kind": "organisation", "name": "Hotel", "branch": org }),
    )
    .await;
    let site = made(
        &manager,
        &format!("/api/customers/{customer}/sites"),
        json!({ "name": "S", "address": "A" }),
    )
    .await;
    let contact = made(
        &manager,
        &format!("/api/customers/{customer}/contacts"),
        json!({ "name": "Guo" }),
    )
    .await;
    let classes = json!([{ "class": "motor", "label": "Motor" }]);
    let product =
        json!({ "model": format!("L-{place:?}"), "name": "Lift", "component_classes": classes });
    let product = made(&manager, "/api/products", product).await;
    let unit =
        json!({ "product": product, "serial": format!("S-{place:?}"), "customer": customer });
    let unit = made(&manager, "/api/units", unit).await;
    let component = json!({ "class": "motor", "name": "Motor" });
    let component = made(
        &manager,
        &format!("/api/units/{unit}/components"),
        component,
    )
    .await;
    let plan = json!({ "from": { "origin": "blank", "title": "Plan", "trade": "elevators" } });
    let plan = made(&manager, "/api/plans", plan).await;
    let key = format!("{place:?}").to_lowercase();
    let region = json!({ "key": key, "region": { "label": "Region", "branch": org } });
    answer(&manager, "/api/regions", &region).await;
    BTreeMap::from([
        (
            "agreements",
            "agr_00000000000000000000000000000009".to_owned(),
        ),
        ("calendars", "cn-office".to_owned()),
        ("cases", "case_00000000000000000000000000000009".to_owned()),
        ("company", world.company.to_string()),
        ("components", component),
        ("contacts", contact),
        ("customers", customer),
        ("files", "file_00000000000000000000000000000009".to_owned()),
        ("org", org.to_string()),
        ("people", World::colleague(place).to_string()),
        (
            "plan-versions",
            "pver_00000000000000000000000000000009".to_owned(),
        ),
        ("plans", plan),
        ("products", product),
        ("regions", key),
        (
            "sessions",
            "ses_00000000000000000000000000000009".to_owned(),
        ),
        ("sheets", "customers".to_owned()),
        ("sites", site),
        ("units", unit),
    ])
}

async fn made(client: &Client, path: &str, body: Value) -> String {
    answer(client, path, &body).await["id"]
        .as_str()
        .unwrap_or_else(|| panic!("{path} gives an id"))
        .to_owned()
}

async fn answer(client: &Client, path: &str, body: &Value) -> Value {
    let answer = client
        .post(path, body)
        .key(&format!("make-{path}"))
        .send()
        .await;
    assert_eq!(
        answer.status,
        StatusCode::CREATED,
        "{path}: {}",
        answer.body
    );
    answer.body
}
