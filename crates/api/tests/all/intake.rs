//! Taking a report: who calls, what the plan asks and promises, what is open already; and the lists cases are found in.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::agreement_lists::{network, published};
use crate::client::Client;
use crate::master_data::Desk;

/// A unit under the plan for network systems.
pub(crate) struct Served {
    pub(crate) desk: Desk,
    plan: String,
    unit: String,
}

pub(crate) async fn served(world: &World) -> Served {
    let desk = Desk::open(world).await;
    let (plan, version) = published(&desk.manager, "07-network-systems").await;
    let unit = desk
        .manager
        .post("/api/units", &desk.unit("SN-1"))
        .key("u")
        .send()
        .await;
    let unit = unit.body["id"].as_str().unwrap().to_owned();
    let signed = desk
        .manager
        .post("/api/agreements", &network(&desk, &version, &[&unit]))
        .key("a")
        .send()
        .await;
    assert_eq!(signed.status, StatusCode::CREATED, "{}", signed.body);
    Served { desk, plan, unit }
}

/// Every question of the plan answered: the system is down, and nothing else.
pub(crate) fn down() -> Value {
    json!({ "down": true, "basic-function": false, "ten-minutes": false, "data-lost": false,
        "service-affected": false, "partial-loss": false, "risk": false })
}

impl Served {
    pub(crate) fn report(&self, content: &str) -> Value {
        json!({ "channel": "phone", "unit": self.unit,
            "slip": { "name": "Guo", "phone": "13800001234", "content": content } })
    }

    pub(crate) async fn kept(&self, body: &Value, key: &str) -> Value {
        let answer = self
            .desk
            .manager
            .post("/api/cases", body)
            .key(key)
            .send()
            .await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        answer.body
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        let answer = self.desk.manager.get(path).send().await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        answer.body
    }
}

#[tokio::test]
async fn before_a_report_is_kept_its_plan_tells_what_it_asks_and_promises() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let unit = &served.unit;
        let seen = served.get(&format!("/api/intake?unit={unit}")).await;
        assert_eq!(seen["agreements"].as_array().map(Vec::len), Some(1));
        assert_eq!(seen["plan"]["grading"].as_array().map(Vec::len), Some(7));
        assert_eq!(seen["plan"]["question_types"][0]["id"], "lookup");
        assert_eq!(seen["plan"]["required"][0]["field"], "content");
        assert_eq!(seen["plan"]["level"], Value::Null, "nothing was asked yet");
        assert_eq!(seen["open"], json!([]));
        let graded = served
            .get(&format!("/api/intake?unit={unit}&yes=down"))
            .await;
        assert_eq!(graded["plan"]["level"], "level-1");
        let none = served.get(&format!("/api/intake?unit={unit}&yes=")).await;
        assert_eq!(none["plan"]["level"], "level-3");
        let before = served.get("/api/cases").await;
        assert_eq!(before["items"], json!([]), "asking keeps nothing");
        let mut body = served.report("Core switch is down");
        body["grade"] = json!({ "answers": down() });
        let case = served.kept(&body, "r").await;
        assert_eq!(case["status"]["severity"], "level-1", "{case}");
        let mut owed: Vec<&str> = case["obligations"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["state"] == "running")
            .map(|row| row["clause"].as_str().unwrap())
            .collect();
        let mut foreseen: Vec<&str> = graded["plan"]["promises"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["clause"].as_str().unwrap())
            .collect();
        owed.sort_unstable();
        foreseen.sort_unstable();
        assert_eq!(foreseen, owed, "what was foreseen is what is owed");
        let again = served.get(&format!("/api/intake?unit={unit}")).await;
        assert_eq!(again["open"][0]["id"], case["id"], "the same unit is open");
    })
    .await;
}

#[tokio::test]
async fn a_foresight_that_cannot_be_given_says_why() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let manager = &served.desk.manager;
        let nothing = manager.get("/api/intake").send().await;
        assert_eq!(nothing.pointer(), "?unit", "{}", nothing.body);
        let unit = &served.unit;
        let unknown = manager
            .get(&format!("/api/intake?unit={unit}&yes=nonsense"))
            .send()
            .await;
        assert!(unknown.status.is_client_error(), "{}", unknown.body);
        let bare = manager
            .post("/api/units", &served.desk.unit("SN-2"))
            .key("u2")
            .send()
            .await;
        let bare = bare.body["id"].as_str().unwrap();
        let seen = served.get(&format!("/api/intake?unit={bare}")).await;
        assert_eq!((&seen["agreements"], seen.get("plan")), (&json!([]), None));
        let stranger =
            Client::signed_in(&served.desk.service, Role::ServiceManager, Place::West).await;
        let foreign = stranger
            .get(&format!("/api/intake?unit={unit}"))
            .send()
            .await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        let mut wrong = served.report("Slow");
        wrong["grade"] = json!({ "answers": down(), "severity": "level-3" });
        let refused = manager.post("/api/cases", &wrong).key("w").send().await;
        assert_eq!(refused.pointer(), "/grade/reason", "{}", refused.body);
        // Whatever is wrong with the grade is told at its place, with what the plan allows.
        for (grade, pointer, code, allowed) in [
            (
                json!({ "answers": { "down": true } }),
                "/grade/answers",
                "case-unanswered",
                "关键数据是否丢失",
            ),
            (
                json!({ "answers": down(), "severity": "level-9" }),
                "/grade/severity",
                "case-unknown-severity",
                "一级（重大）故障 (level-1)",
            ),
            (
                json!({ "answers": { "smoke": true } }),
                "/grade/answers/smoke",
                "case-unknown-question",
                "(down)",
            ),
        ] {
            wrong["grade"] = grade;
            let told = manager.post("/api/cases", &wrong).key(code).send().await;
            assert_eq!(
                (told.status, told.pointer()),
                (StatusCode::UNPROCESSABLE_ENTITY, pointer),
                "{}",
                told.body
            );
            let error = &told.body["errors"][0];
            assert_eq!(error["code"], code);
            assert!(
                error["message"].as_str().unwrap().contains(allowed),
                "{error}"
            );
        }
        let asked = manager
            .get(&format!("/api/intake?unit={unit}&severity=level-9"))
            .send()
            .await;
        assert_eq!(asked.pointer(), "?severity", "{}", asked.body);
        let mut nowhere = served.report("Slow");
        nowhere["question"] = json!("colour");
        let told = manager.post("/api/cases", &nowhere).key("q").send().await;
        assert_eq!(told.pointer(), "/question", "{}", told.body);
        assert!(
            told.body["errors"][0]["message"]
                .as_str()
                .unwrap()
                .contains("(lookup)"),
            "{}",
            told.body
        );
        assert_eq!(served.get("/api/cases").await["items"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn every_question_is_answered_and_a_milder_grade_says_why() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let case = served.kept(&served.report("Down"), "r").await;
        let path = format!("/api/cases/{}/actions", case["id"].as_str().unwrap());
        let mut version = case["version"].as_i64().unwrap();
        let grade = async |answers: Value, note: &str, version: i64| {
            let body = json!({ "do": { "action": "grade", "answers": answers }, "note": note });
            let request = served.desk.manager.post(&path, &body).version(version);
            request.send().await
        };
        let empty = grade(json!({}), "", version).await;
        assert_eq!(empty.pointer(), "/do/answers");
        assert!(
            empty.body["errors"][0]["message"]
                .as_str()
                .unwrap()
                .contains("系统是否瘫痪"),
            "{}",
            empty.body
        );
        let graded = grade(down(), "", version).await;
        assert_eq!(
            graded.body["status"]["severity"], "level-1",
            "{}",
            graded.body
        );
        version = graded.body["version"].as_i64().unwrap();
        let mut none = down();
        none["down"] = json!(false);
        assert_eq!(grade(none.clone(), " ", version).await.pointer(), "/note");
        let milder = grade(none, "The customer looked again", version).await;
        assert_eq!(
            milder.body["status"]["severity"], "level-3",
            "{}",
            milder.body
        );
        let facts = milder.body["timeline"].as_array().unwrap();
        assert_eq!(
            facts.last().unwrap()["fact"]["reason"],
            "The customer looked again"
        );
        let graver = grade(down(), "", milder.body["version"].as_i64().unwrap()).await;
        assert_eq!(
            graver.body["status"]["severity"], "level-1",
            "{}",
            graver.body
        );
    })
    .await;
}

#[tokio::test]
async fn a_caller_is_found_by_the_end_of_the_number() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let contacts = format!("/api/customers/{}/contacts", served.desk.customer);
        let contact = json!({ "name": "Guo Fang", "phone": "138 0000 1234" });
        served
            .desk
            .manager
            .post(&contacts, &contact)
            .key("k")
            .send()
            .await;
        let case = served.kept(&served.report("Slow"), "r").await;
        for typed in ["1234", "00001234", "13800001234", "138-0000-1234"] {
            let found = served.get(&format!("/api/callers?phone={typed}")).await;
            assert_eq!(found["known"][0]["name"], "Guo Fang", "{typed}: {found}");
            assert_eq!(found["known"][0]["phone"], "13800001234");
            assert_eq!(found["cases"][0]["id"], case["id"], "{typed}");
        }
        let none = served.get("/api/callers?phone=98765").await;
        assert_eq!(none["known"], json!([]));
        let middle = served.get("/api/callers?phone=0000").await;
        assert_eq!(middle["known"], json!([]), "not its end");
        let short = served
            .desk
            .manager
            .get("/api/callers?phone=123")
            .send()
            .await;
        assert_eq!(short.pointer(), "?phone");
    })
    .await;
}

#[tokio::test]
async fn my_cases_are_narrowed_like_all_others_and_exported_as_listed() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let mut grave = served.report("Down");
        grave["grade"] = json!({ "answers": down() });
        let grave = served.kept(&grave, "r1").await;
        let light = served.kept(&served.report("Slow"), "r2").await;
        let found = async |query: &str| {
            let list = served.get(&format!("/api/cases?{query}")).await;
            let mut ids: Vec<String> = list["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row["id"].as_str().unwrap().to_owned())
                .collect();
            ids.sort();
            ids
        };
        let one = |case: &Value| vec![case["id"].as_str().unwrap().to_owned()];
        assert_eq!(found("mine=true").await.len(), 2);
        assert_eq!(found("mine=true&severity=level-1").await, one(&grave));
        assert_eq!(found("mine=true&text=Slow").await, one(&light));
        assert_eq!(found(&format!("plan={}", served.plan)).await.len(), 2);
        assert!(found("mine=true&region=nowhere").await.is_empty());
        assert!(found("mine=true&ended=true").await.is_empty());
        let first = served.get("/api/cases?mine=true&limit=1").await;
        let next = first["next"].as_str().expect("there is a second page");
        assert_eq!(
            found(&format!("mine=true&limit=1&after={next}"))
                .await
                .len(),
            1
        );
        let book = served
            .desk
            .manager
            .get("/api/cases/export?mine=true&severity=level-1")
            .bytes_of()
            .await;
        assert_eq!(&book[..2], b"PK", "a workbook");
        let agent = Client::signed_in(&served.desk.service, Role::ServiceAgent, Place::East).await;
        let others = agent.get("/api/cases?mine=true").send().await.body;
        assert_eq!(others["items"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_customer_without_unit_and_agreement_is_served_by_the_companys_own_plan() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let (_, version) = published(&desk.manager, "08-hospital-software").await;
        let agent = Client::signed_in(&desk.service, Role::ServiceAgent, Place::East).await;
        let fields = json!({ "kind": "consumer", "name": "New caller", "branch": world.east });
        let new = agent.post("/api/customers", &fields).key("c").send().await;
        let new = new.body["id"].as_str().unwrap().to_owned();
        let report = |customer: &str| {
            json!({ "channel": "phone", "customer": customer,
                "slip": { "name": "Guo", "phone": "13800001234", "address": "Quay 1", "content": "No light" } })
        };
        let ask = format!("/api/intake?customer={new}");
        let before = agent.get(&ask).send().await;
        assert_eq!((before.status, before.body.get("plan")), (StatusCode::OK, None));
        let refused = agent.post("/api/cases", &report(&new)).key("r1").send().await;
        assert_eq!(refused.pointer(), "/agreement", "{}", refused.body);
        assert_eq!(refused.body["errors"][0]["code"], "no-own-plan", "{}", refused.body);
        own_plan(&desk, &version).await;
        let foreseen = agent.get(&ask).send().await;
        assert_eq!(foreseen.body["plan"]["customer_name"], "New caller", "{}", foreseen.body);
        let kept = agent.post("/api/cases", &report(&new)).key("r2").send().await;
        assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.body);
        assert_eq!((&kept.body["customer"], &kept.body["agreement"]), (&json!(new), &Value::Null));
        let again = agent.post("/api/cases", &report(&new)).key("r2").send().await;
        assert_eq!(again.body, kept.body);
        let stranger = Client::signed_in(&desk.service, Role::ServiceAgent, Place::West).await;
        let foreign = stranger.post("/api/cases", &report(&new)).key("r3").send().await;
        assert_eq!(foreign.pointer(), "/customer", "{}", foreign.body);
        assert_eq!(stranger.get(&ask).send().await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn who_has_an_agreement_is_not_served_by_the_companys_own_plan() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let (_, version) = published(&served.desk.manager, "08-hospital-software").await;
        own_plan(&served.desk, &version).await;
        let unit = served.get(&format!("/api/units/{}", served.unit)).await;
        let customer = unit["customer"].as_str().unwrap();
        let seen = served
            .get(&format!("/api/intake?customer={customer}"))
            .await;
        assert_eq!(
            seen["agreements"].as_array().map(Vec::len),
            Some(1),
            "{seen}"
        );
        assert_eq!(seen.get("plan"), None, "{seen}");
        let mut report = served.report("Slow");
        report["unit"] = Value::Null;
        report["customer"] = json!(customer);
        let manager = &served.desk.manager;
        let refused = manager.post("/api/cases", &report).key("r").send().await;
        assert_eq!(
            refused.body["errors"][0]["code"], "agreement-to-choose",
            "{}",
            refused.body
        );
    })
    .await;
}

/// Makes a published plan the company's own.
async fn own_plan(desk: &Desk, version: &str) {
    let administrator = Client::signed_in(&desk.service, Role::Administrator, Place::East).await;
    let settings = json!({ "company_name": "Test", "zone": "Asia/Shanghai", "language": "zh",
        "default_plan": version });
    let changed = administrator
        .put("/api/settings", &settings)
        .version(0)
        .send()
        .await;
    assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
}
