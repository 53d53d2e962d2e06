//! Warranties that rest on a product's plan or the company's own, repair days that extend them, and people's decisions.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::http::StatusCode;
use domain::access::Role;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};
use crate::subjects::PICTURE;

/// Each thing is made under a key of its own.
static MADE: AtomicU64 = AtomicU64::new(0);

/// A service manager with a customer, who makes plans, products and units.
pub(crate) struct Shop {
    pub(crate) service: Router,
    pub(crate) manager: Client,
    pub(crate) customer: String,
}

impl Shop {
    pub(crate) async fn open(world: &World) -> Self {
        let service = service(world);
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let customer = json!({ "kind": "organisation", "name": "Hotel", "branch": world.east });
        let customer = made(&manager, "/api/customers", &customer).await;
        Self {
            service,
            customer: id(&customer),
            manager,
        }
    }

    /// A published plan with these clauses.
    pub(crate) async fn plan(&self, title: &str, clauses: Value) -> String {
        self.document(json!({ "title": title, "trade": "elevators", "calendar": "always", "clauses": clauses })).await
    }

    /// A published plan as such.
    pub(crate) async fn document(&self, draft: Value) -> String {
        let from = json!({ "from": { "origin": "blank", "title": draft["title"], "trade": draft["trade"] } });
        let plan = made(&self.manager, "/api/plans", &from).await;
        let path = format!("/api/plans/{}", id(&plan));
        let kept = self
            .manager
            .put(&format!("{path}/draft"), &draft)
            .version(1)
            .send()
            .await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
        let published = self
            .manager
            .post(&format!("{path}/publish"), &json!({}))
            .version(2)
            .send()
            .await;
        assert_eq!(published.status, StatusCode::OK, "{}", published.body);
        published.body["versions"][0]["id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    pub(crate) async fn product(&self, model: &str, plan: Option<&str>) -> String {
        let product = json!({ "model": model, "name": "Lift", "plan_version": plan });
        id(&made(&self.manager, "/api/products", &product).await)
    }

    pub(crate) async fn unit(&self, product: &str, serial: &str, accepted: &str) -> Value {
        let unit = json!({ "product": product, "serial": serial, "customer": self.customer,
            "dates": { "accepted": accepted }, "card": "present", "proof": "present" });
        made(&self.manager, "/api/units", &unit).await
    }

    pub(crate) async fn card(&self, unit: &str) -> Value {
        self.manager
            .get(&format!("/api/units/{unit}/warranty"))
            .send()
            .await
            .body
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

pub(crate) fn id(body: &Value) -> String {
    body["id"].as_str().unwrap().to_owned()
}

/// A warranty of so many months from acceptance, which repair days extend, and who pays while it runs.
pub(crate) fn warranty(months: u32) -> Value {
    json!([
        { "id": "term", "heading": "Warranty", "text": format!("{months} months from acceptance."), "promise": {
            "kind": "warranty_term", "covers": { "what": "whole_unit" }, "term": format!("months:{months}"),
            "starts_from": ["accepted"], "repair_days": "extend" } },
        { "id": "covered", "heading": "Covered", "text": "Free while it lasts.", "promise": {
            "kind": "coverage", "standing": ["in_warranty"],
            "charges": { "labour": "free", "parts": "free", "travel": "free", "shipping": "free" } } },
        { "id": "after", "heading": "After", "text": "At cost afterwards.", "promise": {
            "kind": "coverage", "standing": ["out_of_warranty"],
            "charges": { "labour": "at_cost", "parts": "at_cost", "travel": "at_cost", "shipping": "at_cost" } } },
    ])
}

#[tokio::test]
async fn a_unit_has_the_warranty_its_product_is_sold_with_and_keeps_it() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let (short, long) = (
            shop.plan("Short", warranty(12)).await,
            shop.plan("Long", warranty(24)).await,
        );
        let bare = shop.product("L-0", None).await;
        let without = shop.unit(&bare, "A-1", "2026-01-10").await;
        assert_eq!(shop.card(&id(&without)).await["history"], json!([]));
        let product = shop.product("L-1", Some(&short)).await;
        let unit = id(&shop.unit(&product, "B-1", "2026-01-10").await);
        let card = shop.card(&unit).await;
        assert_eq!(card["plan"], "Short", "{card}");
        assert_eq!(card["ends_on"], "2027-01-10", "{card}");
        assert_eq!(card["terms"][0]["heading"], "Warranty", "{card}");
        assert_eq!(card["history"].as_array().unwrap().len(), 1, "{card}");
        // The product is sold with another plan from now on: what was sold keeps its own.
        let change = json!({ "model": "L-1", "name": "Lift", "plan_version": long });
        let path = format!("/api/products/{product}");
        let changed = shop.manager.put(&path, &change).version(1).send().await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
        let later = json!({ "product": product, "serial": "B-1", "customer": shop.customer, "note": "moved",
            "dates": { "accepted": "2026-02-20" }, "card": "present", "proof": "present" });
        let path = format!("/api/units/{unit}");
        let told = shop.manager.put(&path, &later).version(1).send().await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.body);
        let card = shop.card(&unit).await;
        assert_eq!(
            (&card["plan"], &card["ends_on"]),
            (&json!("Short"), &json!("2027-02-20"))
        );
        assert_eq!(card["history"].as_array().unwrap().len(), 2, "{card}");
        let sold_now = shop.unit(&product, "B-2", "2026-01-10").await;
        assert_eq!(shop.card(&id(&sold_now)).await["ends_on"], "2028-01-10");
    })
    .await;
}

#[tokio::test]
async fn imported_units_have_their_warranty_at_once() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let plan = shop.plan("Short", warranty(12)).await;
        shop.product("L-1", Some(&plan)).await;
        shop.product("L-2", None).await;
        let csv =
            "产品型号,序列号,客户编号或名称,验收日期\nL-1,C-1,Hotel,2026-01-10\nL-2,C-2,Hotel,2026-01-10\n";
        for _ in 0..2 {
            let answer = shop
                .manager
                .call(
                    axum::http::Method::POST,
                    "/api/sheets/units/import?step=commit",
                )
                .bytes("application/octet-stream", csv.to_owned())
                .send()
                .await;
            assert_eq!(answer.body["committed"], true, "{}", answer.body);
        }
        let units = shop.manager.get("/api/units").send().await.body;
        for unit in units["items"].as_array().unwrap() {
            let card = shop.card(&id(unit)).await;
            let resolved = usize::from(unit["serial"] == "C-1");
            assert_eq!(
                card["history"].as_array().unwrap().len(),
                resolved,
                "{card}"
            );
            if resolved == 1 {
                assert_eq!(card["ends_on"], "2027-01-10", "{card}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_company_speaks_where_neither_product_nor_plan_does() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let company = shop.plan("Company", warranty(6)).await;
        let product = shop.product("L-1", None).await;
        let administrator = Client::signed_in(&shop.service, Role::Administrator, Place::East).await;
        let mut settings = json!({ "company_name": "Test", "zone": "Asia/Shanghai", "language": "zh" });
        settings["default_plan"] = json!("pver_00000000000000000000000000000009");
        let refused = administrator.put("/api/settings", &settings).version(0).send().await;
        assert_eq!(refused.pointer(), "/default_plan", "{}", refused.body);
        settings["default_plan"] = json!(company);
        let chosen = administrator.put("/api/settings", &settings).version(0).send().await;
        assert_eq!(chosen.status, StatusCode::OK, "{}", chosen.body);
        assert_eq!(chosen.body["default_plan"], json!(company));
        let unit = shop.unit(&product, "D-1", "2026-08-10").await;
        assert_eq!(shop.card(&id(&unit)).await["ends_on"], "2027-02-10");
        // An agreement under a plan that promises a time but no warranty has the company's warranty behind it.
        let visits = json!([{ "id": "term", "heading": "Answer", "text": "An answer within two hours.", "promise": {
            "kind": "time_limit", "from": "reported", "to": "answered",
            "otherwise": { "bound": { "type": "within", "limit": "natural:PT2H" } } } }]);
        let visits = shop.plan("Visits", visits).await;
        let agreement = json!({ "customer": shop.customer, "agreement": { "kind": "sale_warranty", "title": "Sale",
            "plan_version": visits, "starts_on": "2026-08-01", "units": [id(&unit)] } });
        let agreement = made(&shop.manager, "/api/agreements", &agreement).await;
        let clauses = agreement["clauses"].as_array().unwrap();
        let of_company: Vec<&str> = clauses
            .iter()
            .filter(|clause| clause["provenance"]["origin"] == "company")
            .map(|clause| clause["clause"]["id"].as_str().unwrap())
            .collect();
        assert_eq!(of_company, ["company-term", "covered", "after"], "{agreement}");
        let card = shop.card(&id(&unit)).await;
        assert_eq!((&card["plan"], &card["ends_on"]), (&json!("Visits"), &json!("2027-02-10")));
        assert_eq!(card["terms"][0]["clause"], "company-term", "{card}");
        assert_eq!(card["terms"][0]["heading"], "Warranty", "{card}");
        // The company changes its mind: what was agreed stays.
        settings["default_plan"] = Value::Null;
        let version = chosen.body["version"].as_i64().unwrap();
        administrator.put("/api/settings", &settings).version(version).send().await;
        let path = format!("/api/agreements/{}", id(&agreement));
        let same = shop.manager.get(&path).send().await.body;
        assert_eq!(same["clauses"], agreement["clauses"]);
    })
    .await;
}

#[tokio::test]
async fn a_report_entered_after_the_warranty_ended_stands_as_on_the_day_it_came() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let within = |hours: u32| json!({ "type": "within", "limit": format!("natural:PT{hours}H") });
        let mut clauses = warranty(12);
        clauses.as_array_mut().unwrap().push(
            json!({ "id": "answer", "heading": "Answer", "text": "Sooner in warranty.", "promise": {
                "kind": "time_limit", "from": "reported", "to": "answered",
                "rows": [{ "when": { "standing": ["in_warranty"] }, "bound": within(200) }],
                "otherwise": { "bound": within(900) } } }),
        );
        let plan = shop.plan("Short", clauses).await;
        let product = shop.product("L-1", Some(&plan)).await;
        // In warranty until 20 November; it is the 22nd.
        let unit = id(&shop.unit(&product, "F-1", "2025-11-20").await);
        let slip = json!({ "name": "Guo", "phone": "13800000000", "address": "Quay 1", "content": "It stopped" });
        for (at, hours) in [("2026-11-20T10:00:00+08:00", 200), ("2026-11-21T10:00:00+08:00", 900)] {
            let asked = at.replace('+', "%2B");
            let foresight = shop.manager.get(&format!("/api/intake?unit={unit}&at={asked}")).send().await.body;
            let report = json!({ "channel": "phone", "unit": unit, "at": at, "slip": slip });
            let case = made(&shop.manager, "/api/cases", &report).await;
            let due = at.parse::<jiff::Timestamp>().unwrap() + SignedDuration::from_hours(hours);
            for owed in [&case["obligations"][0], &foresight["plan"]["promises"][0]] {
                let told = owed["due_at"].as_str().unwrap_or_else(|| panic!("due: {foresight} {case}"));
                assert_eq!(told.parse::<jiff::Timestamp>().unwrap(), due, "{at}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_repair_extends_the_warranty_once_and_gives_its_days_back_when_withdrawn() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let plan = shop.plan("Short", warranty(12)).await;
        let product = shop.product("L-1", Some(&plan)).await;
        let unit = id(&shop.unit(&product, "E-1", "2026-01-10").await);
        let report = json!({ "channel": "phone", "unit": unit,
            "slip": { "name": "Guo", "phone": "13800000000", "address": "Quay 1", "content": "It stopped" } });
        let mut case = made(&shop.manager, "/api/cases", &report).await;
        let actions = format!("/api/cases/{}/actions", id(&case));
        let repair = json!({ "do": { "action": "plain", "name": "repair" }, "note": "New motor" });
        world.clock.advance(SignedDuration::from_hours(48));
        for _ in 0..2 {
            let version = case["version"].as_i64().unwrap();
            let answer = shop.manager.post(&actions, &repair).version(version).send().await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
            case = answer.body;
            let card = shop.card(&unit).await;
            // Reported on the 22nd, repaired on the 24th: three days.
            assert_eq!(card["ends_on"], "2027-01-13", "{card}");
            assert_eq!(card["terms"][0]["repair_days"], 3, "{card}");
            assert_eq!(card["history"].as_array().unwrap().len(), 2, "{card}");
            assert_eq!(card["history"][0]["why"], "repaired", "{card}");
        }
        let fact = case["timeline"]
            .as_array()
            .unwrap()
            .iter()
            .find(|fact| fact["fact"]["milestone"] == "repaired")
            .unwrap()["id"]
            .clone();
        let withdraw = json!({ "do": { "action": "withdraw", "event": fact }, "note": "Another unit" });
        let version = case["version"].as_i64().unwrap();
        let answer = shop.manager.post(&actions, &withdraw).version(version).send().await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let card = shop.card(&unit).await;
        assert_eq!(card["ends_on"], "2027-01-10", "{card}");
        assert_eq!(card["history"].as_array().unwrap().len(), 3, "{card}");
    })
    .await;
}

#[tokio::test]
async fn a_person_may_decide_otherwise_with_a_reason() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let plan = shop.plan("Short", warranty(6)).await;
        let product = shop.product("L-1", Some(&plan)).await;
        let unit = id(&shop.unit(&product, "F-1", "2025-01-10").await);
        let path = format!("/api/units/{unit}/entitlement/decisions");
        let free = json!({ "labour": "free", "parts": "free", "travel": "free", "shipping": "free" });
        let without = shop.manager.post(&path, &json!({ "charges": free, "reason": " " })).key("d0").send().await;
        assert_eq!(without.pointer(), "/reason", "{}", without.body);
        let nothing = shop.manager.post(&path, &json!({ "reason": "Back" })).key("d1").send().await;
        assert_eq!(nothing.problem(), "nothing-to-lift", "{}", nothing.body);
        let goodwill = json!({ "charges": free, "reason": "Goodwill after three faults" });
        let agent = Client::signed_in(&shop.service, Role::ServiceAgent, Place::East).await;
        let refused = agent.post(&path, &goodwill).key("d2").send().await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
        for key in ["d3", "d4"] {
            let decided = shop.manager.post(&path, &goodwill).key(key).send().await;
            assert_eq!(decided.status, StatusCode::CREATED, "{}", decided.body);
            assert_eq!(decided.body["items"].as_array().unwrap().len(), 1, "{}", decided.body);
        }
        let asked = agent.get(&format!("/api/units/{unit}/entitlement")).send().await.body;
        assert_eq!(asked["advice"]["covered"], false, "{asked}");
        assert_eq!(asked["decision"]["charges"], free, "{asked}");
        // A case of the unit follows it.
        let report = json!({ "channel": "phone", "unit": unit,
            "slip": { "name": "Guo", "phone": "13800000000", "address": "Quay 1", "content": "It stopped" } });
        let case = id(&made(&shop.manager, "/api/cases", &report).await);
        let check = format!("/api/cases/{case}/entitlement");
        let checked = shop.manager.post(&check, &json!({})).key("d5").send().await.body;
        assert_eq!(checked["items"][0]["decision"], free, "{checked}");
        assert_eq!(checked["items"][0]["reason"], "Goodwill after three faults");
        let own = shop.manager.get("/api/me").send().await.body;
        assert_eq!(checked["items"][0]["by_name"], own["name"], "{checked}");
        assert_eq!(asked["decision"]["by_name"], own["name"], "{asked}");
        let back = json!({ "reason": "Customer moved the unit" });
        let lifted = shop.manager.post(&path, &back).key("d6").send().await.body;
        assert_eq!(lifted["items"].as_array().unwrap().len(), 2, "{lifted}");
        let asked = agent.get(&format!("/api/units/{unit}/entitlement")).send().await.body;
        assert_eq!(asked.get("decision"), None, "{asked}");
    })
    .await;
}

#[tokio::test]
async fn a_remedy_is_noted_on_the_case_with_its_clause() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let mut clauses = warranty(12).as_array().unwrap().clone();
        clauses.push(json!({ "id": "exchange", "heading": "Exchange", "text": "Own fault: a new one.", "promise": {
            "kind": "remedy", "trigger": { "when": "own_fault_confirmed" }, "entitles": [{ "what": "replace_same_model" }] } }));
        clauses.push(json!({ "id": "delay", "heading": "Delay", "text": "Repaired in 30 days or exchanged.", "promise": {
            "kind": "remedy", "trigger": { "when": "repair_longer_than", "days": 30 }, "entitles": [{ "what": "exchange" }] } }));
        let plan = shop.plan("Remedies", json!(clauses)).await;
        let product = shop.product("L-1", Some(&plan)).await;
        let unit = id(&shop.unit(&product, "G-1", "2026-01-10").await);
        let report = json!({ "channel": "phone", "unit": unit,
            "slip": { "name": "Guo", "phone": "13800000000", "address": "Quay 1", "content": "It stopped" } });
        let case = made(&shop.manager, "/api/cases", &report).await;
        assert_eq!(case["remedies"], json!([]), "{case}");
        let path = format!("/api/cases/{}", id(&case));
        let photo = shop
            .manager
            .call(axum::http::Method::POST, &format!("{path}/files?name=photo.png"))
            .bytes("image/png", PICTURE)
            .send()
            .await;
        let decide = json!({ "do": { "action": "decide_cause", "cause": "manufacture" }, "note": "Cracked",
            "evidence": [{ "proof": "file", "file": photo.body["id"] }] });
        let mut version = case["version"].as_i64().unwrap();
        for _ in 0..2 {
            let answer = shop
                .manager
                .post(&format!("{path}/actions"), &decide)
                .version(version)
                .send()
                .await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
            version = answer.body["version"].as_i64().unwrap();
            let remedies = answer.body["remedies"].as_array().unwrap();
            assert_eq!(remedies.len(), 1, "{}", answer.body);
            assert_eq!(remedies[0]["clause"], "exchange");
            assert_eq!(remedies[0]["ground"], "own_fault_confirmed");
            assert_eq!(remedies[0]["entitles"][0]["what"], "replace_same_model");
        }
        // Thirty-one days later nobody has repaired it: the next action notes that as well.
        world.clock.advance(SignedDuration::from_hours(24 * 31));
        let manager = Client::signed_in(&shop.service, Role::ServiceManager, Place::East).await;
        let diagnose = json!({ "do": { "action": "plain", "name": "diagnose" }, "note": "The bearing" });
        let answer = manager
            .post(&format!("{path}/actions"), &diagnose)
            .version(version)
            .send()
            .await;
        assert_eq!(answer.body["remedies"][1]["clause"], "delay", "{}", answer.body);
        let check = app::case::check_ledger(&world.app).await.unwrap();
        assert_eq!(check.differences, Vec::new());
    })
    .await;
}

#[tokio::test]
async fn a_warranty_counts_from_its_start_on_whatever_day_it_is_looked_up() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let plan = shop.plan("Short", warranty(12)).await;
        let product = shop.product("L-1", Some(&plan)).await;
        let unit = id(&shop.unit(&product, "H-1", "2025-02-28").await);
        let ends = async |shop: &Shop| shop.card(&unit).await["ends_on"].clone();
        assert_eq!(ends(&shop).await, "2026-02-28", "though registered months later");
        for days in [1, 400] {
            world.clock.advance(SignedDuration::from_hours(24 * days));
            let manager = Client::signed_in(&shop.service, Role::ServiceManager, Place::East).await;
            let read = manager.get(&format!("/api/units/{unit}")).send().await.body;
            let note = json!({ "product": product, "serial": "H-1", "customer": shop.customer, "note": format!("seen after {days}"),
                "dates": { "accepted": "2025-02-28" }, "card": "present", "proof": "present" });
            let kept = manager
                .put(&format!("/api/units/{unit}"), &note)
                .version(read["version"].as_i64().unwrap())
                .send()
                .await;
            assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
            let card = manager.get(&format!("/api/units/{unit}/warranty")).send().await.body;
            assert_eq!(card["ends_on"], "2026-02-28", "{card}");
            assert_eq!(card["history"].as_array().unwrap().len(), 1, "{card}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_consumer_has_what_the_law_gives_where_the_plan_is_silent() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let plan = shop.plan("Short", warranty(12)).await;
        let mut clauses = Vec::new();
        for kind in ["consumer", "organisation"] {
            let buyer =
                json!({ "kind": kind, "name": format!("Buyer {kind}"), "branch": world.east });
            let buyer = made(&shop.manager, "/api/customers", &buyer).await;
            let asked =
                json!({ "customer": id(&buyer), "plan_version": plan, "starts_on": "2026-11-01" });
            let shown = shop
                .manager
                .post("/api/agreement-preview", &asked)
                .send()
                .await;
            assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
            clauses.push(shown.body["clauses"].as_array().unwrap().clone());
        }
        assert_eq!(
            clauses[1].len(),
            3,
            "between businesses the contract governs"
        );
        let added: Vec<_> = clauses[0]
            .iter()
            .filter(|one| one["provenance"]["origin"] == "law")
            .collect();
        let names = added.iter().filter_map(|one| one["clause"]["id"].as_str());
        assert_eq!(
            names.collect::<Vec<_>>().join(" "),
            "law-consumer-return-days law-consumer-answer-days law-distance-return-days"
        );
        assert_eq!(added[1]["provenance"]["law"]["value"], "natural-days:15");
    })
    .await;
}
