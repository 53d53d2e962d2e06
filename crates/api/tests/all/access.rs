//! Every endpoint × every role × the caller's own and a stranger's ids, generated from the OpenAPI document.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::{Method, StatusCode};
use domain::access::{Reach, Role, reach};
use serde_json::Value;
use testkit::{Place, World, on_both_engines};

use crate::client::{Answer, Call, Client, service};
use crate::endpoints::{ENDPOINTS, Endpoint};
use crate::subjects::{Subjects, subjects};

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
        let service = service(&world);
        let subjects = subjects(&service, &world, Place::East).await;
        let client = Client::stranger(&service);
        for operation in operations() {
            let answer = call(&client, &operation, &subjects).send().await;
            match operation.endpoint.needs {
                Some(_) => assert_eq!(
                    answer.status,
                    StatusCode::UNAUTHORIZED,
                    "{}",
                    operation.endpoint.operation
                ),
                None => assert!(
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
        let service = service(&world);
        let subjects = subjects(&service, &world, Place::East).await;
        let client = Client::signed_in(&service, Role::Administrator, Place::East).await;
        for operation in operations().into_iter().filter(Operation::changes) {
            let answer = call(&client, &operation, &subjects)
                .without("x-jiannuo")
                .send()
                .await;
            assert_eq!(
                answer.problem(),
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
        let own = subjects(&service, &world, Place::East).await;
        let strange = subjects(&service, &world, Place::West).await;
        let mut wrong = Vec::new();
        for role in Role::ALL {
            for operation in operations() {
                let Some(action) = operation.endpoint.needs else {
                    continue;
                };
                // Some requests end the session they came with.
                let client = Client::signed_in(&service, *role, Place::East).await;
                let far = call(&client, &operation, &strange).send().await;
                let near = call(&client, &operation, &own).send().await;
                let names_an_id = operation.filled(&own) != operation.filled(&strange);
                if let Err(why) = judge(reach(*role, action), names_an_id, &near, &far) {
                    wrong.push(format!("{} as {role}: {why}", operation.endpoint.operation));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    })
    .await;
}

/// What the answers to a request about one's own and about a stranger's things must be.
fn judge(reach: Reach, names_an_id: bool, near: &Answer, far: &Answer) -> Result<(), String> {
    let told = |what: &str| {
        Err(format!(
            "{what}; own: {} {}, stranger's: {} {}",
            near.status, near.body, far.status, far.body
        ))
    };
    if near.status.is_server_error() || far.status.is_server_error() {
        return told("the server failed");
    }
    if reach == Reach::None {
        return if (near.problem(), far.problem()) == ("forbidden", "forbidden") {
            Ok(())
        } else {
            told("must be forbidden")
        };
    }
    if matches!(
        near.status,
        StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED
    ) {
        return told("is allowed");
    }
    if names_an_id && reach != Reach::All && far.status.is_success() {
        return told("reaches a stranger's things");
    }
    Ok(())
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

fn call(client: &Client, operation: &Operation, subjects: &Subjects) -> Call {
    let (path, body) = operation.filled(subjects);
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

impl Operation {
    fn changes(&self) -> bool {
        self.method != Method::GET && self.endpoint.needs.is_some() && !self.endpoint.only_asks
    }

    /// Path with query, and body, with ids in place of the braces. An id in a path is told by the folder before it.
    fn filled(&self, subjects: &Subjects) -> (String, String) {
        let mut path = String::new();
        let mut folder = "";
        for part in self.path.split('/').skip(1) {
            path.push('/');
            if part.starts_with('{') {
                path.push_str(
                    subjects
                        .get(folder)
                        .unwrap_or_else(|| panic!("subjects.rs lacks {folder}")),
                );
            } else {
                path.push_str(part);
                folder = part;
            }
        }
        if !self.endpoint.query.is_empty() {
            path = format!("{path}?{}", self.endpoint.query);
        }
        let fill = |text: &str| {
            subjects.iter().fold(text.to_owned(), |text, (name, id)| {
                text.replace(&format!("{{{name}}}"), id)
            })
        };
        (fill(&path), fill(self.endpoint.body))
    }
}
