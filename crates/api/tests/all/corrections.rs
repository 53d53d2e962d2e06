//! Corrections of what is known of a case: nothing of them lies in the future, turns the order of things round, or makes a broken promise go away unseen.

use axum::Router;
use axum::http::StatusCode;
use domain::access::Role;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::cases::{Desk, desk, plain};
use crate::client::{Answer, Client, service};

/// A case whose promise to answer within two hours is broken, an hour after it broke.
async fn broken(service: &Router, world: &World) -> (Desk, Value) {
    let desk = desk(service, world).await;
    let case = desk.report("late").await.body;
    world.clock.advance(SignedDuration::from_hours(3));
    let seen = desk.manager.get(&path(&case)).send().await.body;
    assert_eq!(state(&seen), "broken");
    (desk, seen)
}

fn path(case: &Value) -> String {
    format!("/api/cases/{}", case["id"].as_str().unwrap())
}

fn state(case: &Value) -> &str {
    let rows = case["obligations"].as_array().unwrap();
    let answer = rows.iter().find(|row| row["clause"] == "response").unwrap();
    answer["state"].as_str().unwrap()
}

async fn act(client: &Client, case: &Value, command: Value) -> Answer {
    client
        .post(&format!("{}/actions", path(case)), &command)
        .version(case["version"].as_i64().unwrap())
        .send()
        .await
}

/// The report of the case at another time.
fn reported_at(case: &Value, world: &World, hours: i64) -> Value {
    let report = &case["timeline"].as_array().unwrap()[0]["id"];
    let to = world.clock.now() + SignedDuration::from_hours(hours);
    json!({ "do": { "action": "correct_time", "event": report, "to": to }, "note": "Written down wrongly" })
}

fn code(answer: &Answer) -> &str {
    answer.body["type"]
        .as_str()
        .unwrap()
        .rsplit(':')
        .next()
        .unwrap()
}

#[tokio::test]
async fn a_corrected_time_lies_neither_in_the_future_nor_behind_what_came_after() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let (desk, case) = broken(&service, &world).await;
        let future = act(&desk.manager, &case, reported_at(&case, &world, 1)).await;
        assert_eq!(future.pointer(), "/do/to", "{}", future.body);
        assert_eq!(future.body["errors"][0]["code"], "case-in-future");
        let call = json!([{ "proof": "call", "phone": "13800000000" }]);
        let answered = desk.act(&case, plain("answer", "Told", call)).await;
        assert_eq!(answered.status, StatusCode::OK, "{}", answered.body);
        world.clock.advance(SignedDuration::from_hours(2));
        let behind = act(
            &desk.manager,
            &answered.body,
            reported_at(&case, &world, -1),
        )
        .await;
        assert_eq!(behind.pointer(), "/do/to", "{}", behind.body);
        assert_eq!(behind.body["errors"][0]["code"], "case-report-after-facts");
        let earlier = act(
            &desk.manager,
            &answered.body,
            reported_at(&case, &world, -9),
        )
        .await;
        assert_eq!(earlier.status, StatusCode::OK, "{}", earlier.body);
        let back = act(&desk.manager, &earlier.body, reported_at(&case, &world, -5)).await;
        assert_eq!(
            back.status,
            StatusCode::OK,
            "a correction is corrected: {}",
            back.body
        );
    })
    .await;
}

#[tokio::test]
async fn who_may_not_excuse_a_broken_promise_does_not_make_it_go_away_by_a_correction() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let (desk, case) = broken(&service, &world).await;
        let agent = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let later = reported_at(&case, &world, -1);
        let refused = act(&agent, &case, later.clone()).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
        assert_eq!(code(&refused), "case-hides-breach");
        assert_eq!(refused.body["clauses"][0]["id"], "response");
        let seen = desk.manager.get(&path(&case)).send().await.body;
        assert_eq!(
            (state(&seen), &seen["version"]),
            ("broken", &case["version"])
        );
        let earlier = act(&agent, &case, reported_at(&case, &world, -4)).await;
        assert_eq!(
            earlier.status,
            StatusCode::OK,
            "it stays broken: {}",
            earlier.body
        );
        let by_manager = act(&desk.manager, &earlier.body, later).await;
        assert_eq!(by_manager.status, StatusCode::OK, "{}", by_manager.body);
        assert_eq!(state(&by_manager.body), "running");
    })
    .await;
}

#[tokio::test]
async fn nor_by_a_time_dated_back_or_a_merge() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let desk = desk(&service, &world).await;
        let agent = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let unanswered = desk.report("unanswered").await.body;
        world.clock.advance(SignedDuration::from_mins(30));
        let other = desk.report("answered").await.body;
        let call = json!([{ "proof": "call", "phone": "13800000000" }]);
        let other = desk.act(&other, plain("answer", "Told", call)).await.body;
        world.clock.advance(SignedDuration::from_hours(3));
        let mut cancel = plain("cancel", "A mistake", json!([]));
        cancel["at"] = unanswered["reported_at"].clone();
        let refused = act(&agent, &unanswered, cancel).await;
        assert_eq!(
            (refused.status, code(&refused)),
            (StatusCode::CONFLICT, "case-hides-breach"),
            "{}",
            refused.body
        );
        let merge = |client: &Client| {
            let into = json!({ "into": unanswered["id"] });
            let version = other["version"].as_i64().unwrap();
            (client.post(&format!("{}/merge", path(&other)), &into)).version(version)
        };
        let refused = merge(&agent).send().await;
        assert_eq!(
            (refused.status, code(&refused)),
            (StatusCode::CONFLICT, "case-hides-breach"),
            "{}",
            refused.body
        );
        let by_manager = merge(&desk.manager).send().await;
        assert_eq!(by_manager.status, StatusCode::OK, "{}", by_manager.body);
        assert_eq!(state(&by_manager.body), "kept");
    })
    .await;
}

#[tokio::test]
async fn a_case_is_reopened_after_it_ended() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let (desk, case) = broken(&service, &world).await;
        let cancelled = desk
            .act(&case, plain("cancel", "A mistake", json!([])))
            .await;
        assert_eq!(cancelled.status, StatusCode::OK, "{}", cancelled.body);
        let mut reopen = plain("reopen", "It was none", json!([]));
        reopen["at"] = json!(world.clock.now() - SignedDuration::from_hours(1));
        let refused = desk.act(&cancelled.body, reopen.clone()).await;
        assert_eq!(refused.pointer(), "/at", "{}", refused.body);
        assert_eq!(refused.body["errors"][0]["code"], "case-across-rounds");
        reopen["at"] = Value::Null;
        let open = desk.act(&cancelled.body, reopen).await;
        assert_eq!(
            (open.status, &open.body["status"]["round"]),
            (StatusCode::OK, &json!(2)),
            "{}",
            open.body
        );
    })
    .await;
}

#[tokio::test]
async fn a_case_is_about_nothing_its_plan_does_not_name() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let (desk, case) = broken(&service, &world).await;
        let about = json!({ "action": "change_context", "question": "xyz", "region": "mars", "service_level": "zz" });
        let refused = desk.act(&case, json!({ "do": about, "note": "x" })).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
        let pointers: Vec<&str> = refused.body["errors"].as_array().unwrap().iter().filter_map(|one| one["pointer"].as_str()).collect();
        assert_eq!(pointers, ["/do/question", "/do/region", "/do/service_level"]);
        let seen = desk.manager.get(&path(&case)).send().await.body;
        assert_eq!((state(&seen), &seen["version"]), ("broken", &case["version"]));
    })
    .await;
}

#[tokio::test]
async fn a_call_that_proves_something_has_a_number() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let desk = desk(&service, &world).await;
        let case = desk.report("call").await.body;
        let call = json!([{ "proof": "call", "phone": "abc" }]);
        let refused = desk.act(&case, plain("answer", "Told", call)).await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            refused.body
        );
        assert_eq!(refused.body["errors"][0]["pointer"], "/evidence/0/phone");
    })
    .await;
}
