//! Closing: what is still to come is named and needs a reason, and so does having done nothing.

use axum::http::StatusCode;
use domain::access::Role;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::cases::{desk, plain};
use crate::client::{Answer, Client, service};

fn close(not_owed: &str, nothing_done: Option<&str>) -> Value {
    json!({ "do": { "action": "close", "not_owed": not_owed, "nothing_done": nothing_done }, "note": "Thank you" })
}

/// Where the errors of an answer are, and their codes.
fn asked(answer: &Answer) -> Vec<(&str, &str)> {
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

/// What became of the visits the timeline speaks of.
fn visits(case: &Value) -> Vec<&str> {
    let facts = case["timeline"].as_array().unwrap().iter();
    facts.filter_map(|fact| fact["visit"].as_str()).collect()
}

#[tokio::test]
async fn a_case_nobody_dealt_with_is_closed_with_a_reason_and_its_visit_is_cancelled() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let mut desk = desk(&service, &world).await;
        let case = desk.report("r-1").await.body;
        assert_eq!(case["left_undone"], json!({ "nothing_done": true }));
        let visit = json!({ "do": { "action": "agree_visit", "agreed_at": world.clock.now() + SignedDuration::from_hours(20) },
            "evidence": [{ "proof": "call", "phone": "13800000000" }] });
        let agreed = desk.act(&case, visit).await.body;
        let crew = json!({ "do": { "action": "assign_crew", "crew": [World::colleague(Place::East)] } });
        let case = desk.act(&agreed, crew).await.body;
        assert!(case["left_undone"]["visit"]["agreed_at"].is_string(), "{case}");
        // Days later every promise is broken and none runs any more: that makes nothing of this unnecessary to say.
        world.clock.advance(SignedDuration::from_hours(24 * 9));
        desk.manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let silent = desk.act(&case, plain("close", "Thank you", json!([]))).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", silent.body);
        assert!(asked(&silent).contains(&("/do/not_owed", "case-visit-to-come")), "{}", silent.body);
        assert!(asked(&silent).contains(&("/do/nothing_done", "case-nothing-done")), "{}", silent.body);
        let half = desk.act(&case, close("The customer found the switch", None)).await;
        assert_eq!(asked(&half), [("/do/nothing_done", "case-nothing-done")]);
        let unknown = desk.act(&case, close("The customer found the switch", Some("because"))).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", unknown.body);
        let command = close("The customer found the switch", Some("recovered"));
        let closed = desk.act(&case, command.clone()).await;
        assert_eq!(closed.status, StatusCode::OK, "{}", closed.body);
        assert_eq!(visits(&closed.body), ["cancelled", "cancelled"], "the time and the crew");
        let last = closed.body["timeline"].as_array().unwrap().last().unwrap();
        assert_eq!(last["fact"]["nothing_done"], "recovered", "{last}");
        let again = desk.act(&case, command).await;
        assert_eq!((again.status, &again.body["version"]), (StatusCode::OK, &closed.body["version"]));
        let open = desk.act(&closed.body, plain("reopen", "Dark again", json!([]))).await.body;
        assert_eq!(visits(&open), ["cancelled", "cancelled"]);
        assert_eq!(open["left_undone"], json!({ "nothing_done": true }), "{open}");
        let check = app::case::check_ledger(&world.app).await.unwrap();
        assert_eq!(check.differences, []);
    })
    .await;
}

#[tokio::test]
async fn a_part_that_is_waited_for_needs_a_reason_and_what_was_done_needs_none() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let mut desk = desk(&service, &world).await;
        let case = desk.report("r-1").await.body;
        let call = json!([{ "proof": "call", "phone": "13800000000" }]);
        let case = desk.act(&case, plain("answer", "A lamp", call)).await.body;
        let case = desk
            .act(&case, plain("need_part", "A lamp", json!([])))
            .await
            .body;
        assert_eq!(
            case["left_undone"],
            json!({ "part": "part_needed", "nothing_done": false })
        );
        world.clock.advance(SignedDuration::from_hours(24 * 9));
        desk.manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let silent = desk
            .act(&case, plain("close", "Thank you", json!([])))
            .await;
        assert_eq!(asked(&silent), [("/do/not_owed", "case-part-to-come")]);
        let closed = desk
            .act(&case, close("They bought one", Some("recovered")))
            .await;
        assert_eq!(closed.status, StatusCode::OK, "{}", closed.body);
        let last = closed.body["timeline"].as_array().unwrap().last().unwrap();
        assert_eq!(
            last["fact"].get("nothing_done"),
            None,
            "somebody answered: {last}"
        );
    })
    .await;
}
