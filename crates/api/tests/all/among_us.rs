//! What people of the company say among themselves stays there, and nobody is told of a case they cannot open.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};
use crate::subjects::{create, subjects};

#[tokio::test]
async fn a_customer_reads_no_remark_about_them() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let remark = "They are slow to pay";
        let case = format!("/api/cases/{}", own.ids["cases"]);
        let note = json!({ "body": remark, "mentions": [world.person(Role::ServiceManager, Place::East)] });
        create(&manager, &format!("{case}/notes"), note).await;
        for (path, mut fields) in [
            (
                format!("/api/customers/{}", own.ids["customers"]),
                json!({ "kind": "organisation", "name": "Hotel", "branch": own.ids["org"] }),
            ),
            (
                format!("/api/units/{}", own.ids["units"]),
                json!({ "product": own.ids["products"], "serial": "S", "customer": own.ids["customers"] }),
            ),
        ] {
            fields["note"] = json!(remark);
            let whole = manager.get(&path).send().await.body;
            let version = whole["version"].as_i64();
            let version = version.or_else(|| whole.pointer("/customer/version")?.as_i64());
            let version = version.or_else(|| whole.pointer("/unit/version")?.as_i64());
            let changed = manager.put(&path, &fields).version(version.unwrap()).send().await;
            assert_eq!(changed.status, StatusCode::OK, "{path}: {}", changed.body);
        }
        let customer = Client::with_password(&service, &own.customer_login, World::PASSWORD).await;
        for path in [
            case,
            "/api/cases".to_owned(),
            "/api/customers".to_owned(),
            format!("/api/customers/{}", own.ids["customers"]),
            "/api/units".to_owned(),
            format!("/api/units/{}", own.ids["units"]),
            format!("/api/units/{}/warranty", own.ids["units"]),
        ] {
            let inside = manager.get(&path).send().await;
            let seen = customer.get(&path).send().await;
            assert_eq!(seen.status, StatusCode::OK, "{path}: {}", seen.body);
            assert!(!seen.body.to_string().contains(remark), "{path}: {}", seen.body);
            assert_eq!(seen.body.get("watchers").unwrap_or(&json!([])), &json!([]), "{path}");
            let is_said = !path.ends_with("/api/cases") && !path.ends_with("/warranty");
            assert_eq!(inside.body.to_string().contains(remark), is_said, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_does_not_see_a_case_is_not_mentioned_in_it() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let path = format!("/api/cases/{}/notes", own.ids["cases"]);
        let mention = |person: Value| {
            let note = json!({ "body": "Please look", "mentions": [&person] });
            manager.post(&path, &note).key(&person.to_string()).send()
        };
        // The colleague is an engineer of the same branch whom the case was not given to.
        let refused = mention(json!(World::colleague(Place::East))).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            refused.body["errors"][0]["code"], "mention-cannot-see",
            "{}",
            refused.body
        );
        let told = mention(json!(world.person(Role::Engineer, Place::East))).await;
        assert_eq!(told.status, StatusCode::CREATED, "{}", told.body);
    })
    .await;
}

#[tokio::test]
async fn customers_see_their_own_numbers_and_nobody_elses() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let other = subjects(&service, &world, Place::West).await;
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let path = format!("/api/customers/{}", own.ids["customers"]);
        let known = manager.get(&path).send().await.body;
        let mut fields = json!({ "phone": "13800001111", "branch": own.ids["org"] });
        for name in ["kind", "name"] {
            fields[name] = known[name].clone();
        }
        let version = known["version"].as_i64().unwrap();
        let kept = manager.put(&path, &fields).version(version).send().await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
        let contact = json!({ "name": "Guo", "phone": "13900002222" });
        let made = manager
            .post(&format!("{path}/contacts"), &contact)
            .key("contact")
            .send()
            .await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let customer = Client::with_password(&service, &own.customer_login, World::PASSWORD).await;
        let seen = customer.get(&path).send().await.body;
        let last = seen["contacts"].as_array().unwrap().last().unwrap();
        assert_eq!(
            (&seen["phone"], &last["phone"]),
            (&json!("13800001111"), &json!("13900002222")),
            "{seen}"
        );
        let auditor = Client::signed_in(&service, Role::Auditor, Place::East).await;
        let masked = auditor.get(&path).send().await.body;
        assert_eq!(masked["phone"], "138******11", "{masked}");
        let stranger =
            Client::with_password(&service, &other.customer_login, World::PASSWORD).await;
        let nothing = stranger.get(&path).send().await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND, "{}", nothing.body);
        let found = stranger.get("/api/search?q=13800001111").send().await.body;
        assert!(!found.to_string().contains("0000"), "{found}");
    })
    .await;
}

#[tokio::test]
async fn a_customer_is_told_the_names_of_those_the_case_shows_them_only() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let path = format!("/api/cases/{}", own.ids["cases"]);
        let agent = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let note =
            json!({ "body": "Look", "mentions": [world.person(Role::Dispatcher, Place::East)] });
        create(&agent, &format!("{path}/notes"), note).await;
        let named = async |client: &Client| {
            let seen = client.get(&path).send().await.body;
            let people = seen["people"].as_array().unwrap().iter();
            people
                .map(|one| one["id"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        let customer = Client::with_password(&service, &own.customer_login, World::PASSWORD).await;
        let (inside, outside) = (named(&agent).await, named(&customer).await);
        for (role, is_shown) in [
            (Role::Engineer, true),
            (Role::ServiceManager, true),
            (Role::ServiceAgent, false),
            (Role::Dispatcher, false),
        ] {
            let id = world.person(role, Place::East).to_string();
            assert!(inside.contains(&id), "{role:?}");
            assert_eq!(outside.contains(&id), is_shown, "{role:?}");
        }
    })
    .await;
}
