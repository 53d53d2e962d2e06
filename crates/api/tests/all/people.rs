//! People and the company tree: done, refused, repeated.

use axum::http::StatusCode;
use axum::http::header::ETAG;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};

fn fields(world: &World, roles: &[&str]) -> Value {
    json!({ "name": "郭芳", "phone": "138 0000 0000", "org": world.east, "roles": roles, "skills": ["电梯", "电梯"] })
}

fn new_person(world: &World, login: &str) -> Value {
    json!({ "login": login, "password": "correct horse battery", "person": fields(world, &["engineer", "dispatcher"]) })
}

#[tokio::test]
async fn a_person_is_added_once_however_often_it_is_sent() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let admin = Client::signed_in(&service, Role::Administrator, Place::East).await;
        let body = new_person(&world, "guo.fang");
        let first = admin.post("/api/people", &body).key("k-1").send().await;
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.body);
        assert_eq!(first.headers[ETAG], "\"1\"");
        assert_eq!(first.body["skills"], json!(["电梯"]));
        let again = admin.post("/api/people", &body).key("k-1").send().await;
        assert_eq!(
            (again.status, &again.body, &again.headers[ETAG]),
            (first.status, &first.body, &first.headers[ETAG])
        );
        let other = admin
            .post("/api/people", &new_person(&world, "guo.fang2"))
            .key("k-1")
            .send()
            .await;
        assert_eq!(
            (other.status, other.problem()),
            (StatusCode::CONFLICT, "key-reused")
        );
        let keyless = admin.post("/api/people", &body).send().await;
        assert_eq!(
            (keyless.status, keyless.problem()),
            (StatusCode::BAD_REQUEST, "key-missing")
        );
        let taken = admin
            .post("/api/people", &new_person(&world, "GUO.Fang"))
            .key("k-2")
            .send()
            .await;
        assert_eq!(
            (taken.status, taken.pointer()),
            (StatusCode::UNPROCESSABLE_ENTITY, "/login")
        );
        let found = admin
            .get("/api/people?q=%E9%83%AD&role=dispatcher")
            .send()
            .await;
        assert_eq!(found.body["items"].as_array().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn wrong_fields_are_told_one_by_one() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let admin = Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let wrong = [
            (json!({ "roles": [] }), "/person/roles"),
            (
                json!({ "roles": ["engineer", "engineer"] }),
                "/person/roles",
            ),
            (
                json!({ "roles": ["customer", "engineer"] }),
                "/person/roles",
            ),
            (json!({ "roles": ["customer"] }), "/person/customer"),
            (json!({ "roles": ["emperor"] }), "/person/roles/0"),
            (json!({ "name": "  " }), "/person/name"),
            (json!({ "name": "长".repeat(40_000) }), "/person/name"),
            (json!({ "phone": "call me" }), "/person/phone"),
            (json!({ "email": "nowhere" }), "/person/email"),
            (
                json!({ "org": "org_00000000000000000000000000000099" }),
                "/person/org",
            ),
            (json!({ "org": world.customers[0] }), "/person/org"),
            (json!({ "is_admin": true }), "/person/is_admin"),
            (json!({ "name": "a\u{0}b" }), "/person/name"),
        ];
        for (at, (change, pointer)) in wrong.into_iter().enumerate() {
            let mut body = new_person(&world, "guo.fang");
            for (name, value) in change.as_object().unwrap() {
                body["person"][name] = value.clone();
            }
            let answer = admin
                .post("/api/people", &body)
                .key(&format!("wrong-{at}"))
                .send()
                .await;
            assert_eq!(
                (answer.status, answer.pointer()),
                (StatusCode::UNPROCESSABLE_ENTITY, pointer),
                "{}",
                answer.body
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_change_needs_the_version_that_was_read() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let admin = Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let path = format!("/api/people/{}", World::colleague(Place::East));
        let change = |name: &str| {
            let mut body = fields(&world, &["engineer"]);
            body["name"] = json!(name);
            admin.put(&path, &body)
        };
        assert_eq!(
            change("A").send().await.status,
            StatusCode::PRECONDITION_REQUIRED
        );
        assert_eq!(
            change("A").version(7).send().await.status,
            StatusCode::PRECONDITION_FAILED
        );
        assert_eq!(
            change("A").header("if-match", "W/\"x").send().await.status,
            StatusCode::PRECONDITION_FAILED
        );
        let done = change("A").version(1).send().await;
        assert_eq!(
            (done.status, &done.headers[ETAG]),
            (StatusCode::OK, &"\"2\"".parse().unwrap()),
            "{}",
            done.body
        );
        assert_eq!(change("B").version(1).send().await.problem(), "stale");
        let same = change("A").version(2).send().await;
        assert_eq!(same.body["version"], 2, "repeating changes nothing");
    })
    .await;
}

#[tokio::test]
async fn deactivating_ends_sessions_and_somebody_can_always_administrate() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let admin = Client::signed_in(&service, Role::Administrator, Place::East).await;
        let clerk = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let path = |role, place| format!("/api/people/{}", world.person(role, place));

        let off = admin.post(
            &format!("{}/deactivate", path(Role::ServiceAgent, Place::East)),
            &json!({}),
        );
        assert_eq!(off.version(1).send().await.body["active"], false);
        assert_eq!(clerk.get("/api/me").send().await.problem(), "signed-out");
        let login = World::login(Role::ServiceAgent, Place::East);
        let refused = Client::stranger(&service)
            .sign_in(&login, World::PASSWORD)
            .await;
        assert_eq!(refused.problem(), "wrong-sign-in");

        let own = format!("{}/deactivate", path(Role::Administrator, Place::East));
        assert_eq!(
            admin
                .post(&own, &json!({}))
                .version(1)
                .send()
                .await
                .problem(),
            "not-yourself"
        );
        let other = format!("{}/deactivate", path(Role::Administrator, Place::West));
        assert_eq!(
            admin
                .post(&other, &json!({}))
                .version(1)
                .send()
                .await
                .status,
            StatusCode::OK
        );
        let demote = admin.put(
            &path(Role::Administrator, Place::East),
            &fields(&world, &["engineer"]),
        );
        assert_eq!(
            demote.version(1).send().await.problem(),
            "last-administrator"
        );
    })
    .await;
}

#[tokio::test]
async fn nobody_raises_their_own_role() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        let path = format!(
            "/api/people/{}",
            world.person(Role::ServiceManager, Place::East)
        );
        let raise = manager
            .put(&path, &fields(&world, &["administrator"]))
            .version(1)
            .send()
            .await;
        assert_eq!(raise.problem(), "forbidden");
        let smuggle = manager.put(
            "/api/me/language",
            &json!({ "language": "en", "roles": ["administrator"] }),
        );
        assert_eq!(smuggle.send().await.pointer(), "/roles");
    })
    .await;
}

#[tokio::test]
async fn a_list_is_paged_by_key_inside_the_scope() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        let mut names = Vec::new();
        let mut path = "/api/people?limit=3".to_owned();
        for _ in 0..10 {
            let page = manager.get(&path).send().await.body;
            for person in page["items"].as_array().unwrap() {
                assert_eq!(person["actions"], json!([]), "a manager changes nobody");
                names.push(person["name"].as_str().unwrap().to_owned());
            }
            let Some(next) = page["next"].as_str() else {
                break;
            };
            path = format!("/api/people?limit=3&after={}", next.replace(' ', "%20"));
        }
        assert_eq!(
            names.len(),
            Role::ALL.len() + 1,
            "everybody in the east, the outlet and the colleague: {names:?}"
        );
        assert!(names.iter().all(|name| name.ends_with("East")), "{names:?}");
        assert!(names.is_sorted());
    })
    .await;
}

#[tokio::test]
async fn the_tree_stays_a_tree() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let admin = Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let change = |id: &str, parent: &Value, version| {
            admin
                .put(
                    &format!("/api/org/{id}"),
                    &json!({ "name": "X", "parent": parent }),
                )
                .version(version)
        };
        let (east, west) = (world.east.to_string(), json!(world.west));
        assert_eq!(
            change(&east, &json!(world.outlet), 1)
                .send()
                .await
                .pointer(),
            "/parent"
        );
        assert_eq!(
            change(&east, &Value::Null, 1).send().await.pointer(),
            "/parent"
        );
        assert_eq!(
            change(&world.company.to_string(), &west, 1)
                .send()
                .await
                .pointer(),
            "/parent"
        );
        let close = |id: &str, version| {
            admin
                .post(&format!("/api/org/{id}/close"), &json!({}))
                .version(version)
        };
        assert_eq!(close(&east, 1).send().await.problem(), "still-open-below");
        assert_eq!(
            close(&world.company.to_string(), 1).send().await.problem(),
            "company-stays"
        );
        let moved = change(&east, &west, 1).send().await;
        assert_eq!(
            (moved.status, &moved.body["parent"]),
            (StatusCode::OK, &west),
            "{}",
            moved.body
        );
        assert_eq!(
            change(&world.west.to_string(), &json!(east), 1)
                .send()
                .await
                .pointer(),
            "/parent"
        );
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::West).await;
        let seen = manager
            .get(&format!("/api/people/{}", World::colleague(Place::East)))
            .send()
            .await;
        assert_eq!(
            seen.status,
            StatusCode::OK,
            "the east now lies below the west"
        );
    })
    .await;
}
