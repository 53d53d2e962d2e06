//! Lists of cases: sorted by their heads, and what is done to several cases at once.

use axum::http::StatusCode;
use domain::access::Role;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::cases::plain;
use crate::client::Client;
use crate::intake::{down, served};

fn numbers(list: &Value) -> Vec<&str> {
    let items = list["items"].as_array().unwrap().iter();
    items.filter_map(|item| item["number"].as_str()).collect()
}

#[tokio::test]
async fn a_list_is_sorted_by_its_heads_and_names_the_levels() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let light = served.kept(&served.report("Slow"), "r1").await;
        world.clock.advance(SignedDuration::from_mins(1));
        let mut grave = served.report("Down");
        grave["grade"] = json!({ "answers": down() });
        let grave = served.kept(&grave, "r2").await;
        let grave_id = grave["id"].as_str().unwrap();
        let (light, grave) = (&light["number"], &grave["number"]);
        let asked = [
            ("sort=severity", [grave, light]),
            ("sort=severity&descending=true", [light, grave]),
            ("sort=reported", [light, grave]),
        ];
        for (query, wanted) in asked {
            let list = served.get(&format!("/api/cases?named=true&{query}")).await;
            assert_eq!(json!(numbers(&list)), json!(wanted), "{query}");
            let first = served.get(&format!("/api/cases?limit=1&{query}")).await;
            let next = first["next"].as_str().expect("there is a second page");
            let rest = served
                .get(&format!("/api/cases?limit=1&after={next}&{query}"))
                .await;
            assert_eq!(json!(numbers(&rest)), json!([wanted[1]]), "{query}");
        }
        let list = served.get("/api/cases?named=true&sort=severity").await;
        assert_eq!(list["items"][0]["severity_name"], "一级（重大）故障");
        let manager = &served.desk.manager;
        let ended = manager
            .get("/api/cases?ended=true&sort=severity")
            .send()
            .await;
        assert_eq!(ended.pointer(), "?sort", "{}", ended.body);
        for answer in [
            manager.get("/api/cases?ended=true&sort=reported"),
            manager.get("/api/cases/export?sort=phase"),
        ] {
            assert_eq!(answer.open().await.status(), StatusCode::OK);
        }
        let failed = manager
            .post(
                &format!("/api/cases/{grave_id}/actions"),
                &plain("fail_remotely", "No help by phone", json!([])),
            )
            .version(1)
            .send()
            .await;
        assert_eq!(failed.status, StatusCode::OK, "{}", failed.body);
        let ledger = served
            .get("/api/ledger?group_by=severity&from=2026-11-01&to=2027-12-31")
            .await;
        let groups = ledger["groups"].as_array().unwrap();
        let named = groups.iter().find(|group| group["key"] == "level-1");
        let named = named.unwrap_or_else(|| panic!("{ledger}"));
        assert_eq!(named["name"], "一级（重大）故障");
        assert_eq!(
            named["plan_title"], "网络与系统集成故障分级服务方案",
            "{ledger}"
        );
        let rows = served
            .get("/api/ledger/rows?severity=level-1&from=2026-11-01&to=2027-12-31")
            .await;
        assert_eq!(
            rows["items"][0]["severity_name"], "一级（重大）故障",
            "{rows}"
        );
    })
    .await;
}

#[tokio::test]
async fn several_cases_are_assigned_at_once_each_by_itself() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let cases = [
            served.kept(&served.report("One"), "r1").await,
            served.kept(&served.report("Two"), "r2").await,
        ];
        let seen = |case: &Value| json!({ "id": case["id"], "version": case["version"] });
        let owner = world.person(Role::Engineer, Place::East);
        let unknown = "case_00000000000000000000000000000009";
        let body = json!({ "owner": owner, "cases": [
            seen(&cases[0]),
            { "id": cases[1]["id"], "version": 99 },
            { "id": unknown, "version": 1 },
        ] });
        let service = &served.desk.service;
        let dispatcher = Client::signed_in(service, Role::Dispatcher, Place::East).await;
        let told = dispatcher.post("/api/cases/assign", &body).send().await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.body);
        let done: Vec<_> = told.body["items"].as_array().unwrap().iter().collect();
        let outcome: Vec<_> = done
            .iter()
            .map(|item| item["done"] == json!(true))
            .collect();
        assert_eq!(outcome, [true, false, false], "{}", told.body);
        assert!(done[1]["because"].is_string() && done[2]["because"].is_string());
        let owner_of = async |case: &Value| {
            let path = format!("/api/cases/{}", case["id"].as_str().unwrap());
            served.get(&path).await["owner"].clone()
        };
        assert_eq!(owner_of(&cases[0]).await, json!(owner));
        assert_eq!(owner_of(&cases[1]).await, cases[1]["owner"]);
        // The same again: what is done stays done and is no trouble.
        let again = dispatcher.post("/api/cases/assign", &body).send().await;
        assert_eq!(again.body, told.body);
        let auditor = Client::signed_in(service, Role::Auditor, Place::East).await;
        let log = format!(
            "/api/audit?kind=case&subject={}",
            cases[0]["id"].as_str().unwrap()
        );
        let log = auditor.get(&log).send().await.body;
        let named = log["items"].as_array().unwrap().iter();
        let named = named
            .filter(|entry| entry["action"] == "case.assign")
            .count();
        assert_eq!(named, 1, "{log}");
        // Somebody of another place is no owner for these, and says so at each.
        let foreign = world.person(Role::Engineer, Place::West);
        let body = json!({ "owner": foreign, "cases": [seen(&cases[1])] });
        let told = dispatcher.post("/api/cases/assign", &body).send().await;
        assert_eq!(told.body["items"][0]["done"], json!(false), "{}", told.body);
    })
    .await;
}

#[tokio::test]
async fn several_cases_are_followed_at_once_and_refusals_are_bounded() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let one = served.kept(&served.report("One"), "r1").await;
        let two = served.kept(&served.report("Two"), "r2").await;
        let service = &served.desk.service;
        let agent = Client::signed_in(service, Role::ServiceAgent, Place::East).await;
        let body = json!({ "cases": [one["id"], two["id"]] });
        for _ in 0..2 {
            let told = agent.post("/api/cases/watch", &body).send().await;
            assert_eq!(told.status, StatusCode::OK, "{}", told.body);
            assert_eq!(told.body["items"][1]["done"], json!(true));
        }
        let path = format!("/api/cases/{}", two["id"].as_str().unwrap());
        let watchers = &served.get(&path).await["watchers"];
        let watcher = world.person(Role::ServiceAgent, Place::East);
        assert_eq!(*watchers, json!([watcher]));
        let none = agent
            .post("/api/cases/watch", &json!({ "cases": [] }))
            .send()
            .await;
        assert_eq!(none.pointer(), "/cases", "{}", none.body);
        let many = json!({ "cases": vec![one["id"].clone(); 51] });
        let many = agent.post("/api/cases/watch", &many).send().await;
        assert_eq!(many.pointer(), "/cases", "{}", many.body);
        let assign = json!({ "owner": watcher, "cases": [{ "id": one["id"], "version": 1 }] });
        let refused = agent.post("/api/cases/assign", &assign).send().await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
        let stranger = Client::signed_in(service, Role::Dispatcher, Place::West).await;
        for (path, body) in [("/api/cases/watch", &body), ("/api/cases/assign", &assign)] {
            let foreign = stranger.post(path, body).send().await;
            assert_eq!(foreign.status, StatusCode::NOT_FOUND, "{}", foreign.body);
        }
    })
    .await;
}
