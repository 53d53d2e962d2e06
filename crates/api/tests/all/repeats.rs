//! A request with the same key acts once and gets the same answer, whatever it carries and however often it comes at once.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use domain::access::Role;
use futures::future::join_all;
use serde_json::json;
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};
use crate::subjects::subjects;

#[tokio::test]
async fn twins_that_come_at_once_get_one_answer() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let agent = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let report = json!({ "channel": "phone", "agreement": own.ids["agreements"], "slip": { "name": "Guo",
            "phone": "13800000000", "address": "Quay 1", "content": "Twins" } });
        let send = || agent.post("/api/cases", &report).key("twins").send();
        let answers = join_all((0..8).map(|_| send())).await;
        let statuses: BTreeSet<StatusCode> = answers.iter().map(|answer| answer.status).collect();
        assert_eq!(statuses, [StatusCode::CREATED].into());
        let ids: BTreeSet<&str> = answers.iter().filter_map(|a| a.body["id"].as_str()).collect();
        assert_eq!(ids.len(), 1, "one case");
        let found = agent.get("/api/cases?text=Twins").send().await.body;
        assert_eq!(found["items"].as_array().unwrap().len(), 1);
        let other = json!({ "channel": "phone", "agreement": own.ids["agreements"], "slip": { "content": "Other" } });
        let refused = agent.post("/api/cases", &other).key("twins").send().await;
        assert_eq!(refused.problem(), "key-reused", "{}", refused.body);
        // However the content type is written, the content counts.
        let refused = agent
            .call(Method::POST, "/api/cases")
            .bytes("Application/JSON ; charset=utf-8", other.to_string())
            .key("twins")
            .send()
            .await;
        assert_eq!(refused.problem(), "key-reused", "{}", refused.body);
    })
    .await;
}

#[tokio::test]
async fn a_file_with_a_key_is_kept_once_and_another_file_is_no_repeat() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let case = format!("/api/cases/{}", own.ids["cases"]);
        let paths = [
            (format!("{case}/files?name=a.txt"), StatusCode::CREATED),
            (
                format!(
                    "/api/units/{}/archive?name=a.txt&record=drawing",
                    own.ids["units"]
                ),
                StatusCode::CREATED,
            ),
            (
                "/api/sheets/customers/import?step=commit".to_owned(),
                StatusCode::OK,
            ),
        ];
        for (path, status) in paths {
            let send = |name: &'static str| {
                manager
                    .call(Method::POST, &path)
                    .bytes("application/octet-stream", format!("客户名称\n{name}\n"))
                    .key(&path)
                    .send()
            };
            let (first, again) = (send("One").await, send("One").await);
            assert_eq!(
                (first.status, again.status),
                (status, status),
                "{path}: {}",
                first.body
            );
            assert_eq!(first.body, again.body, "{path}");
            let other = send("Two").await;
            assert_eq!(other.problem(), "key-reused", "{path}: {}", other.body);
        }
        let attached = manager.get(&case).send().await.body["attachments"].clone();
        let texts = attached
            .as_array()
            .unwrap()
            .iter()
            .filter(|file| file["name"] == "a.txt");
        assert_eq!(texts.count(), 1, "{attached}");
        let customers = manager.get("/api/customers?q=Two").send().await.body;
        assert_eq!(
            customers["items"],
            json!([]),
            "a refused file writes nothing"
        );
    })
    .await;
}
