//! Plans and agreements name calendars and product families that others keep: one that is not there is refused before clocks rest on it.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Answer, Client, service};
use crate::subjects::{create, subjects};

async fn draft(client: &Client, plan: &Value, draft: &Value) -> Answer {
    let path = format!("/api/plans/{}/draft", plan["id"].as_str().unwrap());
    let version = plan["version"].as_i64().unwrap();
    client.put(&path, draft).version(version).send().await
}

async fn publish(client: &Client, plan: &Value) -> Answer {
    let path = format!("/api/plans/{}/publish", plan["id"].as_str().unwrap());
    let version = plan["version"].as_i64().unwrap();
    client.post(&path, &json!({})).version(version).send().await
}

fn told(answer: &Answer) -> Vec<(&str, &str)> {
    let errors = answer.body["errors"].as_array();
    let errors = errors.unwrap_or_else(|| panic!("{}", answer.body)).iter();
    errors
        .map(|error| {
            (
                error["pointer"].as_str().unwrap(),
                error["code"].as_str().unwrap(),
            )
        })
        .collect()
}

#[tokio::test]
async fn a_plan_with_names_nobody_keeps_is_saved_and_not_published() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        let begun = json!({ "from": { "origin": "template", "template": "06-tender-supplier" } });
        let plan = create(&manager, "/api/plans", begun).await;
        let mut body = plan["draft"].clone();
        body["calendar"] = json!("night-desk");
        body["legal_product"] = json!("washing-machne");
        let kept = draft(&manager, &plan, &body).await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
        let advice = kept.body["check"]["faults"].to_string();
        assert!(
            advice.contains("cn-office") && advice.contains("washing-machine"),
            "{advice}"
        );
        let refused = publish(&manager, &kept.body).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            told(&refused),
            [
                ("/draft/legal_product", "unknown_product"),
                ("/draft/calendar", "unknown_calendar")
            ]
        );
        // Whoever sets the calendar up under that name and mends the product may publish.
        let spec = json!({ "spec": { "weekly": { "mon-sun": ["20:00-24:00"] } } });
        let made = manager
            .put("/api/calendars/night-desk", &spec)
            .version(0)
            .send()
            .await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.body);
        body["legal_product"] = json!("washing-machine");
        let mended = draft(&manager, &kept.body, &body).await;
        let published = publish(&manager, &mended.body).await;
        assert_eq!(published.status, StatusCode::OK, "{}", published.body);
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_names_no_calendar_is_not_signed() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let begun = json!({ "from": { "origin": "template", "template": "06-tender-supplier" } });
        let plan = create(&manager, "/api/plans", begun).await;
        let mut body = plan["draft"].clone();
        body["parameters"].as_array_mut().unwrap().push(
            json!({ "id": "desk-hours", "question": "热线几点有人？", "answer": "calendar" }),
        );
        body["clauses"].as_array_mut().unwrap().push(json!({ "id": "desk", "heading": "热线", "text": "热线有人接听。",
            "promise": { "kind": "channel", "channel": "hotline", "address": "4008200000", "hours": "ask:desk-hours" } }));
        let kept = draft(&manager, &plan, &body).await;
        let published = publish(&manager, &kept.body).await;
        assert_eq!(published.status, StatusCode::OK, "{}", published.body);
        let agreement = |hours: &str| {
            json!({ "customer": own.ids["customers"], "agreement": { "kind": "maintenance_contract", "title": "维保合同",
                "plan_version": published.body["versions"][0]["id"], "starts_on": "2026-01-01", "ends_on": "2026-12-31",
                "terms": { "answers": { "warranty-term": "months:24", "rates": "list", "locations": "east", "early-minutes": "30", "late-minutes": "30", "desk-hours": hours } } } })
        };
        let refused = manager.post("/api/agreements", &agreement("nope")).key("bad").send().await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            told(&refused),
            [("/agreement/terms/answers/desk-hours", "unknown_calendar")]
        );
        for _ in 0..2 {
            let signed = manager.post("/api/agreements", &agreement("always")).key("good").send().await;
            assert_eq!(signed.status, StatusCode::CREATED, "{}", signed.body);
        }
    })
    .await;
}

#[tokio::test]
async fn a_field_no_promise_has_is_refused_with_its_place() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        let begun = json!({ "from": { "origin": "template", "template": "06-tender-supplier" } });
        let plan = create(&manager, "/api/plans", begun).await;
        let mut body = plan["draft"].clone();
        body["clauses"][0]["promise"] =
            json!({ "kind": "parts", "rule": "genuine_only", "foo": 1 });
        let refused = draft(&manager, &plan, &body).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            told(&refused),
            [("/clauses/0/promise/foo", "unknown-field")]
        );
    })
    .await;
}
