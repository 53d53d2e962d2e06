//! Things to ask for: the same set in the east and in the west, made through the API itself.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::http::{Method, StatusCode};
use domain::access::Role;
use domain::ids::CustomerId;
use serde_json::{Value, json};
use store::person::{self, Credential, Person};
use store::{AuditEntry, Origin, Receipt, Scope};
use testkit::{Place, World};

use crate::client::{Answer, Client};

/// What belongs to one branch: a stranger must not tell it from what does not exist. Everything else is the company's.
pub(crate) const OF_A_BRANCH: [&str; 14] = [
    "agreements",
    "archive",
    "cases",
    "components",
    "contacts",
    "customers",
    "files",
    "org",
    "other-cases",
    "people",
    "sessions",
    "sites",
    "tokens",
    "units",
];

/// How a picture begins.
pub(crate) const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n and so on";

/// Makes names that were not used before.
static MADE: AtomicU64 = AtomicU64::new(0);

/// One of each thing, by the folder it stands behind in a path; also the names of the braces in `endpoints.rs`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Subjects {
    pub(crate) ids: BTreeMap<&'static str, String>,
    /// The version of what can be changed; 1 where it is not listed.
    pub(crate) versions: BTreeMap<&'static str, i64>,
    /// The sign-in of a person of the customer.
    pub(crate) customer_login: String,
}

impl Subjects {
    /// The same, with one thing of somebody else's.
    pub(crate) fn with(&self, name: &'static str, other: &Self) -> Self {
        let mut mixed = self.clone();
        mixed.ids.insert(name, other.ids[name].clone());
        if let Some(version) = other.versions.get(name) {
            mixed.versions.insert(name, *version);
        }
        mixed
    }

    /// The same, with an id nothing has in place of one.
    pub(crate) fn without(&self, name: &'static str) -> Self {
        let mut mixed = self.clone();
        let (kind, _) = self.ids[name].rsplit_once('_').expect("ids have a prefix");
        mixed.ids.insert(name, format!("{kind}_{:032x}", 0x0dd));
        mixed
    }

    /// Notes what version a thing has now.
    pub(crate) fn set_version(&mut self, folder: &str, version: i64) {
        if let Some((name, _)) = self.ids.get_key_value(folder) {
            self.versions.insert(name, version);
        }
    }

    fn note(&mut self, name: &'static str, made: &Value) -> String {
        let id = made["id"].as_str().expect("what is made has an id");
        self.ids.insert(name, id.to_owned());
        if let Some(version) = made["version"].as_i64() {
            self.versions.insert(name, version);
        }
        id.to_owned()
    }
}

/// Makes the subjects of one branch.
pub(crate) async fn subjects(service: &Router, world: &World, place: Place) -> Subjects {
    let manager = Client::signed_in(service, Role::ServiceManager, place).await;
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    let org = if place == Place::East {
        world.east
    } else {
        world.west
    };
    let mut made = Subjects::default();
    for (name, id) in [
        ("calendars", "cn-office".to_owned()),
        ("company", world.company.to_string()),
        ("org", org.to_string()),
        ("people", World::colleague(place).to_string()),
        ("regions", format!("region-{number}")),
        ("sheets", "units".to_owned()),
        ("views", "cases".to_owned()),
    ] {
        made.ids.insert(name, id);
    }
    made.versions.insert("calendars", 0);
    master_data(&manager, &mut made, number).await;
    promises(&manager, &mut made).await;
    cases(&manager, world, place, &mut made).await;
    let sessions = manager.get("/api/me/sessions").send().await.body;
    let session = sessions
        .pointer("/items/0/id")
        .or_else(|| sessions.pointer("/0/id"))
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("a session is listed: {sessions}"));
    made.ids.insert("sessions", session.to_owned());
    let token = json!({ "name": "Report", "days": 30, "reach": "read" });
    made.note("tokens", &create(&manager, "/api/me/tokens", token).await);
    made.customer_login = sign_up(world, place, &made.ids["customers"], number).await;
    for name in [
        "agreements",
        "cases",
        "customers",
        "org",
        "people",
        "plans",
        "units",
    ] {
        let path = format!("/api/{name}/{}", made.ids[name]);
        let now = answer(&manager, Method::GET, &path, &Value::Null).await;
        made.note(name, &now.body);
    }
    made
}

async fn master_data(manager: &Client, made: &mut Subjects, number: u64) {
    let customer = json!({ "kind": "organisation", "name": format!("Hotel {number}"), "branch": made.ids["org"] });
    let customer = made.note(
        "customers",
        &create(manager, "/api/customers", customer).await,
    );
    let path = format!("/api/customers/{customer}");
    let site = json!({ "name": "S", "address": "A" });
    let site = create(manager, &format!("{path}/sites"), site).await;
    let site = made.note("sites", &site);
    let contact = json!({ "name": "Guo" });
    let contact = create(manager, &format!("{path}/contacts"), contact).await;
    made.note("contacts", &contact);
    let product = json!({ "model": format!("L-{number}"), "name": "Lift",
        "component_classes": [{ "class": "motor", "label": "Motor" }] });
    let product = made.note("products", &create(manager, "/api/products", product).await);
    let unit = json!({ "product": product, "serial": format!("S-{number}"), "customer": customer, "site": site });
    let unit = made.note("units", &create(manager, "/api/units", unit).await);
    let component = json!({ "class": "motor", "name": "Motor" });
    let component = create(manager, &format!("/api/units/{unit}/components"), component).await;
    made.note("components", &component);
    let path = format!("/api/units/{unit}/archive?name=plate.png&record=nameplate");
    let sent = manager
        .call(Method::POST, &path)
        .bytes("image/png", PICTURE)
        .send()
        .await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.body);
    made.note("archive", &sent.body);
    let card = format!("/api/units/{unit}/warranty");
    let card = answer(manager, Method::GET, &card, &Value::Null).await;
    let code = card.body["public_code"]
        .as_str()
        .expect("a unit has a code");
    made.ids.insert("codes", code.to_owned());
    let region = json!({ "key": made.ids["regions"], "region": { "label": format!("Region {number}"), "branch": made.ids["org"] } });
    create(manager, "/api/regions", region).await;
}

/// A plan with a draft, a published version, and an agreement that applies it.
async fn promises(manager: &Client, made: &mut Subjects) {
    let blank = json!({ "from": { "origin": "blank", "title": "Plan", "trade": "elevators" } });
    made.note("plans", &create(manager, "/api/plans", blank).await);
    read(manager, made).await;
    let version = published(manager).await;
    made.ids.insert("plan-versions", version.clone());
    let agreement = json!({ "customer": made.ids["customers"], "agreement": {
        "kind": "sale_warranty", "title": "Sale", "plan_version": version,
        "starts_on": "2026-01-01", "ends_on": "2027-12-31",
        "terms": { "answers": { "warranty-term": "months:24", "rates": "list", "locations": "east", "early-minutes": "120", "late-minutes": "0" } },
        "units": [made.ids["units"]], "sites": [made.ids["sites"]],
    } });
    made.note(
        "agreements",
        &create(manager, "/api/agreements", agreement).await,
    );
}

/// A document that was read and settled, and the plan that was made of it.
async fn read(manager: &Client, made: &mut Subjects) {
    let text = "售后服务方案\n自验收之日起整机保修两年。接到报修后四小时内到场。";
    let pasted = json!({ "title": "Plan", "text": text });
    let id = made.note(
        "readings",
        &create(manager, "/api/readings/paste", pasted).await,
    );
    let accept = json!({ "do": { "step": "accept_above", "confidence": 0 } });
    let plan = json!({ "title": "Plan", "trade": "elevators" });
    let restore = json!({ "do": { "step": "restore", "items": [1] } });
    let steps = [
        ("steps", accept),
        ("plan", plan),
        ("steps", restore),
        ("undo", json!({})),
    ];
    for (verb, body) in steps {
        let call = manager.post(&format!("/api/readings/{id}/{verb}"), &body);
        let done = call.version(made.versions["readings"]).send().await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        made.note("readings", &done.body);
    }
}

/// The id of a version of the tender supplier's plan.
pub(crate) async fn published(manager: &Client) -> String {
    let plan = json!({ "from": { "origin": "template", "template": "06-tender-supplier" } });
    let plan = create(manager, "/api/plans", plan).await;
    let path = format!("/api/plans/{}/publish", plan["id"].as_str().unwrap());
    let call = manager.post(&path, &json!({}));
    let published = call.version(plan["version"].as_i64().unwrap()).send().await;
    assert_eq!(published.status, StatusCode::OK, "{}", published.body);
    published.body["versions"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// Two cases of the unit; the branch's engineer answers for both, and a photo is attached to the first.
async fn cases(manager: &Client, world: &World, place: Place, made: &mut Subjects) {
    let report = json!({ "channel": "phone", "unit": made.ids["units"], "agreement": made.ids["agreements"],
        "slip": { "name": "Guo", "phone": "138 0000 0000", "address": "Quay 1", "content": "No picture" } });
    for name in ["other-cases", "cases"] {
        let case = create(manager, "/api/cases", report.clone()).await;
        let id = made.note(name, &case);
        let owner = json!({ "owner": world.person(Role::Engineer, place) });
        let call = manager.post(&format!("/api/cases/{id}/owner"), &owner);
        let owned = call.version(made.versions[name]).send().await;
        assert_eq!(owned.status, StatusCode::OK, "{}", owned.body);
        made.note(name, &owned.body);
    }
    let path = format!("/api/cases/{}/files?name=photo.png", made.ids["cases"]);
    let sent = manager
        .call(Method::POST, &path)
        .bytes("image/png", PICTURE)
        .send()
        .await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.body);
    made.note("files", &sent.body);
}

/// Gives the customer a person who can sign in.
async fn sign_up(world: &World, place: Place, customer: &str, number: u64) -> String {
    let id = world.person(Role::Customer, place);
    let mut read = world.app.db.read().await.unwrap();
    let pattern = person::get(&mut read, id, &Scope::All).await.unwrap();
    drop(read);
    let customer: CustomerId = customer.parse().unwrap();
    let login = format!("customer.{number}");
    let somebody = Person {
        id: domain::ids::PersonId::new(world.app.uuid()),
        login: login.clone(),
        customer: Some(customer),
        ..pattern
    };
    let hash = world
        .app
        .passwords
        .hash(World::PASSWORD, world.app.random.as_ref());
    let credential = Credential {
        hash: hash.await.unwrap(),
        must_change: false,
        changed_at: world.app.now(),
    };
    let origin = Origin {
        actor: "test".into(),
        request: "sign-up".into(),
        at: world.app.now(),
    };
    let mut tx = world.app.db.begin(origin).await.unwrap();
    person::insert(&mut tx, &somebody).await.unwrap();
    person::set_credential(&mut tx, somebody.id, &credential)
        .await
        .unwrap();
    let entry = AuditEntry::new("test.sign-up", "person", somebody.id);
    tx.finish(Receipt::new(entry)).await.unwrap();
    login
}

/// What a `POST` that creates answers.
pub(crate) async fn create(client: &Client, path: &str, body: Value) -> Value {
    let answer = answer(client, Method::POST, path, &body).await;
    assert_eq!(
        answer.status,
        StatusCode::CREATED,
        "{path}: {}",
        answer.body
    );
    answer.body
}

async fn answer(client: &Client, method: Method, path: &str, body: &Value) -> Answer {
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    let call = client.call(method, path).key(&format!("make-{number}"));
    if body.is_null() {
        call.send().await
    } else {
        call.json(body).send().await
    }
}
