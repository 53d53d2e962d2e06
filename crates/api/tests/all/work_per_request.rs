//! How much the database is asked per request: the number of statements and of rows read must not grow with what is stored.

use axum::Router;
use axum::http::StatusCode;
use domain::access::Role;
use serde_json::json;
use store::{Counts, counted};
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};
use crate::subjects::{Subjects, create, subjects};

/// How many of each thing there are at first, more than a page, and later.
const FIRST: usize = 70;
const LATER: usize = 210;
/// Rows of a page that is asked for.
const PAGE: u64 = 50;

#[tokio::test]
async fn work_per_request_does_not_grow_with_what_is_stored() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        fill(&manager, &own, 0..FIRST).await;
        // Once for nothing: the requests that change something leave rows that the first measure would not have.
        measure(&service, &own, "none").await;
        let before = measure(&service, &own, "few").await;
        fill(&manager, &own, FIRST..LATER).await;
        let after = measure(&service, &own, "many").await;
        let mut grown = Vec::new();
        for ((what, few), (_, many)) in before.iter().zip(&after) {
            eprintln!(
                "{what}: {} statements, {} rows; then {}, {}",
                few.statements, few.rows, many.statements, many.rows
            );
            if many.statements > few.statements || many.rows > few.rows {
                grown.push(format!("{what}: {few:?} became {many:?}"));
            }
            if few.statements > most(what) {
                grown.push(format!("{what}: {} statements", few.statements));
            }
            if few.rows > 8 * PAGE {
                grown.push(format!("{what}: {} rows for a page of {PAGE}", few.rows));
            }
        }
        assert!(grown.is_empty(), "{grown:#?}");
    })
    .await;
}

/// The most statements a request may take, who asks for it included.
fn most(what: &str) -> u64 {
    match what {
        // A warranty is found anew, with its plan, its law, repairs and components.
        "report" => 25,
        // An action waits for those on the same case before it.
        "act" => 27,
        _ if what.ends_with("/entitlement") => 18,
        _ if what.starts_with("/api/units/") => 15,
        // One look at each kind of thing there is.
        _ if what.starts_with("/api/search") => 18,
        _ => 12,
    }
}

/// More customers with units, cases, notes and plans.
async fn fill(manager: &Client, own: &Subjects, numbers: std::ops::Range<usize>) {
    for number in numbers {
        let customer = json!({ "kind": "organisation", "name": format!("云栖酒店 {number}"), "branch": own.ids["org"] });
        let customer = create(manager, "/api/customers", customer).await;
        let unit = json!({ "product": own.ids["products"], "serial": format!("W-{number}"), "customer": customer["id"] });
        create(manager, "/api/units", unit).await;
        let report = json!({ "channel": "phone", "unit": own.ids["units"], "agreement": own.ids["agreements"],
            "slip": { "name": "Guo", "phone": "13800000000", "address": "Quay 1", "content": format!("云栖酒店 {number}") } });
        create(manager, "/api/cases", report).await;
        let agreement = json!({ "customer": customer["id"], "agreement": {
            "kind": "project", "title": format!("W-{number}"), "plan_version": own.ids["plan-versions"], "starts_on": "2026-01-01",
            "terms": { "answers": { "warranty-term": "months:24", "rates": "list", "locations": "east", "early-minutes": "120", "late-minutes": "0" } } } });
        create(manager, "/api/agreements", agreement).await;
        let product = json!({ "model": format!("W-{number}"), "name": "Lift" });
        create(manager, "/api/products", product).await;
    }
}

/// What each request makes the database do.
async fn measure(service: &Router, own: &Subjects, round: &str) -> Vec<(String, Counts)> {
    let manager = Client::signed_in(service, Role::ServiceManager, Place::East).await;
    let auditor = Client::signed_in(service, Role::Auditor, Place::East).await;
    let mut found = Vec::new();
    let (case, unit) = (&own.ids["cases"], &own.ids["units"]);
    let paths = [
        "/api/cases?limit=50".to_owned(),
        "/api/cases?limit=50&mine=true".to_owned(),
        "/api/cases?limit=50&text=云栖".replace("云栖", "%E4%BA%91%E6%A0%96"),
        "/api/cases/count?text=云栖".replace("云栖", "%E4%BA%91%E6%A0%96"),
        "/api/cases?limit=50&sort=severity&descending=true&named=true".to_owned(),
        "/api/cases?limit=50&sort=customer".to_owned(),
        "/api/cases?limit=50&sort=phase".to_owned(),
        format!("/api/cases/{case}"),
        format!("/api/cases/{case}/explain?clause=response&cycle=1"),
        format!("/api/cases/{case}/entitlement"),
        "/api/customers?limit=50".to_owned(),
        format!("/api/customers/{}", own.ids["customers"]),
        "/api/units?limit=50".to_owned(),
        format!("/api/units/{unit}"),
        format!("/api/units/{unit}/warranty"),
        "/api/agreements?limit=50".to_owned(),
        "/api/products?limit=50".to_owned(),
        "/api/plans?limit=50".to_owned(),
        "/api/people?limit=50".to_owned(),
        "/api/notices?limit=50".to_owned(),
        "/api/search?q=%E4%BA%91%E6%A0%96".to_owned(),
        "/api/callers?phone=13800000000".to_owned(),
        "/api/ledger".to_owned(),
        "/api/ledger/rows?limit=50".to_owned(),
    ];
    for path in paths {
        // The first request of a session may note that it was seen.
        manager.get(&path).send().await;
        let (answer, counts) = counted(manager.get(&path).send()).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        found.push((path.replace(case, "…").replace(unit, "…"), counts));
    }
    auditor.get("/api/audit?limit=50").send().await;
    let (_, counts) = counted(auditor.get("/api/audit?limit=50").send()).await;
    found.push(("/api/audit".to_owned(), counts));
    let report = json!({ "channel": "phone", "unit": own.ids["units"], "agreement": own.ids["agreements"],
        "slip": { "name": "Guo", "phone": "13800000000", "address": "Quay 1", "content": "One more" } });
    let call = manager.post("/api/cases", &report).key(round);
    let (answer, counts) = counted(call.send()).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
    found.push(("report".to_owned(), counts));
    let path = format!("/api/cases/{}/actions", answer.body["id"].as_str().unwrap());
    let act = json!({ "do": { "action": "plain", "name": "answer" }, "evidence": [{ "proof": "call", "phone": "13800000000" }] });
    let call = manager
        .post(&path, &act)
        .version(answer.body["version"].as_i64().unwrap());
    let (answer, counts) = counted(call.send()).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    found.push(("act".to_owned(), counts));
    found
}
