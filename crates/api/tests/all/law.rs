//! Legal rows: read, edited from their version, confirmed, brought back; done, refused, repeated.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};
use crate::subjects::create;
use crate::warranty::{Shop, id, warranty};

fn rows(law: &Value) -> Vec<Value> {
    law["rows"].as_array().unwrap().clone()
}

#[tokio::test]
async fn an_administrator_confirms_a_row_once_and_can_bring_the_shipped_rows_back() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let admin = Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let shipped = admin.get("/api/law").send().await.body;
        assert_eq!(
            (&shipped["shipped"], &shipped["version"]),
            (&json!(true), &json!(0))
        );
        assert_eq!(
            shipped["source_names"]["消费者权益保护法第24条"],
            "Consumer Protection Law, art. 24"
        );
        let mut confirmed = rows(&shipped);
        let doubtful = confirmed
            .iter()
            .position(|row| row["status"] == "to_verify")
            .unwrap();
        confirmed[doubtful]["status"] = json!("confirmed");

        let body = json!({ "rows": confirmed });
        let done = admin.put("/api/law", &body).version(0).send().await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        assert_eq!(
            (&done.body["shipped"], rows(&done.body)),
            (&json!(false), confirmed)
        );

        let again = admin.put("/api/law", &body).version(1).send().await;
        assert_eq!(
            again.body["version"], 1,
            "writing the same again changes nothing"
        );
        assert_eq!(
            admin
                .put("/api/law", &body)
                .version(0)
                .send()
                .await
                .problem(),
            "stale"
        );

        let log = admin
            .get("/api/audit?kind=settings&subject=law")
            .send()
            .await;
        let told = &log.body["items"][0];
        assert_eq!(told["action"], "law.change");
        assert_eq!(
            told["detail"]["added"].as_array().unwrap().len(),
            1,
            "{told}"
        );

        let back = admin
            .put("/api/law", &json!({ "rows": [] }))
            .version(1)
            .send()
            .await;
        assert_eq!(
            (&back.body["shipped"], rows(&back.body)),
            (&json!(true), rows(&shipped))
        );
    })
    .await;
}

#[tokio::test]
async fn rows_that_cannot_be_law_are_refused_each_at_its_place() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let admin = Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let row = json!({ "rule": "term", "product": "kettle", "covers": "whole_unit", "value": "months:12",
            "source": "GB 1", "from": "2026-01-01", "to": null, "status": "to_verify" });
        let with = |field: &str, value: Value| {
            let mut row = row.clone();
            row[field] = value;
            row
        };
        for (rows, pointer) in [
            (json!([with("source", json!(" "))]), "/rows/0/source"),
            (json!([with("to", json!("2025-12-31"))]), "/rows/0/to"),
            (json!([row, with("status", json!("confirmed"))]), "/rows/1/from"),
            (json!([row, with("value", json!("12"))]), "/rows/1/value"),
            (json!([with("from", json!("2026-02-30"))]), "/rows/0/from"),
        ] {
            let refused = admin.put("/api/law", &json!({ "rows": rows })).version(0).send().await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{rows}");
            assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{}", refused.body);
        }
        assert_eq!(admin.get("/api/law").send().await.body["shipped"], true);
    })
    .await;
}

#[tokio::test]
async fn a_promise_of_the_law_is_called_by_its_heading_in_the_language_of_the_reader() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let plan = shop.plan("Short", warranty(12)).await;
        let buyer = json!({ "kind": "consumer", "name": "周海", "branch": world.east });
        let buyer = create(&shop.manager, "/api/customers", buyer).await;
        let agreement = json!({ "customer": buyer["id"], "agreement": {
            "kind": "sale_warranty", "title": "Sale", "plan_version": plan, "starts_on": "2026-11-01", "terms": {} } });
        let agreement = create(&shop.manager, "/api/agreements", agreement).await;
        let report = json!({ "channel": "phone", "agreement": agreement["id"],
            "slip": { "name": "Zhou", "phone": "13800000000", "address": "Quay 1", "content": "It stopped" } });
        let case = create(&shop.manager, "/api/cases", report).await;
        let agreement = agreement["id"].as_str().unwrap();
        let case = case["id"].as_str().unwrap();
        for (language, heading, source) in [
            (
                "zh",
                "法定：15 天内答复修理、更换、退货要求",
                "侵害消费者权益行为处罚办法",
            ),
            (
                "en",
                "By law: demands for repair, exchange or return answered within 15 days",
                "Measures for Penalties for Infringing Consumers' Rights",
            ),
        ] {
            for (path, list, name) in [
                (
                    "/api/ledger?group_by=clause&from=2026-11-01&to=2027-01-31",
                    "/groups",
                    "/name",
                ),
                (
                    "/api/ledger/rows?limit=50&from=2026-11-01&to=2027-01-31",
                    "/items",
                    "/heading",
                ),
                (
                    &format!("/api/agreements/{agreement}"),
                    "/clauses",
                    "/clause/heading",
                ),
                (&format!("/api/cases/{case}"), "/obligations", "/heading"),
                ("/api/cases", "/items", "/next/heading"),
            ] {
                let call = shop.manager.get(path);
                let call = call.header("accept-language", language);
                let told = call.send().await.body;
                let lines = told.pointer(list).and_then(Value::as_array).unwrap().iter();
                let names: Vec<&str> = lines
                    .filter_map(|one| one.pointer(name)?.as_str())
                    .collect();
                assert!(names.contains(&heading), "{path}: {names:?}");
                assert!(!names.iter().any(|one| one.starts_with("law-")), "{names:?}");
                assert!(told.get("heading_en").is_none() && !told.to_string().contains("heading_en"));
                if list == "/clauses" {
                    assert!(told.to_string().contains(source), "{told}");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_change_of_a_customer_s_kind_wakes_their_cases_without_an_agreement() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let plan = shop.plan("Lift care", warranty(24)).await;
        let product = shop.product("L-1", Some(&plan)).await;
        let unit = id(&shop.unit(&product, "S-1", "2026-01-05").await);
        let report = json!({ "channel": "phone", "unit": unit, "slip": { "name": "Guo", "phone": "13800001234", "content": "It stands" } });
        let case = shop.manager.post("/api/cases", &report).key("r").send().await;
        assert_eq!(case.status, StatusCode::CREATED, "{}", case.body);
        assert_eq!(case.body["agreement"], json!(null));
        let fields = json!({ "kind": "consumer", "name": "Hotel", "branch": world.east });
        let path = format!("/api/customers/{}", shop.customer);
        let changed = shop.manager.put(&path, &fields).version(1).send().await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
        let claims = app::work::claim(&world.app, 100).await.unwrap();
        let woken = |claim: &app::work::Claim| claim.mark == "basis" && claim.subject == case.body["id"];
        assert!(claims.iter().any(woken), "{claims:?}");
    })
    .await;
}
