//! A plan with fault levels and no questions: a person chooses the level by what each means.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::Client;
use crate::warranty::{Shop, id, warranty};

#[tokio::test]
async fn a_level_is_chosen_at_the_report_where_the_plan_asks_no_questions() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let plan = shop
            .document(json!({
                "title": "Lift care", "trade": "elevators", "calendar": "always", "clauses": warranty(24),
                "severities": [
                    { "id": "major", "label": "Major", "meaning": "The lift stands still." },
                    { "id": "minor", "label": "Minor", "meaning": "It runs." },
                ],
            }))
            .await;
        let product = shop.product("L-1", Some(&plan)).await;
        let unit = id(&shop.unit(&product, "S-1", "2026-01-05").await);
        let agent = Client::signed_in(&shop.service, Role::ServiceAgent, Place::East).await;
        let asked = async |query: &str| {
            let answer = agent.get(&format!("/api/intake?unit={unit}{query}")).send().await;
            assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.body);
            answer.body["plan"].clone()
        };
        let seen = asked("&yes=").await;
        assert_eq!(seen["grading"], json!([]));
        assert_eq!(seen["level"], Value::Null, "nothing is chosen yet");
        assert_eq!(seen["levels"][0]["meaning"], "The lift stands still.");
        assert_eq!(asked("&yes=&severity=minor").await["level"], "minor");
        let unknown = agent.get(&format!("/api/intake?unit={unit}&yes=down")).send().await;
        assert_eq!(unknown.pointer(), "?yes", "{}", unknown.body);

        let report = |grade: Value| {
            json!({ "channel": "phone", "unit": unit, "grade": grade,
                "slip": { "name": "Guo", "phone": "13800001234", "content": "It stands still" } })
        };
        let none = report(json!({ "answers": {}, "severity": null, "reason": "" }));
        let refused = agent.post("/api/cases", &none).key("none").send().await;
        assert_eq!(refused.pointer(), "/grade/severity", "{}", refused.body);
        assert!(refused.body.to_string().contains("Major (major), Minor (minor)"), "{}", refused.body);
        let chosen = report(json!({ "answers": {}, "severity": "major", "reason": "People inside" }));
        let case = agent.post("/api/cases", &chosen).key("r").send().await;
        assert_eq!(case.status, StatusCode::CREATED, "{}", case.body);
        assert_eq!(case.body["status"]["severity"], "major");
        assert_eq!(case.body["grading"]["levels"][1]["meaning"], "It runs.");
        assert!(case.body["timeline"].to_string().contains("People inside"), "{}", case.body);
        let again = agent.post("/api/cases", &chosen).key("r").send().await;
        assert_eq!(again.body["id"], case.body["id"], "the same report is kept once");
    })
    .await;
}
