//! Signing in and out, locks, sessions, the forced change of a password.

use std::sync::Arc;

use api::{Api, Config};
use axum::http::StatusCode;
use axum::http::header::{RETRY_AFTER, SET_COOKIE};
use domain::access::Role;
use jiff::SignedDuration;
use serde_json::json;
use testkit::{FakeClock, Place, World, on_both_engines};

use crate::client::{Client, service};

#[tokio::test]
async fn a_session_begins_with_a_strict_cookie_and_ends_by_signing_out() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let login = World::login(Role::Dispatcher, Place::East);
        let answer = Client::stranger(&service)
            .sign_in(&login.to_uppercase(), World::PASSWORD)
            .await;
        let cookie = answer.headers[SET_COOKIE].to_str().unwrap();
        for part in ["jiannuo=", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert_eq!(answer.body["roles"], json!(["dispatcher"]));

        let client = Client::signed_in(&service, Role::Dispatcher, Place::East).await;
        assert_eq!(client.get("/api/me").send().await.status, StatusCode::OK);
        assert_eq!(
            client.delete("/api/session").send().await.status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(client.get("/api/me").send().await.problem(), "signed-out");
        assert_eq!(
            client.delete("/api/session").send().await.status,
            StatusCode::NO_CONTENT
        );
    })
    .await;
}

#[tokio::test]
async fn sessions_end_by_idleness_and_by_age() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let client = Client::signed_in(&service(&world), Role::Engineer, Place::East).await;
        for _ in 0..14 {
            world.clock.advance(SignedDuration::from_hours(50));
            assert_eq!(client.get("/api/me").send().await.status, StatusCode::OK);
        }
        world.clock.advance(SignedDuration::from_hours(50));
        assert_eq!(
            client.get("/api/me").send().await.problem(),
            "signed-out",
            "older than thirty days"
        );

        let client = Client::signed_in(&service(&world), Role::Engineer, Place::East).await;
        world.clock.advance(SignedDuration::from_hours(72));
        assert_eq!(
            client.get("/api/me").send().await.problem(),
            "signed-out",
            "unused for three days"
        );
    })
    .await;
}

#[tokio::test]
async fn wrong_names_and_wrong_passwords_look_alike_and_lock_alike() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let known = World::login(Role::Engineer, Place::East);
        for login in [known.as_str(), "nobody.here"] {
            let client = Client::stranger(&service);
            for attempt in 1..5 {
                let answer = client.sign_in(login, "wrong").await;
                assert_eq!(
                    (answer.status, answer.problem()),
                    (StatusCode::UNAUTHORIZED, "wrong-sign-in"),
                    "{attempt}"
                );
            }
            let locked = client.sign_in(login, "wrong").await;
            assert_eq!(
                (locked.status, locked.problem()),
                (StatusCode::TOO_MANY_REQUESTS, "locked"),
                "{login}"
            );
            assert_eq!(locked.headers[RETRY_AFTER], "30");
        }
        let client = Client::stranger(&service);
        assert_eq!(
            client.sign_in(&known, World::PASSWORD).await.problem(),
            "locked"
        );
        world.clock.advance(SignedDuration::from_secs(30));
        assert_eq!(
            client.sign_in(&known, World::PASSWORD).await.status,
            StatusCode::OK
        );
        assert_eq!(
            client.sign_in(&known, "wrong").await.problem(),
            "wrong-sign-in",
            "success forgets the failures"
        );
    })
    .await;
}

#[tokio::test]
async fn sessions_are_listed_and_ended_by_their_owner_only() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let here = Client::signed_in(&service, Role::Auditor, Place::East).await;
        let there = Client::signed_in(&service, Role::Auditor, Place::East).await;
        let other = Client::signed_in(&service, Role::Auditor, Place::West).await;

        let sessions = here.get("/api/me/sessions").send().await.body;
        assert_eq!(sessions["items"].as_array().unwrap().len(), 2);
        let second = sessions["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|session| session["current"] == false)
            .unwrap();
        let path = format!("/api/me/sessions/{}", second["id"].as_str().unwrap());
        assert_eq!(other.delete(&path).send().await.problem(), "not-found");
        assert_eq!(
            here.delete(&path).send().await.status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(here.delete(&path).send().await.problem(), "not-found");
        assert_eq!(there.get("/api/me").send().await.problem(), "signed-out");
    })
    .await;
}

#[tokio::test]
async fn a_password_cannot_be_guessed_at_an_open_desk() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let client = Client::signed_in(&service(&world), Role::Engineer, Place::East).await;
        let change = |current: &str| {
            client.put(
                "/api/me/password",
                &json!({ "current_password": current, "new_password": "another-Passage-9" }),
            )
        };
        for attempt in 1..5 {
            assert_eq!(
                change("wrong").send().await.pointer(),
                "/current_password",
                "{attempt}"
            );
        }
        assert_eq!(change("wrong").send().await.problem(), "locked");
        let right = change(World::PASSWORD).send().await;
        assert_eq!(right.problem(), "locked", "not even the right one");
        world.clock.advance(SignedDuration::from_secs(30));
        let done = change(World::PASSWORD).send().await;
        assert_eq!(done.status, StatusCode::NO_CONTENT);
    })
    .await;
}

#[tokio::test]
async fn a_reset_password_must_be_changed_first() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let admin = Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let answer = admin
            .put(
                &format!("/api/people/{}/password", World::colleague(Place::East)),
                &json!({ "password": "temporary-Passage-8" }),
            )
            .send()
            .await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT);
        let login = format!(
            "colleague.{}",
            World::colleague(Place::East).uuid().as_u128()
        );
        let fresh = Client::with_password(&service(&world), &login, "temporary-Passage-8").await;
        assert_eq!(
            fresh.get("/api/me").send().await.body["must_change_password"],
            true
        );
        assert_eq!(
            fresh.get("/api/people").send().await.problem(),
            "password-change-required"
        );

        let change = |current: &str, new: &str| {
            fresh.put(
                "/api/me/password",
                &json!({ "current_password": current, "new_password": new }),
            )
        };
        assert_eq!(
            change("wrong", "another-Passage-9").send().await.pointer(),
            "/current_password"
        );
        assert_eq!(
            change("temporary-Passage-8", "1234567890")
                .send()
                .await
                .pointer(),
            "/new_password"
        );
        assert_eq!(
            change("temporary-Passage-8", "temporary-Passage-8")
                .send()
                .await
                .pointer(),
            "/new_password"
        );
        let done = change("temporary-Passage-8", "another-Passage-9")
            .send()
            .await;
        assert_eq!(done.status, StatusCode::NO_CONTENT);
        assert_eq!(fresh.get("/api/people").send().await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn an_empty_installation_gets_one_first_administrator() {
    on_both_engines(async |db| {
        let app = World::app(db, Arc::new(FakeClock::at("2026-11-22T09:00:00+08:00"))).await;
        let first = app::account::first_administrator(&app)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((first.login.as_str(), first.password.len()), ("admin", 20));
        assert_eq!(app::account::first_administrator(&app).await.unwrap(), None);
        let service = api::router(Api::new(app, Config::default()));
        let client = Client::with_password(&service, &first.login, &first.password).await;
        assert_eq!(
            client.get("/api/people").send().await.problem(),
            "password-change-required"
        );
    })
    .await;
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let here = Client::signed_in(&service, Role::Engineer, Place::East).await;
        let there = Client::signed_in(&service, Role::Engineer, Place::East).await;
        let change =
            json!({ "current_password": World::PASSWORD, "new_password": "another-Passage-9" });
        assert_eq!(
            here.put("/api/me/password", &change).send().await.status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(here.get("/api/me").send().await.status, StatusCode::OK);
        assert_eq!(there.get("/api/me").send().await.problem(), "signed-out");
    })
    .await;
}
