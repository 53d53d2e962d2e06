//! Engineers and partner outlets see what the cases given to them name, and nothing else: by list, id, search and event.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};

/// Each thing is made under a key of its own.
static MADE: AtomicU64 = AtomicU64::new(0);

/// Two customers of one branch, each with a unit, an agreement and a case of its own.
pub(crate) struct Branch {
    pub(crate) manager: Client,
    pub(crate) mine: Case,
    pub(crate) strange: Case,
}

pub(crate) struct Case {
    pub(crate) id: String,
    version: i64,
    unit: String,
    customer: String,
    agreement: String,
}

impl Branch {
    pub(crate) async fn open(service: &Router, world: &World) -> Self {
        let manager = Client::signed_in(service, Role::ServiceManager, Place::East).await;
        let plan = json!({ "from": { "origin": "template", "template": "06-tender-supplier" } });
        let plan = made(&manager, "/api/plans", &plan).await;
        let path = format!("/api/plans/{}/publish", id(&plan));
        let published = manager.post(&path, &json!({})).version(1).send().await;
        let plan = published.body["versions"][0]["id"].clone();
        let product = json!({ "model": "L-1", "name": "Lift" });
        let product = id(&made(&manager, "/api/products", &product).await);
        let mut cases = Vec::new();
        for name in ["Harbour", "Meadow"] {
            cases.push(case(&manager, world, name, &plan, &product).await);
        }
        let strange = cases.pop().unwrap();
        Self {
            manager,
            mine: cases.pop().unwrap(),
            strange,
        }
    }

    async fn act(&mut self, command: Value) {
        self.mine.version = self.act_on(&self.mine, &command).await;
    }

    /// Takes an action on a case and returns its new version.
    pub(crate) async fn act_on(&self, case: &Case, command: &Value) -> i64 {
        let path = format!("/api/cases/{}/actions", case.id);
        let answer = self
            .manager
            .post(&path, command)
            .version(case.version)
            .send()
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        answer.body["version"].as_i64().unwrap()
    }
}

async fn case(manager: &Client, world: &World, name: &str, plan: &Value, product: &str) -> Case {
    let customer = json!({ "kind": "organisation", "name": name, "phone": "138 0000 1111", "branch": world.east });
    let customer = id(&made(manager, "/api/customers", &customer).await);
    let contact = json!({ "name": format!("{name} Guo"), "phone": "139 0000 2222" });
    made(
        manager,
        &format!("/api/customers/{customer}/contacts"),
        &contact,
    )
    .await;
    let unit = json!({ "product": product, "serial": format!("S-{name}"), "customer": customer });
    let unit = id(&made(manager, "/api/units", &unit).await);
    let agreement = json!({ "customer": customer, "agreement": { "kind": "sale_warranty", "title": name,
        "plan_version": plan, "starts_on": "2026-01-01", "units": [unit],
        "terms": { "answers": { "warranty-term": "months:24", "rates": "list", "locations": "east", "early-minutes": "120", "late-minutes": "0" } } } });
    let agreement = id(&made(manager, "/api/agreements", &agreement).await);
    let report = json!({ "channel": "phone", "unit": unit,
        "slip": { "name": name, "phone": "138 0000 1111", "address": "Quay 1", "content": "It stopped" } });
    let case = made(manager, "/api/cases", &report).await;
    Case {
        id: id(&case),
        version: case["version"].as_i64().unwrap(),
        unit,
        customer,
        agreement,
    }
}

async fn made(client: &Client, path: &str, body: &Value) -> Value {
    let key = format!("made-{}", MADE.fetch_add(1, Ordering::Relaxed));
    let answer = client.post(path, body).key(&key).send().await;
    assert_eq!(
        answer.status,
        StatusCode::CREATED,
        "{path}: {}",
        answer.body
    );
    answer.body
}

fn id(body: &Value) -> String {
    body["id"].as_str().unwrap().to_owned()
}

/// What a list or a search shows, each thing once.
async fn ids(client: &Client, path: &str) -> Vec<String> {
    let answer = client.get(path).send().await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    let items = answer.body["items"].as_array().unwrap();
    let mut ids: Vec<String> = items.iter().map(id).collect();
    ids.dedup();
    ids
}

/// What somebody sees of the two cases and all they name: only the given one, wherever they look.
async fn sees_only(client: &Client, mine: &Case, strange: &Case) {
    let lists = [
        ("/api/cases", &mine.id),
        ("/api/units", &mine.unit),
        ("/api/customers", &mine.customer),
        ("/api/agreements", &mine.agreement),
        ("/api/units?q=S-", &mine.unit),
    ];
    for (path, only) in lists {
        assert_eq!(
            ids(client, path).await,
            std::slice::from_ref(only),
            "{path}"
        );
    }
    // A unit and a customer are found with their cases.
    for (words, named) in [("S-", &mine.unit), ("Guo", &mine.customer)] {
        let found = ids(client, &format!("/api/search?q={words}")).await;
        assert_eq!(found, [mine.id.clone(), named.clone()], "{words}");
    }
    let paths = |case: &Case| {
        [
            format!("/api/cases/{}", case.id),
            format!("/api/cases/{}/entitlement", case.id),
            format!("/api/units/{}", case.unit),
            format!("/api/units/{}/warranty", case.unit),
            format!("/api/units/{}/entitlement", case.unit),
            format!("/api/customers/{}", case.customer),
            format!("/api/agreements/{}", case.agreement),
        ]
    };
    for path in paths(mine) {
        let answer = client.get(&path).send().await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    }
    for path in paths(strange) {
        let answer = client.get(&path).send().await;
        assert_eq!(
            answer.status,
            StatusCode::NOT_FOUND,
            "{path}: {}",
            answer.body
        );
    }
    let report = |case: &Case| {
        json!({ "channel": "phone", "unit": case.unit,
            "slip": { "name": "Guo", "phone": "13800000000", "address": "Quay 1", "content": "Again" } })
    };
    let refused = client
        .post("/api/cases", &report(strange))
        .key("strange")
        .send()
        .await;
    assert_eq!(refused.pointer(), "/unit", "{}", refused.body);
}

async fn sees_nothing(client: &Client, case: &Case) {
    for path in [
        "/api/cases",
        "/api/units",
        "/api/customers",
        "/api/agreements",
        "/api/search?q=S-",
    ] {
        assert_eq!(ids(client, path).await, [""; 0], "{path}");
    }
    let answer = client
        .get(&format!("/api/units/{}", case.unit))
        .send()
        .await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.body);
}

#[tokio::test]
async fn who_is_given_a_case_sees_what_it_names_and_no_more() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let mut branch = Branch::open(&service, &world).await;
        for role in [Role::Engineer, Role::PartnerOutlet] {
            let client = Client::signed_in(&service, role, Place::East).await;
            sees_nothing(&client, &branch.mine).await;
            let person = world.person(role, Place::East).to_string();
            let crew = json!({ "do": { "action": "assign_crew", "crew": [person] } });
            branch.act(crew).await;
            sees_only(&client, &branch.mine, &branch.strange).await;
            let elsewhere = Client::signed_in(&service, role, Place::West).await;
            sees_nothing(&elsewhere, &branch.mine).await;
        }
        // Somebody else goes there now: whoever went before sees nothing of it any more.
        let colleague = World::colleague(Place::East).to_string();
        branch
            .act(json!({ "do": { "action": "assign_crew", "crew": [colleague] } }))
            .await;
        let engineer = Client::signed_in(&service, Role::Engineer, Place::East).await;
        sees_nothing(&engineer, &branch.mine).await;
    })
    .await;
}

#[tokio::test]
async fn the_number_to_call_is_on_the_case_while_it_is_open() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let mut branch = Branch::open(&service, &world).await;
        let engineer = Client::signed_in(&service, Role::Engineer, Place::East).await;
        let person = world.person(Role::Engineer, Place::East).to_string();
        branch.act(json!({ "do": { "action": "assign_crew", "crew": [person] } })).await;
        let call = json!([{ "proof": "call", "phone": "13800001111" }]);
        branch.act(json!({ "do": { "action": "plain", "name": "answer" }, "note": "Told", "evidence": call })).await;
        let path = format!("/api/cases/{}", branch.mine.id);
        let open = engineer.get(&path).send().await.body;
        assert_eq!(open["slip"]["phone"], "13800001111");
        let customer = format!("/api/customers/{}", branch.mine.customer);
        let of_customer = engineer.get(&customer).send().await.body;
        assert_eq!(of_customer["phone"], "138******11", "{of_customer}");
        assert_eq!(of_customer["contacts"][0]["phone"], "139******22", "{of_customer}");
        branch.act(json!({ "do": { "action": "close", "not_owed": "Solved by telephone", "nothing_done": "elsewhere" }, "note": "All well" })).await;
        let closed = engineer.get(&path).send().await.body;
        assert_eq!(closed["slip"]["phone"], "138******11", "{closed}");
        assert!(!closed.to_string().contains("13800001111"), "{closed}");
        let taken = engineer.get("/api/cases/export?ended=true").bytes_of().await;
        let taken = crate::exports::texts(&taken);
        assert!(taken.contains("138******11") && !taken.contains("13800001111"));
        let whole = branch.manager.get(&path).send().await.body;
        assert_eq!(whole["slip"]["phone"], "13800001111");
    })
    .await;
}

#[tokio::test]
async fn who_is_given_a_case_knows_what_was_merged_into_it_by_its_words_only() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let mut branch = Branch::open(&service, &world).await;
        let person = world.person(Role::Engineer, Place::East).to_string();
        branch.act(json!({ "do": { "action": "assign_crew", "crew": [person] } })).await;
        let report = json!({ "channel": "phone", "unit": branch.mine.unit,
            "slip": { "name": "Guo", "phone": "13800003333", "address": "Quay 1", "content": "It smells" } });
        let other = made(&branch.manager, "/api/cases", &report).await;
        let path = format!("/api/cases/{}/merge", id(&other));
        let into = json!({ "into": branch.mine.id });
        let merged = branch.manager.post(&path, &into).version(1).send().await;
        assert_eq!(merged.status, StatusCode::OK, "{}", merged.body);
        let engineer = Client::signed_in(&service, Role::Engineer, Place::East).await;
        let path = format!("/api/cases/{}", branch.mine.id);
        let seen = engineer.get(&path).send().await.body;
        assert_eq!(seen["related"][0]["slip"]["content"], "It smells", "{seen}");
        assert_eq!(seen["related"][0].get("number"), None, "{seen}");
    })
    .await;
}
