//! The whole program killed under load, again and again. What was acknowledged is there afterwards, each report once; the
//! ledger replays equal, the audit log verifies, and a broken promise was told once to each person.

#![allow(clippy::unwrap_used, reason = "a step that fails has failed the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use store::Engine;

use http::Client;
use server::{Installation, embedded};

mod backup;
mod http;
mod server;

const WRITERS: usize = 4;
/// Reports of one writer in one life, so that the test does not take longer on a faster machine.
const MOST: usize = 60;
/// Milliseconds each life lasts under load: some during the first requests, some in the middle of many.
const LIVES: [u64; 4] = [250, 500, 120, 350];
const PASSWORD: &str = "correct horse battery";

#[tokio::test(flavor = "multi_thread")]
async fn killed_under_load_nothing_acknowledged_is_lost_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let installation = embedded(folder.path());
    let expire = async |installation: &Installation| {
        let url = format!("sqlite:{}", installation.data.join("jiannuo.db").display());
        testkit::execute(&url, EXPIRE).await.unwrap();
    };
    story(&installation, expire).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_under_load_nothing_acknowledged_is_lost_on_postgres() {
    let folder = tempfile::tempdir().unwrap();
    let db = testkit::empty_db(Engine::Postgres).await;
    let installation = Installation {
        data: folder.path().to_owned(),
        database: Some(db.url().to_owned()),
    };
    story(&installation, async |_| db.execute(EXPIRE).await.unwrap()).await;
    db.discard().await;
}

/// What a dead worker had claimed comes again when its lease ends; the test does not wait minutes for that.
const EXPIRE: &str = "UPDATE job SET run_at = due_at WHERE claim IS NOT NULL";

/// What was asked for, by key, with the id that was acknowledged.
type Acknowledged = Mutex<BTreeMap<String, Option<String>>>;

async fn story(installation: &Installation, expire: impl AsyncFn(&Installation)) {
    let mut server = installation.serve();
    let desk = Desk::open(server.address, &server.password.take().unwrap());
    let acknowledged = Acknowledged::default();
    for (life, millis) in LIVES.into_iter().enumerate() {
        load(server.address, &desk, &acknowledged, life, || {
            std::thread::sleep(Duration::from_millis(millis));
            server.kill();
        });
        server = installation.serve();
    }
    let unanswered = retry(server.address, &desk, &acknowledged);
    let acknowledged = acknowledged.into_inner().unwrap();
    assert!(
        acknowledged.len() > 40,
        "only {} reports",
        acknowledged.len()
    );
    assert!(unanswered > 0, "no life ended in the middle of a request");
    let ids: BTreeSet<&String> = acknowledged.values().flatten().collect();
    assert_eq!(
        ids.len(),
        acknowledged.len(),
        "a report that was repeated is one case"
    );
    for id in &ids {
        let read = desk
            .manager
            .get(server.address, &format!("/api/cases/{id}"))
            .unwrap();
        assert_eq!(read.status, 200, "{id} was acknowledged");
    }
    server.kill();
    expire(installation).await;
    server = installation.serve();
    let told = breaches(server.address, &desk, ids.len());
    assert_eq!(told.len(), ids.len(), "each case broke its promise");
    assert!(
        told.values().all(|times| *times == 1),
        "told twice: {told:?}"
    );
    server.kill();
    for what in ["ledger", "audit"] {
        let check = installation.run(&["check", what]);
        let said = String::from_utf8_lossy(&check.stdout).into_owned();
        assert!(check.status.success(), "check {what}: {said}");
        if what == "ledger" {
            assert!(said.contains(&format!("{} cases", ids.len())), "{said}");
        }
    }
}

/// Reports until the server is killed; a request without an answer stays without an id.
fn load(
    server: SocketAddr,
    desk: &Desk,
    acknowledged: &Acknowledged,
    life: usize,
    end: impl FnOnce(),
) {
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let over = &over;
            scope.spawn(move || {
                for number in 0..MOST {
                    if over.load(Ordering::Relaxed) {
                        return;
                    }
                    let key = format!("report-{life}-{writer}-{number}");
                    acknowledged.lock().unwrap().insert(key.clone(), None);
                    if let Ok(answer) = desk.report(server, &key) {
                        assert_eq!(answer.status, 201, "{}", answer.body);
                        acknowledged
                            .lock()
                            .unwrap()
                            .insert(key, Some(id(&answer.body)));
                    }
                }
            });
        }
        end();
        over.store(true, Ordering::Relaxed);
    });
}

/// Sends again what was never answered, as a page does, and says how many that were; now and then also what was
/// answered: the answer is the same.
fn retry(server: SocketAddr, desk: &Desk, acknowledged: &Acknowledged) -> usize {
    let mut unanswered = 0;
    for (number, (key, known)) in acknowledged.lock().unwrap().iter_mut().enumerate() {
        if known.is_some() && number % 10 != 0 {
            continue;
        }
        let answer = desk.report(server, key).unwrap();
        assert_eq!(answer.status, 201, "{}", answer.body);
        let again = id(&answer.body);
        match known {
            Some(known) => assert_eq!(*known, again, "{key} was acknowledged with another id"),
            None => unanswered += 1,
        }
        *known = Some(again);
    }
    unanswered
}

/// How often the manager, who owns the cases, was told that the answer to each case is late.
fn breaches(server: SocketAddr, desk: &Desk, expected: usize) -> BTreeMap<String, usize> {
    let until = Instant::now() + Duration::from_secs(40);
    loop {
        let mut told = BTreeMap::new();
        let mut next = String::new();
        loop {
            let path = format!("/api/notices?limit=200{next}");
            let page = desk.manager.get(server, &path).unwrap().body;
            let items = page["items"].as_array().unwrap();
            for notice in items.iter().filter(|notice| is_breach(notice)) {
                *told
                    .entry(notice["subject"].as_str().unwrap().to_owned())
                    .or_default() += 1;
            }
            let Some(after) = page["next"].as_str() else {
                break;
            };
            next = format!("&after={after}");
        }
        if told.len() >= expected || Instant::now() > until {
            return told;
        }
        std::thread::sleep(Duration::from_millis(300));
    }
}

/// The limit to answer was missed.
fn is_breach(notice: &Value) -> bool {
    notice["params"]["promise"]
        .as_str()
        .is_some_and(|promise| promise.starts_with("response"))
        && notice["params"]["percent"]
            .as_i64()
            .is_none_or(|percent| percent >= 100)
}

fn id(body: &Value) -> String {
    body["id"]
        .as_str()
        .unwrap_or_else(|| panic!("made: {body}"))
        .to_owned()
}

/// A manager with an agreement to report under.
struct Desk {
    manager: Client,
    agreement: String,
}

impl Desk {
    /// The first steps of an installation, through the API.
    fn open(server: SocketAddr, password: &str) -> Self {
        let admin = sign_in_first(server, "admin", password);
        let org = admin.get(server, "/api/org").unwrap().body;
        let root = org
            .pointer("/items/0/id")
            .or_else(|| org.pointer("/0/id"))
            .unwrap();
        let person = json!({ "login": "manager", "password": "battery horse correct",
            "person": { "name": "Guo", "org": root, "roles": ["service_manager"] } });
        made(
            &admin
                .post(server, "/api/people", "person", &person)
                .unwrap(),
        );
        let manager = sign_in_first(server, "manager", "battery horse correct");
        let plan = json!({ "from": { "origin": "template", "template": "06-tender-supplier" } });
        let plan = made(&manager.post(server, "/api/plans", "plan", &plan).unwrap());
        let publish = format!("/api/plans/{}/publish", id(&plan));
        let version = format!("If-Match: {}", plan["version"]);
        let plan = manager
            .post(server, &publish, &version, &json!({}))
            .unwrap();
        assert_eq!(plan.status, 200, "{}", plan.body);
        let customer = json!({ "kind": "organisation", "name": "Hotel", "branch": root });
        let customer = made(
            &manager
                .post(server, "/api/customers", "customer", &customer)
                .unwrap(),
        );
        let agreement = json!({ "customer": customer["id"], "agreement": {
            "kind": "sale_warranty", "title": "Sale", "plan_version": plan.body["versions"][0]["id"], "starts_on": "2020-01-01",
            "terms": { "answers": { "warranty-term": "months:24", "rates": "list", "locations": "east", "early-minutes": "120", "late-minutes": "0" } } } });
        let agreement = made(
            &manager
                .post(server, "/api/agreements", "agreement", &agreement)
                .unwrap(),
        );
        Self {
            manager,
            agreement: id(&agreement),
        }
    }

    /// A report that came long ago and is entered late, so that its promise to answer is broken at once.
    fn report(&self, server: SocketAddr, key: &str) -> std::io::Result<http::Answer> {
        let body = json!({ "channel": "phone", "agreement": self.agreement, "at": "2026-01-05T02:00:00Z",
            "slip": { "name": "Guo", "phone": "13800000000", "address": "Quay 1", "content": key } });
        self.manager.post(server, "/api/cases", key, &body)
    }
}

/// Signs in and changes the password, which the first sign-in asks for.
fn sign_in_first(server: SocketAddr, login: &str, password: &str) -> Client {
    let client = Client::signed_in(server, login, password);
    let change = json!({ "current_password": password, "new_password": PASSWORD });
    let changed = client.put(server, "/api/me/password", &change).unwrap();
    assert_eq!(changed.status, 204, "{}", changed.body);
    client
}

fn made(answer: &http::Answer) -> Value {
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.body.clone()
}
