//! Every endpoint × every role × the caller's own and a stranger's ids, generated from the OpenAPI document.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::http::{Method, StatusCode};
use domain::access::{Reach, Role, reach};
use serde_json::Value;
use testkit::{Place, World, on_both_engines};

use crate::client::{Answer, Call, Client, service};
use crate::endpoints::{ENDPOINTS, Endpoint, MORE};
use crate::subjects::{OF_A_BRANCH, Subjects, subjects};

/// Each request is a new one.
static KEYS: AtomicU64 = AtomicU64::new(0);

/// An operation of the document with its line in the table.
pub(crate) struct Operation {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) endpoint: Endpoint,
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
        let mut wrong = Vec::new();
        let mut never: BTreeSet<(&str, &str, &str)> = BTreeSet::new();
        never.extend(operations().iter().map(Operation::line));
        for role in Role::ALL {
            // What one role's requests change must not hide what the next one reaches.
            let mut own = subjects(&service, &world, Place::East).await;
            let mut client = signed_in(&service, *role, &own).await;
            for operation in operations() {
                let Some(action) = operation.endpoint.needs else {
                    continue;
                };
                let near = call(&client, &operation, &own).send().await;
                if near.status.is_success() {
                    never.remove(&operation.line());
                    let folder = operation.folders().next();
                    if let (Some(folder), Some(version)) = (folder, near.body["version"].as_i64()) {
                        own.set_version(folder, version);
                    }
                }
                if let Err(why) = judge(reach(*role, action), &near) {
                    wrong.push(format!("{} as {role}: {why}", operation.endpoint.operation));
                }
                if operation.endpoint.operation == "revoke_session" {
                    client = signed_in(&service, *role, &own).await;
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        // Some cannot follow on what the requests before them did; most must be requests somebody could send.
        assert!(never.len() <= 30, "nobody could: {never:#?}");
    })
    .await;
}

/// One id at a time is a stranger's, in the path, the query or the body; all others are the caller's own. The answer
/// must be the one to an id that nothing has.
#[tokio::test]
async fn a_strangers_id_is_as_good_as_none() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let strange = subjects(&service, &world, Place::West).await;
        let (mut wrong, mut tried) = (Vec::new(), 0);
        for role in Role::ALL {
            let own = subjects(&service, &world, Place::East).await;
            let client = signed_in(&service, *role, &own).await;
            for operation in operations() {
                let far = operation
                    .endpoint
                    .needs
                    .map_or(Reach::None, |action| reach(*role, action));
                if matches!(far, Reach::None | Reach::All) {
                    continue;
                }
                for name in operation.names() {
                    let theirs = own.with(name, &strange);
                    let missing = theirs.without(name);
                    let told = tell(&client, &operation, &theirs).await;
                    let nothing = tell(&client, &operation, &missing).await;
                    tried += 1;
                    if told != nothing {
                        wrong.push(format!(
                            "{} as {role}, {name}: a stranger's {told}; none: {nothing}",
                            operation.endpoint.operation
                        ));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(tried > 400, "only {tried} requests");
    })
    .await;
}

/// Status and body of an answer, without the number of the request and the ids asked for.
async fn tell(client: &Client, operation: &Operation, subjects: &Subjects) -> String {
    let mut answer = call(client, operation, subjects).send().await;
    if let Some(body) = answer.body.as_object_mut() {
        body.remove("instance");
    }
    let mut body = answer.body.to_string();
    for id in subjects.ids.values().filter(|id| id.contains('_')) {
        body = body.replace(id, "…");
    }
    format!("{} {body}", answer.status)
}

/// A person with the role in the east; of the customer asked about, if that is their role.
async fn signed_in(service: &Router, role: Role, own: &Subjects) -> Client {
    if role == Role::Customer {
        Client::with_password(service, &own.customer_login, World::PASSWORD).await
    } else {
        Client::signed_in(service, role, Place::East).await
    }
}

/// What the answer to a request about one's own things must be.
fn judge(reach: Reach, near: &Answer) -> Result<(), String> {
    let told = |what: &str| Err(format!("{what}: {} {}", near.status, near.body));
    if near.status.is_server_error() {
        return told("the server failed");
    }
    if reach == Reach::None {
        return if near.problem() == "forbidden" {
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

pub(crate) fn operations() -> Vec<Operation> {
    let lines = |name: &str| {
        ENDPOINTS
            .iter()
            .chain(MORE)
            .filter(move |endpoint| endpoint.operation == name)
            .copied()
            .collect::<Vec<_>>()
    };
    let mut found = Vec::new();
    for (name, method, path, _) in documented() {
        found.extend(lines(&name).into_iter().map(|endpoint| Operation {
            method: method.clone(),
            path: path.clone(),
            endpoint,
        }));
    }
    found
}

pub(crate) fn call(client: &Client, operation: &Operation, subjects: &Subjects) -> Call {
    let (path, body) = operation.filled(subjects);
    let mut call = client.call(operation.method.clone(), &path);
    if operation.method != Method::GET {
        let version = operation
            .folders()
            .find_map(|folder| subjects.versions.get(folder));
        call = call
            .key(&format!("key-{}", KEYS.fetch_add(1, Ordering::Relaxed)))
            .version(version.copied().unwrap_or(1));
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

    /// The line of the table it comes from.
    fn line(&self) -> (&'static str, &'static str, &'static str) {
        let Endpoint {
            operation,
            query,
            body,
            ..
        } = self.endpoint;
        (operation, query, body)
    }

    /// The folders before the ids of the path: `units` of `/api/units/{id}`.
    pub(crate) fn folders(&self) -> impl Iterator<Item = &str> {
        let parts = self.path.split('/');
        parts
            .clone()
            .zip(parts.skip(1))
            .filter(|(_, part)| part.starts_with('{'))
            .map(|(folder, _)| folder)
    }

    /// The names of every id in the path, the query and the body.
    fn names(&self) -> impl Iterator<Item = &'static str> {
        OF_A_BRANCH.into_iter().filter(|name| {
            let brace = format!("{{{name}}}");
            self.folders().any(|folder| folder == *name)
                || self.endpoint.query.contains(&brace)
                || self.endpoint.body.contains(&brace)
        })
    }

    /// Path with query, and body, with ids in place of the braces. An id in a path is told by the folder before it.
    pub(crate) fn filled(&self, subjects: &Subjects) -> (String, String) {
        let mut path = String::new();
        let mut folder = "";
        for part in self.path.split('/').skip(1) {
            path.push('/');
            if part.starts_with('{') {
                path.push_str(
                    subjects
                        .ids
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
            subjects
                .ids
                .iter()
                .fold(text.to_owned(), |text, (name, id)| {
                    text.replace(&format!("{{{name}}}"), id)
                })
        };
        (fill(&path), fill(self.endpoint.body))
    }
}
