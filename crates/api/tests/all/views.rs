//! Filters people keep for their lists: done, refused, repeated.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::json;
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};

#[tokio::test]
async fn views_are_a_persons_own_and_are_there_on_the_next_device() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let agent = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let path = "/api/me/views/cases";
        let first = agent.get(path).send().await.body;
        assert_eq!(first, json!({ "items": [], "version": 0 }));
        let mine = json!({ "items": [{ "name": "我的紧急单", "filters": { "only": "mine", "due_within_hours": "4" } }] });
        let kept = agent.put(path, &mine).version(0).send().await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
        let same = agent.put(path, &mine).version(1).send().await;
        assert_eq!(same.body["version"], 1, "nothing changed");
        let stale = agent.put(path, &mine).version(0).send().await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
        let elsewhere = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        assert_eq!(elsewhere.get(path).send().await.body, kept.body);
        let units = elsewhere.get("/api/me/views/units").send().await.body;
        assert_eq!(units["items"], json!([]), "each list has its own");
        let other = Client::signed_in(&service, Role::Dispatcher, Place::East).await;
        assert_eq!(other.get(path).send().await.body["items"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn views_without_a_name_or_twice_the_same_are_refused() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let agent = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let path = "/api/me/views/cases";
        let view = |name: &str| json!({ "name": name, "filters": { "phase": "new" } });
        let refusals = [
            (json!([view(" ")]), "/items/0/name"),
            (json!([view("a"), view("a")]), "/items/1/name"),
            (json!([{ "name": "a", "filters": {} }]), "/items/0/filters"),
            (json!(vec![view("a"); 31]), "/items"),
        ];
        for (items, pointer) in refusals {
            let refused = agent
                .put(path, &json!({ "items": items }))
                .version(0)
                .send()
                .await;
            assert_eq!(refused.pointer(), pointer, "{}", refused.body);
        }
        let unknown = agent.get("/api/me/views/nothing").send().await;
        assert!(unknown.status.is_client_error(), "{}", unknown.body);
    })
    .await;
}
