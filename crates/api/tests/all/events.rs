//! The event stream: what reaches whom, and where it goes on.

use std::time::Duration;

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use domain::access::Role;
use http_body_util::BodyExt as _;
use serde_json::json;
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};
use crate::own_jobs::Branch;

/// What a stream says within a moment.
async fn heard(mut body: Body) -> String {
    let mut text = String::new();
    // A stream does not end by itself: silence ends the test's patience.
    while let Ok(Some(Ok(frame))) =
        tokio::time::timeout(Duration::from_millis(700), body.frame()).await
    {
        if let Ok(data) = frame.into_data() {
            text.push_str(&String::from_utf8_lossy(&data));
        }
    }
    text
}

/// What a stream says until a word is heard, on a busy machine too.
async fn heard_of(mut body: Body, word: &str) -> String {
    const PATIENCE: Duration = Duration::from_secs(20);
    let mut text = String::new();
    while !text.contains(word)
        && let Ok(Some(Ok(frame))) = tokio::time::timeout(PATIENCE, body.frame()).await
    {
        if let Ok(data) = frame.into_data() {
            text.push_str(&String::from_utf8_lossy(&data));
        }
    }
    text
}

#[tokio::test]
async fn a_stream_tells_what_is_in_scope_and_resumes() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let admin = Client::signed_in(&service, Role::Administrator, Place::East).await;
        let east = Client::signed_in(&service, Role::Dispatcher, Place::East).await;
        let west = Client::signed_in(&service, Role::Dispatcher, Place::West).await;
        let streams = [
            east.get("/api/events").open().await,
            west.get("/api/events").open().await,
        ];
        for stream in &streams {
            assert_eq!(stream.status(), StatusCode::OK);
            assert_eq!(stream.headers()[CONTENT_TYPE], "text/event-stream");
        }
        let body = json!({ "name": "Harbour", "kind": "branch", "parent": world.east });
        let made = admin.post("/api/org", &body).key("k").send().await;
        let id = made.body["id"].as_str().unwrap();
        let [east_stream, west_stream] = streams;
        let told = heard_of(east_stream.into_body(), id).await;
        assert!(
            told.contains(r#""topic":"org.changed""#) && told.contains(id),
            "{told}"
        );
        assert!(!heard(west_stream.into_body()).await.contains(id));

        let seen = told
            .lines()
            .find_map(|line| line.strip_prefix("id: "))
            .unwrap();
        let again = east
            .get("/api/events")
            .header("last-event-id", seen)
            .open()
            .await;
        assert!(
            !heard(again.into_body()).await.contains(id),
            "it was seen already"
        );
        let before = east
            .get("/api/events")
            .header("last-event-id", "0-0")
            .open()
            .await;
        assert!(
            heard_of(before.into_body(), id).await.contains(id),
            "it came after the beginning"
        );
        assert_eq!(
            east.get("/api/events")
                .header("last-event-id", "x")
                .send()
                .await
                .status,
            422
        );
    })
    .await;
}

#[tokio::test]
async fn a_person_has_a_bounded_number_of_streams() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let client = Client::signed_in(&service(&world), Role::Dispatcher, Place::East).await;
        let mut open = Vec::new();
        for _ in 0..10 {
            open.push(client.get("/api/events").open().await);
        }
        assert_eq!(
            client.get("/api/events").send().await.problem(),
            "too-often"
        );
    })
    .await;
}

#[tokio::test]
async fn an_engineer_hears_of_the_cases_given_to_them_and_of_no_others() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let branch = Branch::open(&service, &world).await;
        let person = world.person(Role::Engineer, Place::East).to_string();
        let crew = json!({ "do": { "action": "assign_crew", "crew": [person] } });
        branch.act_on(&branch.mine, &crew).await;
        let ctx = world.ctx(Role::Engineer, Place::East);
        let mut reached = app::events::start(&ctx, None).await.unwrap();
        let note = json!({ "body": "Take the long ladder" });
        for case in [&branch.strange, &branch.mine] {
            let path = format!("/api/cases/{}/notes", case.id);
            let said = branch.manager.post(&path, &note).key(&case.id).send().await;
            assert_eq!(said.status, StatusCode::CREATED, "{}", said.body);
        }
        // Events are told in order, and not before every older transaction of the cluster has ended.
        let mut heard = Vec::new();
        for _ in 0..200 {
            let step = app::events::after(&ctx, reached).await.unwrap();
            reached = step.reached;
            heard.extend(step.events.into_iter().map(|told| told.event.subject));
            if heard.contains(&branch.mine.id) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(heard.contains(&branch.mine.id), "{heard:?}");
        assert!(!heard.contains(&branch.strange.id), "{heard:?}");
    })
    .await;
}
