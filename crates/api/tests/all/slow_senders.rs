//! Whoever sends slowly costs nobody else anything.

use std::net::SocketAddr;

use api::{Api, Config};
use axum::body::{Body, Bytes};
use axum::http::{Method, StatusCode};
use domain::access::Role;
use serde_json::json;
use testkit::{Place, World, on_both_engines};

use crate::client::{Call, Client, service};

/// More than are served at once.
const MANY: usize = 600;

/// A body that begins and never goes on.
fn stuck() -> Body {
    let begun =
        futures::stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"{\"login\":"))]);
    Body::from_stream(futures::StreamExt::chain(begun, futures::stream::pending()))
}

/// Sends many requests whose bodies never end, and waits until all of them wait.
async fn all_wait(call: impl Fn(u16) -> Call) -> Vec<tokio::task::JoinHandle<()>> {
    let mut waiting = Vec::new();
    for number in 0..MANY {
        let call = call(u16::try_from(number).unwrap());
        waiting.push(tokio::spawn(async move {
            call.open().await;
        }));
    }
    for _ in 0..200 {
        tokio::task::yield_now().await;
    }
    waiting
}

/// An address of its own for each number.
fn far(number: u16) -> SocketAddr {
    let [high, low] = number.to_be_bytes();
    SocketAddr::from(([10, 0, high, low], 4000))
}

#[tokio::test]
async fn sign_ins_that_never_end_keep_nobody_from_working() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let stranger = Client::stranger(&service);
        let begun = || stranger.call(Method::POST, "/api/session").bytes("application/json", stuck());
        for one_address in [true, false] {
            let from = |number| far(if one_address { 1 } else { number });
            let waiting = all_wait(|number| begun().from(from(number))).await;
            for path in ["/healthz", "/readyz", "/api/public/info", "/api/cases"] {
                let answer = manager.get(path).send().await;
                assert_eq!(answer.status, StatusCode::OK, "{path}");
            }
            if one_address {
                // Somebody elsewhere still signs in.
                let login = json!({ "login": World::login(Role::Engineer, Place::East), "password": World::PASSWORD });
                let call = stranger.post("/api/session", &login).from(far(2));
                assert_eq!(call.send().await.status, StatusCode::OK);
            }
            waiting.iter().for_each(tokio::task::JoinHandle::abort);
            for one in waiting {
                // Aborted, or refused before.
                let _ = one.await;
            }
        }
        let again = stranger.sign_in(&World::login(Role::Engineer, Place::East), World::PASSWORD).await;
        assert_eq!(again.status, StatusCode::OK, "whoever gives up makes room");
    })
    .await;
}

#[tokio::test]
async fn uploads_that_never_end_keep_nobody_from_working() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = crate::subjects::subjects(&service, &world, Place::East).await;
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let path = format!("/api/cases/{}/files?name=photo.png", own.ids["cases"]);
        let waiting = all_wait(|_| {
            let call = manager.call(Method::POST, &path);
            call.bytes("image/png", stuck()).from(far(1))
        })
        .await;
        let report = json!({ "channel": "phone", "unit": own.ids["units"],
            "slip": { "name": "Guo", "phone": "13800000000", "address": "Quay 1", "content": "Again" } });
        let report = || manager.post("/api/cases", &report).key("again").send();
        let mut answer = report().await;
        // Who they are is looked up first, which takes its time.
        for _ in 0..200 {
            if answer.status != StatusCode::SERVICE_UNAVAILABLE {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            answer = report().await;
        }
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        waiting.iter().for_each(tokio::task::JoinHandle::abort);
    })
    .await;
}

#[tokio::test]
async fn an_address_that_tried_too_often_is_refused_before_its_body_is_read() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let config = Config {
            public_per_minute: 1,
            ..Config::default()
        };
        let service = api::router(Api::new(world.app.clone(), config));
        let stranger = Client::stranger(&service);
        let known = stranger.get("/api/public/info").from(far(1)).send().await;
        assert_eq!(known.status, StatusCode::OK);
        let call = stranger.call(Method::POST, "/api/session");
        let refused = call
            .bytes("application/json", stuck())
            .from(far(1))
            .send()
            .await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    })
    .await;
}
