//! Every endpoint × every role × the caller's own and a stranger's ids, generated from the OpenAPI document.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::http::{Method, StatusCode};
use domain::access::{Action, Reach, Role, reach};
use serde_json::Value;
use testkit::{Place, World, on_both_engines};

use crate::client::{Answer, Client, service};
use crate::endpoints::{ENDPOINTS, Endpoint, Needs};

/// Each request is a new one.
static KEYS: AtomicU64 = AtomicU64::new(0);

/// An operation of the document with its line in the table.
struct Operation {
    method: Method,
    path: String,
    endpoint: Endpoint,
}

#[test]
fn every_endpoint_has_its_line() {
    let documented: BTreeSet<String> = documented()
        .into_iter()
        .map(|(operation, ..)| operation)
        .collect();
    let listed: BTreeSet<String> = ENDPOINTS
        .iter()
        .map(|endpoint| endpoint.operation.to_owned())
        .collect();
    let missing: Vec<_> = documented.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&documented).collect();
    assert!(
        missing.is_empty(),
        "add a line to endpoints.rs for: {missing:?}"
    );
    assert!(
        gone.is_empty(),
        "endpoints.rs lists what does not exist: {gone:?}"
    );
}

#[test]
fn every_body_refuses_unknown_fields() {
    let document = serde_json::to_value(api::document()).unwrap();
    let mut open = Vec::new();
    for (operation, _, _, description) in documented() {
        if let Some(reference) =
            description.pointer("/requestBody/content/application~1json/schema/$ref")
        {
            let name = reference.as_str().unwrap().rsplit('/').next().unwrap();
            let schema = &document["components"]["schemas"][name];
            if schema["additionalProperties"] != Value::Bool(false) && schema.get("oneOf").is_none()
            {
                open.push(format!("{operation}: {name}"));
            }
        }
    }
    assert!(
        open.is_empty(),
        "add #[serde(deny_unknown_fields)]: {open:?}"
    );
}

#[tokio::test]
async fn nobody_is_let_in_without_a_session() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let client = Client::stranger(&service(&world));
        for operation in operations() {
            let answer = send(&client, &operation, &ids(&world, Place::East)).await;
            match operation.endpoint.needs {
                Needs::Permission(_) => {
                    assert_eq!(
                        answer.status,
                        StatusCode::UNAUTHORIZED,
                        "{}",
                        operation.endpoint.operation
                    );
                }
                Needs::Nothing => assert!(
                    !answer.status.is_server_error(),
                    "{}",
                    operation.endpoint.operation
                ),
            }
        }
    })
    .await;
}

#[tokio::test]
async fn writes_need_the_header_against_forged_requests() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let client = Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let writes = operations()
            .into_iter()
            .filter(|operation| operation.method != Method::GET);
        for operation in
            writes.filter(|operation| matches!(operation.endpoint.needs, Needs::Permission(_)))
        {
            let call = call(&client, &operation, &ids(&world, Place::East)).without("x-jiannuo");
            assert_eq!(
                call.send().await.problem(),
                "csrf-header-missing",
                "{}",
                operation.endpoint.operation
            );
        }
    })
    .await;
}

#[tokio::test]
async fn each_role_is_let_in_as_far_as_the_table_says() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        for role in Role::ALL {
            for operation in operations() {
                let Needs::Permission(action) = operation.endpoint.needs else {
                    continue;
                };
                check(&world, &service, *role, action, &operation).await;
            }
        }
    })
    .await;
}

/// One endpoint with one role: the caller's own ids, then a stranger's.
async fn check(world: &World, service: &Router, role: Role, action: Action, operation: &Operation) {
    let who = format!("{} as {role}", operation.endpoint.operation);
    let client = Client::signed_in(service, role, Place::East).await;
    let strange = send(&client, operation, &ids(world, Place::West)).await;
    let own = send(&client, operation, &ids(world, Place::East)).await;
    for answer in [&own, &strange] {
        assert!(
            !answer.status.is_server_error(),
            "{who}: {} {}",
            answer.status,
            answer.body
        );
    }
    if reach(role, action) == Reach::None {
        assert_eq!(
            (own.problem(), strange.problem()),
            ("forbidden", "forbidden"),
            "{who}"
        );
        return;
    }
    assert!(
        !matches!(own.status, StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED),
        "{who} is allowed but got {} {}",
        own.status,
        own.body
    );
    let names_an_id = operation.path.contains('{');
    if names_an_id && reach(role, action) != Reach::All {
        assert_eq!(strange.problem(), "not-found", "{who} with a stranger's id");
    }
}

fn documented() -> Vec<(String, Method, String, Value)> {
    let document = serde_json::to_value(api::document()).unwrap();
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let Ok(method) = method.to_uppercase().parse::<Method>() else {
                continue;
            };
            let name = operation["operationId"].as_str().unwrap().to_owned();
            found.push((name, method, path.clone(), operation.clone()));
        }
    }
    found
}

fn operations() -> Vec<Operation> {
    documented()
        .into_iter()
        .filter_map(|(name, method, path, _)| {
            let endpoint = ENDPOINTS
                .iter()
                .find(|endpoint| endpoint.operation == name)?;
            Some(Operation {
                method,
                path,
                endpoint: *endpoint,
            })
        })
        .collect()
}

/// What `{name}` stands for. The kind of an id in a path is told by the folder before it.
fn ids(world: &World, place: Place) -> BTreeMap<&'static str, String> {
    let org = if place == Place::East {
        world.east
    } else {
        world.west
    };
    BTreeMap::from([
        ("company", world.company.to_string()),
        ("org", org.to_string()),
        ("people", World::colleague(place).to_string()),
        (
            "sessions",
            "ses_00000000000000000000000000000009".to_owned(),
        ),
    ])
}

fn call(
    client: &Client,
    operation: &Operation,
    ids: &BTreeMap<&str, String>,
) -> crate::client::Call {
    let mut path = String::new();
    let mut folder = "";
    for part in operation.path.split('/').skip(1) {
        path.push('/');
        if part.starts_with('{') {
            path.push_str(
                ids.get(folder)
                    .unwrap_or_else(|| panic!("ids() lacks one for /{folder}/{part}")),
            );
        } else {
            path.push_str(part);
            folder = part;
        }
    }
    let mut body = operation.endpoint.body.to_owned();
    for (name, id) in ids {
        body = body.replace(&format!("{{{name}}}"), id);
    }
    let mut call = client.call(operation.method.clone(), &path);
    if operation.method != Method::GET {
        call = call
            .key(&format!("key-{}", KEYS.fetch_add(1, Ordering::Relaxed)))
            .version(1);
    }
    if body.is_empty() {
        call
    } else {
        call.bytes("application/json", body)
    }
}

async fn send(client: &Client, operation: &Operation, ids: &BTreeMap<&str, String>) -> Answer {
    call(client, operation, ids).send().await
}
