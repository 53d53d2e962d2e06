//! Legal rows: read, edited from their version, confirmed, brought back; done, refused, repeated.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};

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
