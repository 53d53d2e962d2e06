//! Cases: done, refused, repeated; what is owed, and the proof of the ledger.

use axum::Router;
use axum::http::StatusCode;
use domain::access::Role;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Answer, Client, service};
use crate::warranty::{Shop, warranty};

/// A service manager, an agreement under the plan of the tender supplier, and a report under it.
pub(crate) struct Desk {
    pub manager: Client,
    agreement: String,
}

pub(crate) async fn desk(service: &Router, world: &World) -> Desk {
    let manager = Client::signed_in(service, Role::ServiceManager, Place::East).await;
    let plan = json!({ "from": { "origin": "template", "template": "06-tender-supplier" } });
    let plan = created(&manager, "/api/plans", &plan).await;
    let path = format!("/api/plans/{}/publish", plan["id"].as_str().unwrap());
    let published = manager
        .post(&path, &json!({}))
        .version(plan["version"].as_i64().unwrap())
        .send()
        .await;
    assert_eq!(published.status, StatusCode::OK, "{}", published.body);
    let customer = json!({ "kind": "organisation", "name": "Hotel", "branch": world.east });
    let customer = created(&manager, "/api/customers", &customer).await;
    let agreement = json!({ "customer": customer["id"], "agreement": {
        "kind": "sale_warranty", "title": "Sale", "plan_version": published.body["versions"][0]["id"],
        "starts_on": "2026-01-01",
        "terms": { "answers": { "warranty-term": "months:24", "rates": "list", "locations": "east", "early-minutes": "120", "late-minutes": "0" } },
    } });
    let agreement = created(&manager, "/api/agreements", &agreement).await;
    Desk {
        manager,
        agreement: agreement["id"].as_str().unwrap().to_owned(),
    }
}

async fn created(client: &Client, path: &str, body: &Value) -> Value {
    let answer = client
        .post(path, body)
        .key(&format!("make-{path}"))
        .send()
        .await;
    assert_eq!(
        answer.status,
        StatusCode::CREATED,
        "{path}: {}",
        answer.body
    );
    answer.body
}

impl Desk {
    fn body(&self) -> Value {
        json!({ "channel": "phone", "agreement": self.agreement,
            "slip": { "name": "Guo", "phone": "138 0000 0000", "address": "Harbour 1", "content": "No picture" } })
    }

    pub(crate) async fn report(&self, key: &str) -> Answer {
        self.manager
            .post("/api/cases", &self.body())
            .key(key)
            .send()
            .await
    }

    pub(crate) async fn act(&self, case: &Value, command: Value) -> Answer {
        let path = format!("/api/cases/{}/actions", case["id"].as_str().unwrap());
        self.manager
            .post(&path, &command)
            .version(case["version"].as_i64().unwrap())
            .send()
            .await
    }
}

fn state_of<'a>(case: &'a Value, clause: &str) -> &'a str {
    let rows = case["obligations"].as_array().unwrap();
    let row = rows.iter().find(|row| row["clause"] == clause);
    row.unwrap_or_else(|| panic!("{clause} is owed"))["state"]
        .as_str()
        .unwrap()
}

pub(crate) fn plain(name: &str, note: &str, evidence: Value) -> Value {
    json!({ "do": { "action": "plain", "name": name }, "note": note, "evidence": evidence })
}

const CALL: &str = "13800000000";

#[tokio::test]
async fn a_report_is_kept_once_and_starts_its_clocks() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let desk = desk(&service, &world).await;
        let first = desk.report("r-1").await;
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.body);
        assert_eq!(desk.report("r-1").await.body, first.body);
        assert_eq!(state_of(&first.body, "response"), "running");
        assert_eq!(state_of(&first.body, "feedback"), "kept");
        let listed = desk.manager.get("/api/cases").send().await;
        assert_eq!(listed.body["items"].as_array().map(Vec::len), Some(1));
        assert_eq!(listed.body["items"][0]["next"]["clause"], "response");
        let mut empty = desk.body();
        empty["slip"]["content"] = json!(" ");
        let refused = desk
            .manager
            .post("/api/cases", &empty)
            .key("r-2")
            .send()
            .await;
        assert_eq!(
            (refused.status, refused.pointer()),
            (StatusCode::UNPROCESSABLE_ENTITY, "/slip/content")
        );
        let mut foreign = desk.body();
        foreign["agreement"] = json!("agr_00000000000000000000000000000009");
        let refused = desk
            .manager
            .post("/api/cases", &foreign)
            .key("r-3")
            .send()
            .await;
        assert_eq!(
            (refused.status, refused.pointer()),
            (StatusCode::UNPROCESSABLE_ENTITY, "/agreement")
        );
    })
    .await;
}

#[tokio::test]
async fn a_case_runs_from_report_to_the_customers_word_and_is_reopened() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let desk = desk(&service, &world).await;
        let case = desk.report("r-1").await.body;
        let call = json!([{ "proof": "call", "phone": CALL }]);
        let without_proof = desk.act(&case, plain("answer", "", json!([]))).await;
        assert_eq!((without_proof.status, without_proof.pointer()), (StatusCode::UNPROCESSABLE_ENTITY, "/evidence"));
        let future = json!({ "do": { "action": "plain", "name": "answer" }, "evidence": call, "at": "2030-01-01T00:00:00Z" });
        assert_eq!(desk.act(&case, future).await.pointer(), "/at");
        let answered = desk.act(&case, plain("answer", "will come", call.clone())).await;
        assert_eq!(answered.status, StatusCode::OK, "{}", answered.body);
        assert_eq!(state_of(&answered.body, "response"), "kept");
        let again = desk.act(&case, plain("answer", "will come", call.clone())).await;
        assert_eq!((again.status, &again.body["version"]), (StatusCode::OK, &answered.body["version"]));
        let stale = desk.act(&case, plain("diagnose", "lamp", json!([]))).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
        let early = desk.act(&answered.body, plain("check_in", "", json!([{ "proof": "word", "said": "here" }]))).await;
        assert_eq!(early.problem(), "case-not-reached");
        let crew = json!({ "do": { "action": "assign_crew", "crew": [World::colleague(Place::East)] } });
        let crew = desk.act(&answered.body, crew).await;
        assert_eq!(crew.status, StatusCode::OK, "{}", crew.body);
        let foreign = json!({ "do": { "action": "assign_crew", "crew": [World::colleague(Place::West)] } });
        assert_eq!(desk.act(&crew.body, foreign).await.pointer(), "/do/crew/0");
        let there = desk.act(&crew.body, plain("check_in", "", json!([{ "proof": "word", "said": "here" }]))).await;
        assert_eq!(state_of(&there.body, "arrival"), "kept");
        let wordless = desk.act(&there.body, plain("close", " ", json!([]))).await;
        assert_eq!(wordless.pointer(), "/note");
        let closed = desk.act(&there.body, plain("close", "It works, thank you", json!([]))).await;
        assert_eq!(closed.body["status"]["phase"], "closed");
        let late = desk.act(&closed.body, plain("repair", "again", json!([]))).await;
        assert_eq!(late.problem(), "case-ended");
        world.clock.advance(SignedDuration::from_mins(5));
        let open = desk.act(&closed.body, plain("reopen", "dark again", json!([]))).await;
        assert_eq!((open.body["status"]["phase"].as_str(), open.body["status"]["round"].as_i64()), (Some("new"), Some(2)));
    })
    .await;
}

#[tokio::test]
async fn closing_asks_why_running_promises_are_not_owed() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let desk = desk(&service, &world).await;
        let case = desk.report("r-1").await.body;
        let asked = |case: &Value| -> Vec<String> {
            let rows = case["obligations"].as_array().unwrap().iter();
            rows.filter(|row| row["given_up_by_closing"] == true).map(|row| row["clause"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(asked(&case), ["response", "arrival"]);
        let silent = desk.act(&case, plain("close", "Hm", json!([]))).await;
        assert_eq!((silent.status, silent.pointer()), (StatusCode::UNPROCESSABLE_ENTITY, "/do/not_owed"));
        let named: Vec<_> = silent.body["clauses"].as_array().unwrap().iter().map(|clause| &clause["id"]).collect();
        assert_eq!(named, ["response", "arrival"]);
        let closing = |why: &str| json!({ "do": { "action": "close", "not_owed": why, "nothing_done": "false_alarm" }, "note": "Fine again" });
        assert_eq!(desk.act(&case, closing("  ")).await.pointer(), "/do/not_owed");
        let closed = desk.act(&case, closing("It was the wrong hotel")).await;
        assert_eq!(closed.status, StatusCode::OK, "{}", closed.body);
        assert_eq!((state_of(&closed.body, "response"), state_of(&closed.body, "arrival")), ("cancelled", "cancelled"));
        let rows = closed.body["obligations"].as_array().unwrap();
        assert!(rows.iter().filter(|row| row["state"] == "cancelled").all(|row| row["not_owed"] == "It was the wrong hotel"), "{rows:?}");
        let again = desk.act(&case, closing("It was the wrong hotel")).await;
        assert_eq!((again.status, &again.body["version"]), (StatusCode::OK, &closed.body["version"]));
    })
    .await;
}

#[tokio::test]
async fn closing_dated_back_before_a_breach_hides_nothing() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let desk = desk(&service, &world).await;
        let case = desk.report("r-1").await.body;
        let reported = case["reported_at"].clone();
        world.clock.advance(SignedDuration::from_hours(3));
        let mut closing = plain("close", "Fine again", json!([]));
        closing["at"] = reported;
        assert_eq!(desk.act(&case, closing).await.pointer(), "/do/not_owed");
    })
    .await;
}

#[tokio::test]
async fn a_missed_promise_stays_broken_is_explained_and_the_ledger_is_proved() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let desk = desk(&service, &world).await;
        let case = desk.report("r-1").await.body;
        let id = case["id"].as_str().unwrap();
        world.clock.advance(SignedDuration::from_hours(3));
        let now = desk.manager.get(&format!("/api/cases/{id}")).send().await.body;
        assert_eq!(state_of(&now, "response"), "broken");
        let check = app::case::check_ledger(&world.app).await.expect("the ledger can be read");
        assert_eq!((check.cases, check.differences), (1, vec![]));
        let explained = desk.manager.get(&format!("/api/cases/{id}/explain?clause=response&cycle=1")).send().await;
        assert_eq!(explained.status, StatusCode::OK, "{}", explained.body);
        assert_eq!(explained.body["spans"].as_array().map(Vec::len), Some(1));
        let excuse = json!({ "do": { "action": "excuse", "clause": "response", "cycle": 1 }, "note": "Storm" });
        let excused = desk.act(&now, excuse).await;
        assert_eq!(state_of(&excused.body, "response"), "excused");
        let check = app::case::check_ledger(&world.app).await.expect("the ledger can be read");
        assert_eq!(check.differences, vec![]);
        // Whatever lists and counts read is proved too, not only what is shown of one case.
        for column in ["state", "strength", "branch_id", "customer_id", "owner_id", "agreement_id"] {
            let set = |to: &str| format!("UPDATE case_obligation SET {column} = {to}");
            db.execute(&set(&format!("{column} || '!'"))).await.unwrap();
            let check = app::case::check_ledger(&world.app).await.expect("the ledger can be read");
            assert!(!check.differences.is_empty(), "{column} was changed and nobody noticed");
            db.execute(&set(&format!("replace({column}, '!', '')"))).await.unwrap();
        }
        for set in ["broken = broken + 1", "due_key = due_key + 1", "is_open = 1 - is_open"] {
            db.execute(&format!("UPDATE service_case SET {set}")).await.unwrap();
            let check = app::case::check_ledger(&world.app).await.expect("the ledger can be read");
            assert_eq!(check.differences.len(), 1, "{set} and nobody noticed");
            db.execute(&format!("UPDATE service_case SET {}", set.replace('+', "-"))).await.unwrap();
        }
        db.execute("UPDATE case_obligation SET counted_at = counted_at - 1").await.unwrap();
        let check = app::case::check_ledger(&world.app).await.expect("the ledger can be read");
        assert_eq!(check.differences.len() as u64, check.promises, "each is in another period");
    })
    .await;
}

/// Whether a case names another one by its number.
fn names(case: &Value, other: &Value) -> bool {
    let related = case["related"].as_array().unwrap();
    (related.iter()).any(|one| (&one["id"], &one["number"]) == (&other["id"], &other["number"]))
}

#[tokio::test]
async fn merging_and_splitting_lose_no_clock() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let desk = desk(&service, &world).await;
        let first = desk.report("r-1").await.body;
        world.clock.advance(SignedDuration::from_mins(30));
        let second = desk.report("r-2").await.body;
        let started = |case: &Value| {
            let rows = case["obligations"].as_array().unwrap();
            rows.iter()
                .find(|row| row["clause"] == "response")
                .map(|row| row["started_at"].clone())
        };
        let path = format!("/api/cases/{}/merge", first["id"].as_str().unwrap());
        let merged = desk
            .manager
            .post(&path, &json!({ "into": second["id"] }))
            .version(first["version"].as_i64().unwrap())
            .send()
            .await;
        assert_eq!(merged.status, StatusCode::OK, "{}", merged.body);
        assert_eq!(merged.body["id"], second["id"]);
        assert_eq!(started(&merged.body), started(&first));
        let told = &merged.body["related"][0];
        assert_eq!(
            (&told["id"], &told["number"]),
            (&first["id"], &first["number"])
        );
        assert_eq!(
            told["slip"], first["slip"],
            "what was reported there is answered here"
        );
        assert_eq!(told["reported_at"], first["reported_at"]);
        let left = format!("/api/cases/{}", first["id"].as_str().unwrap());
        let left = desk.manager.get(&left).send().await.body;
        assert_eq!(left["related"][0]["number"], second["number"]);
        let path = format!("/api/cases/{}/split", second["id"].as_str().unwrap());
        let split = desk
            .manager
            .post(&path, &json!({ "content": "The lamp too" }))
            .key("s-1")
            .version(merged.body["version"].as_i64().unwrap())
            .send()
            .await;
        assert_eq!(split.status, StatusCode::CREATED, "{}", split.body);
        assert_eq!(started(&split.body), started(&first));
        assert!(names(&split.body, &second), "{}", split.body["related"]);
        let whole = format!("/api/cases/{}", second["id"].as_str().unwrap());
        let whole = desk.manager.get(&whole).send().await.body;
        assert!(names(&whole, &split.body), "{}", whole["related"]);
        let check = app::case::check_ledger(&world.app)
            .await
            .expect("the ledger can be read");
        assert_eq!((check.cases, check.differences), (3, vec![]));
    })
    .await;
}

#[tokio::test]
async fn changed_terms_move_the_clocks_of_open_cases_at_once() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let desk = desk(&service, &world).await;
        let case = desk.report("r-1").await.body;
        let path = format!("/api/cases/{}", case["id"].as_str().unwrap());
        let agreement = format!("/api/agreements/{}", desk.agreement);
        let read = desk.manager.get(&agreement).send().await.body;
        let own = json!({ "kind": "sale_warranty", "title": "Sale", "plan_version": read["plan_version"], "starts_on": "2026-01-01",
            "terms": { "answers": { "warranty-term": "months:24", "rates": "list", "locations": "east", "early-minutes": "120", "late-minutes": "0" },
                "overrides": [{ "clause": "response", "value": { "what": "bound",
                    "bound": { "type": "within", "limit": "natural:PT30M" } } }] } });
        let changed = desk.manager.put(&agreement, &own).version(read["version"].as_i64().unwrap()).send().await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
        for claim in app::work::claim(&world.app, 50).await.unwrap() {
            if claim.kind == app::case::ALARM {
                app::case::ring(&world.app, claim).await.unwrap();
            }
        }
        let check = app::case::check_ledger(&world.app).await.unwrap();
        assert_eq!((check.cases, check.differences), (1, vec![]));
        world.clock.advance(SignedDuration::from_mins(31));
        let now = desk.manager.get(&path).send().await.body;
        assert_eq!(state_of(&now, "response"), "broken");
    })
    .await;
}

#[tokio::test]
async fn cases_are_looked_at_again_when_their_customer_becomes_a_consumer() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let desk = desk(&service, &world).await;
        let case = desk.report("r-1").await.body;
        let customer = format!("/api/customers/{}", case["customer"].as_str().unwrap());
        let rings = async || {
            let claims = app::work::claim(&world.app, 50).await.unwrap();
            let alarms = claims
                .into_iter()
                .filter(|one| one.kind == app::case::ALARM);
            let mut rung = 0;
            for claim in alarms {
                assert_eq!(claim.subject, case["id"]);
                app::case::ring(&world.app, claim).await.unwrap();
                rung += 1;
            }
            rung
        };
        let mut woken = Vec::new();
        for (kind, name) in [("organisation", "Inn"), ("consumer", "Inn")] {
            let known = desk.manager.get(&customer).send().await.body;
            let fields = json!({ "kind": kind, "name": name, "branch": known["branch"] });
            let version = known["version"].as_i64().unwrap();
            let put = desk.manager.put(&customer, &fields).version(version);
            let changed = put.send().await;
            assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
            woken.push(rings().await);
        }
        assert_eq!(woken, [0, 1], "a name moves no deadline, the law may");
        let check = app::case::check_ledger(&world.app).await.unwrap();
        assert_eq!((check.cases, check.differences), (1, vec![]));
    })
    .await;
}

#[tokio::test]
async fn a_list_to_be_printed_tells_what_customers_and_units_are_called() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let plan = shop.plan("Short", warranty(12)).await;
        let product = shop.product("L-1", Some(&plan)).await;
        let unit = shop.unit(&product, "B-1", "2026-10-10").await;
        let report = json!({ "channel": "phone", "unit": unit["id"],
            "slip": { "name": "Zhou", "phone": "13800000000", "address": "Quay 1", "content": "It stopped" } });
        created(&shop.manager, "/api/cases", &report).await;
        let listed = async |client: &Client, path: &str| {
            let told = client.get(path).send().await.body;
            let line = &told["items"][0];
            (line["customer_name"].clone(), line["unit_name"].clone())
        };
        let named = listed(&shop.manager, "/api/cases?named=true").await;
        assert_eq!(named, (json!("Hotel"), json!("Lift L-1 B-1")));
        let plain = listed(&shop.manager, "/api/cases").await;
        assert_eq!(plain, (Value::Null, Value::Null), "nobody asked for names");
    })
    .await;
}
