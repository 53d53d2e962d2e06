//! Personal tokens: shown once, no wider than the person, gone when revoked, expired or deactivated.

use axum::http::StatusCode;
use domain::access::Role;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Answer, Client, service};

/// Asks with a token instead of a session.
async fn with(client: &Client, token: &str, path: &str) -> Answer {
    let call = client
        .get(path)
        .header("authorization", &format!("Bearer {token}"));
    call.send().await
}

async fn create(client: &Client, reach: &str) -> Value {
    let body = json!({ "name": "Monthly report", "days": 30, "reach": reach });
    let answer = client.post("/api/me/tokens", &body).send().await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
    answer.body
}

#[tokio::test]
async fn a_token_does_what_its_person_may_and_is_shown_once() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let agent = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let made = create(&agent, "full").await;
        let secret = made["secret"].as_str().unwrap();
        assert!(secret.starts_with("jn_") && secret.len() == 67, "{secret}");
        let program = Client::stranger(&service);
        let me = with(&program, secret, "/api/me").await;
        assert_eq!(
            me.body["login"],
            World::login(Role::ServiceAgent, Place::East),
            "{}",
            me.body
        );
        // No wider than the person: an agent sees no settings, with or without a token.
        let settings = with(&program, secret, "/api/settings").await;
        assert_eq!(settings.status, StatusCode::FORBIDDEN, "{}", settings.body);
        let listed = agent.get("/api/me/tokens").send().await.body;
        assert_eq!(listed["items"][0]["name"], "Monthly report");
        assert!(!listed.to_string().contains(secret), "{listed}");
        assert!(!listed["items"][0]["used_at"].is_null(), "{listed}");
        let other = format!("{}0", &secret[..66]);
        assert_eq!(
            with(&program, &other, "/api/me").await.status,
            StatusCode::UNAUTHORIZED
        );
    })
    .await;
}

#[tokio::test]
async fn a_token_that_reads_changes_nothing_and_none_changes_how_a_person_signs_in() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let program = Client::stranger(&service);
        let customer = json!({ "kind": "organisation", "name": "Hotel", "branch": world.east });
        for (reach, status) in [("read", StatusCode::FORBIDDEN), ("full", StatusCode::CREATED)] {
            let made = create(&manager, reach).await;
            let bearer = format!("Bearer {}", made["secret"].as_str().unwrap());
            let answer = program
                .post("/api/customers", &customer)
                .key(reach)
                .header("authorization", &bearer)
                .send()
                .await;
            assert_eq!(answer.status, status, "{reach}: {}", answer.body);
            let further = json!({ "name": "More", "days": 1, "reach": "read" });
            let answer = program
                .post("/api/me/tokens", &further)
                .header("authorization", &bearer)
                .send()
                .await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{reach}: {}", answer.body);
            let password = json!({ "current_password": World::PASSWORD, "new_password": "another long sentence" });
            let answer = program
                .put("/api/me/password", &password)
                .header("authorization", &bearer)
                .send()
                .await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{reach}: {}", answer.body);
        }
    })
    .await;
}

#[tokio::test]
async fn a_token_ends_when_revoked_expired_or_its_person_is_deactivated() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let agent = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let program = Client::stranger(&service);
        for days in [0, 367] {
            let body = json!({ "name": "x", "days": days, "reach": "read" });
            let refused = agent.post("/api/me/tokens", &body).send().await;
            assert_eq!(refused.pointer(), "/days", "{}", refused.body);
        }
        let revoked = create(&agent, "read").await;
        let path = format!("/api/me/tokens/{}", revoked["id"].as_str().unwrap());
        let stranger = Client::signed_in(&service, Role::ServiceAgent, Place::West).await;
        assert_eq!(
            stranger.delete(&path).send().await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            agent.delete(&path).send().await.status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(
            agent.delete(&path).send().await.status,
            StatusCode::NOT_FOUND
        );
        let asked = with(&program, revoked["secret"].as_str().unwrap(), "/api/me").await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED, "{}", asked.body);
        let (living, expiring) = (create(&agent, "read").await, create(&agent, "read").await);
        let administrator = Client::signed_in(&service, Role::Administrator, Place::East).await;
        let person = world.person(Role::ServiceAgent, Place::East);
        let path = format!("/api/people/{person}/deactivate");
        let gone = administrator
            .post(&path, &json!({}))
            .version(1)
            .send()
            .await;
        assert!(gone.status.is_success(), "{}", gone.body);
        let asked = with(&program, living["secret"].as_str().unwrap(), "/api/me").await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED, "{}", asked.body);
        // Who comes back makes new tokens: those of before stay revoked.
        let path = format!("/api/people/{person}/reactivate");
        let back = administrator
            .post(&path, &json!({}))
            .version(2)
            .send()
            .await;
        assert!(back.status.is_success(), "{}", back.body);
        let asked = with(&program, expiring["secret"].as_str().unwrap(), "/api/me").await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED, "{}", asked.body);
        let again = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let last = create(&again, "read").await;
        world.clock.advance(SignedDuration::from_hours(24 * 30));
        let asked = with(&program, last["secret"].as_str().unwrap(), "/api/me").await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED, "{}", asked.body);
    })
    .await;
}

#[tokio::test]
async fn a_customer_has_no_tokens_and_one_of_an_earlier_role_opens_nothing() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let customer = Client::signed_in(&service, Role::Customer, Place::East).await;
        let body = json!({ "name": "x", "days": 1, "reach": "read" });
        for refused in [
            customer.get("/api/me/tokens").send().await,
            customer.post("/api/me/tokens", &body).send().await,
            customer
                .delete("/api/me/tokens/tok_00000000000000000000000000000001")
                .send()
                .await,
        ] {
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
        }
        let me = customer.get("/api/me").send().await.body;
        assert!(!me["permissions"].to_string().contains("token.own"), "{me}");
        let agent = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let made = create(&agent, "full").await;
        let secret = made["secret"].as_str().unwrap();
        let program = Client::stranger(&service);
        assert_eq!(
            with(&program, secret, "/api/me").await.status,
            StatusCode::OK
        );
        let person = world.person(Role::ServiceAgent, Place::East);
        let moved = format!(
            "UPDATE person SET roles = ' customer ', customer_id = '{}' WHERE id = '{person}'",
            world.customers[0]
        );
        db.execute(&moved).await.unwrap();
        let asked = with(&program, secret, "/api/me").await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED, "{}", asked.body);
    })
    .await;
}
