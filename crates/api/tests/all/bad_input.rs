//! Bad input, systematically: every value of every body that `endpoints.rs` knows is spoilt in turn. Whatever comes, the
//! answer is a clear one in the caller's language, and never a failure of the server.

use axum::Router;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use domain::access::{Reach, Role, reach};
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::access::{Operation, call, operations};
use crate::client::{Answer, Client, service};
use crate::master_data::Desk;
use crate::subjects::{Subjects, subjects};

/// Two callers who together may do everything.
const CALLERS: [Role; 2] = [Role::ServiceManager, Role::Administrator];

/// Somebody who may do it.
struct Callers(Vec<(Role, Client)>);

impl Callers {
    async fn open(service: &Router) -> Self {
        let mut clients = Vec::new();
        for role in CALLERS {
            clients.push((role, Client::signed_in(service, role, Place::East).await));
        }
        Self(clients)
    }

    fn of(&self, operation: &Operation) -> Option<&Client> {
        let action = operation.endpoint.needs?;
        let found = self
            .0
            .iter()
            .find(|(role, _)| reach(*role, action) != Reach::None);
        found.map(|(_, client)| client)
    }
}

/// Operations with a JSON body that leave the callers signed in.
fn with_body() -> impl Iterator<Item = Operation> {
    operations()
        .into_iter()
        .filter(|operation| operation.endpoint.body.starts_with('{'))
        .filter(|operation| operation.endpoint.operation != "sign_in")
}

#[tokio::test]
async fn whatever_stands_in_a_body_the_answer_is_clear() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let callers = Callers::open(&service).await;
        let mut own = subjects(&service, &world, Place::East).await;
        let (mut wrong, mut tried) = (Vec::new(), 0);
        for operation in with_body() {
            let Some(client) = callers.of(&operation) else {
                continue;
            };
            let body: Value = serde_json::from_str(&operation.filled(&own).1).unwrap();
            for (place, spoilt) in spoilt(&body) {
                let chinese = tried % 2 == 0;
                let answer = send(client, &operation, &own, &spoilt, chinese).await;
                tried += 1;
                note_version(&mut own, &operation, &answer);
                if let Err(why) = clear(&answer, chinese) {
                    wrong.push(format!(
                        "{} {place}: {why}: {} {}",
                        operation.endpoint.operation, answer.status, answer.body
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{} of {tried}: {wrong:#?}", wrong.len());
        assert!(tried > 3_000, "only {tried} requests");
    })
    .await;
}

#[tokio::test]
async fn an_unknown_field_is_refused_wherever_it_stands() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let callers = Callers::open(&service).await;
        let own = subjects(&service, &world, Place::East).await;
        let mut wrong = Vec::new();
        for operation in with_body() {
            let Some(client) = callers.of(&operation) else {
                continue;
            };
            let body: Value = serde_json::from_str(&operation.filled(&own).1).unwrap();
            for place in objects(&body, String::new()) {
                // Whatever a person asks for stands in these: their names are data.
                if ["/answers", "/weekly", "/filters"]
                    .iter()
                    .any(|name| place.ends_with(name))
                {
                    continue;
                }
                let mut more = body.clone();
                more.pointer_mut(&place).unwrap()["role_of_everybody"] = json!("administrator");
                let answer = send(client, &operation, &own, &more, false).await;
                let told = answer.pointer().starts_with(&place);
                if answer.status != StatusCode::UNPROCESSABLE_ENTITY || !told {
                    wrong.push(format!(
                        "{} {place}: {}",
                        operation.endpoint.operation, answer.body
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    })
    .await;
}

#[tokio::test]
async fn a_change_from_another_version_is_refused_everywhere() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let callers = Callers::open(&service).await;
        let own = subjects(&service, &world, Place::East).await;
        let mut stale = own.clone();
        for name in own.ids.keys() {
            stale.versions.insert(name, 999);
        }
        let document = serde_json::to_value(api::document()).unwrap();
        let (mut wrong, mut tried) = (Vec::new(), 0);
        for operation in operations() {
            let path = operation.path.replace('~', "~0").replace('/', "~1");
            let method = operation.method.as_str().to_lowercase();
            let parameters = document.pointer(&format!("/paths/{path}/{method}/parameters"));
            let is_versioned = parameters
                .and_then(Value::as_array)
                .is_some_and(|given| given.iter().any(|one| one["name"] == "If-Match"));
            // Settings and the choice of mail have one version for everybody: `settings_are_versioned_and_keep_their_secret`.
            let Some(client) = callers
                .of(&operation)
                .filter(|_| is_versioned && operation.path.contains('{'))
            else {
                continue;
            };
            tried += 1;
            let answer = call(client, &operation, &stale).send().await;
            if answer.status != StatusCode::PRECONDITION_FAILED {
                wrong.push(format!(
                    "{} stale: {} {}",
                    operation.endpoint.operation, answer.status, answer.body
                ));
            }
            let answer = call(client, &operation, &own)
                .without("if-match")
                .send()
                .await;
            if answer.status != StatusCode::PRECONDITION_REQUIRED {
                wrong.push(format!(
                    "{} without: {} {}",
                    operation.endpoint.operation, answer.status, answer.body
                ));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(tried > 30, "only {tried} operations");
    })
    .await;
}

#[tokio::test]
async fn wrong_queries_and_paths_are_told_too() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let callers = Callers::open(&service).await;
        let client = &callers.0[0].1;
        let mut wrong = Vec::new();
        let texts = [
            "%00",
            "a%00b",
            "%F0%9F%9B%A0",
            "%27%3B--",
            "%25_%5C",
            "%FF",
            "9223372036854775808",
        ];
        let lists = [
            "agreements?q=",
            "cases?text=",
            "customers?q=",
            "people?q=",
            "products?q=",
            "products?family=",
            "units?q=",
            "search?q=",
            "callers?phone=",
            "audit?subject=",
            "sheets/units/export?q=",
            "sheets/products/export?family=",
            "cases?after=",
            "customers?after=",
            "units?after=",
            "agreements?after=",
            "plans?after=",
            "people?after=",
            "products?after=",
            "ledger/rows?after=",
            "audit?after=",
            "notices?after=",
            "ledger?region=",
            "cases?severity=",
            "ledger?clause=",
            "ledger?from=",
            "units?customer=",
            "cases?limit=",
            "cases?due_within_hours=",
            "calendars/",
            "people/",
            "plans/",
            "plan-versions/",
            "units/",
            "cases/",
            "sheets/",
        ];
        let long = "9".repeat(6_000);
        for (number, list) in lists.into_iter().enumerate() {
            for text in texts
                .into_iter()
                .chain([long.as_str(), "x~1", "1~x", "0~0", "-1"])
            {
                let language = if number % 2 == 0 { "zh" } else { "en" };
                let call = client.get(&format!("/api/{list}{text}"));
                let answer = call.header(ACCEPT_LANGUAGE.as_str(), language).send().await;
                if let Err(why) = clear(&answer, number % 2 == 0) {
                    wrong.push(format!(
                        "{list}{text:.40}: {why}: {} {}",
                        answer.status, answer.body
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    })
    .await;
}

#[tokio::test]
async fn long_texts_and_emoji_are_kept_as_they_came() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let texts = [
            "投影机🛠️不亮👩‍🔧，“请尽快”\n第二行\t𠮷".to_owned(),
            "字".repeat(40_000),
            "<script>alert(1)</script>{{7*7}}${7*7}'; DROP TABLE cases;--".to_owned(),
        ];
        for (number, text) in texts.iter().enumerate() {
            let report = json!({ "channel": "phone", "unit": own.ids["units"],
                "slip": { "name": "Guo", "phone": "13800000000", "address": "Quay 1", "content": text } });
            let kept = manager.post("/api/cases", &report).key(&format!("k-{number}")).send().await;
            assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.body);
            let path = format!("/api/cases/{}", kept.body["id"].as_str().unwrap());
            let read = manager.get(&path).send().await;
            assert_eq!(read.body["slip"]["content"].as_str().or(read.body["content"].as_str()), Some(text.as_str()), "{}", read.body);
            let note = manager.post(&format!("{path}/notes"), &json!({ "body": text }));
            let note = note.key(&format!("n-{number}")).send().await;
            assert_eq!(note.body["body"], text.as_str());
        }
        let mut longer = json!({ "channel": "phone", "unit": own.ids["units"],
            "slip": { "name": "Guo", "phone": "13800000000", "address": "Quay 1", "content": "字".repeat(40_001) } });
        let refused = manager.post("/api/cases", &longer).key("long").send().await;
        assert_eq!((refused.status, refused.pointer()), (StatusCode::UNPROCESSABLE_ENTITY, "/slip/content"));
        longer["slip"]["content"] = json!("no\u{0}thing");
        let refused = manager.post("/api/cases", &longer).key("nul").send().await;
        assert_eq!((refused.status, refused.pointer()), (StatusCode::UNPROCESSABLE_ENTITY, "/slip/content"));
    })
    .await;
}

/// What a sheet holds may be in any encoding or none.
#[tokio::test]
async fn a_file_in_a_wrong_encoding_is_told_or_read_and_never_half_taken() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let bytes: [&[u8]; 6] = [
            b"\xff\xfe\x00\x00",
            b"\xef\xbb\xbf",
            b"",
            b"\x00\x01\x02\x03",
            b"PK\x03\x04\x14\x00\x00\x00",
            b"\xbf\xcd\xbb\xa7\xc3\xfb\xb3\xc6,\xff\xff\n\x80,\x81\n",
        ];
        for given in bytes {
            for book in ["customers", "products", "units"] {
                let path = format!("/api/sheets/{book}/import?step=commit");
                let call = desk.manager.call(Method::POST, &path);
                let answer = call
                    .bytes("application/octet-stream", given.to_vec())
                    .send()
                    .await;
                assert!(!answer.status.is_server_error(), "{}", answer.body);
                assert_ne!(
                    answer.body["committed"], true,
                    "{book} {given:?}: {}",
                    answer.body
                );
            }
        }
        let customers = desk.manager.get("/api/customers").send().await;
        assert_eq!(customers.body["items"].as_array().map(Vec::len), Some(1));
    })
    .await;
}

async fn send(
    client: &Client,
    operation: &Operation,
    own: &Subjects,
    body: &Value,
    chinese: bool,
) -> Answer {
    let language = if chinese { "zh" } else { "en" };
    let call = call(client, operation, own).json(body);
    call.header(ACCEPT_LANGUAGE.as_str(), language).send().await
}

fn note_version(own: &mut Subjects, operation: &Operation, answer: &Answer) {
    let version = answer.body["version"].as_i64();
    if let (Some(folder), Some(version), true) = (
        operation.folders().next(),
        version,
        answer.status.is_success(),
    ) {
        own.set_version(folder, version);
    }
}

/// Done, or a problem document that says in the language asked for what is wrong.
fn clear(answer: &Answer, chinese: bool) -> Result<(), &'static str> {
    if answer.status.is_server_error() {
        return Err("the server failed");
    }
    if !answer.status.is_client_error() {
        return Ok(());
    }
    if answer
        .headers
        .get(CONTENT_TYPE)
        .is_none_or(|kind| kind != "application/problem+json")
    {
        return Err("no problem document");
    }
    let messages = answer.body["errors"].as_array();
    if answer.status == StatusCode::UNPROCESSABLE_ENTITY && messages.is_none_or(Vec::is_empty) {
        return Err("no field is named");
    }
    let messages = messages.into_iter().flatten().map(|one| &one["message"]);
    for said in messages.chain([&answer.body["title"]]) {
        let said = said.as_str().unwrap_or_default();
        // What the sentence repeats may be in any language; how it begins or ends is ours.
        let han = |c: char| {
            ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
        };
        let ours =
            said.chars().next().is_some_and(han) || said.chars().next_back().is_some_and(han);
        if said.is_empty() || ours != chinese {
            return Err("the wrong language");
        }
    }
    Ok(())
}

/// Every value of a document, one at a time, in place of itself something that does not belong there.
fn spoilt(body: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for place in leaves(body, String::new()) {
        let old = body.pointer(&place).expect("the place is in the document");
        for new in instead_of(old) {
            let mut changed = body.clone();
            *changed.pointer_mut(&place).expect("it still is") = new;
            found.push((place.clone(), changed));
        }
    }
    found
}

fn instead_of(old: &Value) -> Vec<Value> {
    let deep = (0..100).fold(json!(1), |inner, _| json!([inner]));
    let mut values = vec![
        Value::Null,
        json!({}),
        json!([]),
        json!([{}]),
        deep,
        json!(true),
    ];
    values.extend([
        json!(i64::MAX),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e300),
        json!(0.5),
        json!(-1),
    ]);
    values.extend([
        json!(""),
        json!("a\u{0}b"),
        json!("🛠️👩‍🔧𠮷"),
        json!("字".repeat(40_000)),
    ]);
    if old.is_string() {
        let dates = [
            "2026-02-30",
            "9999-12-31",
            "-009999-01-01",
            "0000-00-00",
            "9999-12-30T22:00:00Z",
            "-009999-01-02T01:59:59Z",
            "2026-11-22T25:00:00Z",
        ];
        values.extend(dates.into_iter().map(Value::from));
        let words = [
            " \u{200b}\u{feff} ",
            "%_\\'\";--",
            "months:99999999999999999999",
            "natural:PT99999999999H",
            "agr_",
            "../../etc",
            "\u{202e}abc",
        ];
        values.extend(words.into_iter().map(Value::from));
    }
    values
}

fn leaves(value: &Value, place: String) -> Vec<String> {
    let mut found = Vec::new();
    for (name, inner) in children(value) {
        found.extend(leaves(inner, format!("{place}/{name}")));
    }
    found.push(place);
    found.retain(|place| !place.is_empty());
    found
}

fn objects(value: &Value, place: String) -> Vec<String> {
    let mut found = Vec::new();
    for (name, inner) in children(value) {
        found.extend(objects(inner, format!("{place}/{name}")));
    }
    if value.is_object() {
        found.push(place);
    }
    found
}

fn children(value: &Value) -> Vec<(String, &Value)> {
    match value {
        Value::Object(entries) => entries
            .iter()
            .map(|(name, inner)| (name.replace('~', "~0").replace('/', "~1"), inner))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(index, inner)| (index.to_string(), inner))
            .collect(),
        _ => Vec::new(),
    }
}
