//! What people write on a slip: kept as it was meant, or told what is wrong with it; and found again by it.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};
use crate::subjects::{create, subjects};

#[tokio::test]
async fn a_number_is_kept_however_it_is_written_or_refused_and_never_lost() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let agent = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let report = |phone: &str, at: Value| {
            let report = json!({ "channel": "phone", "agreement": own.ids["agreements"], "at": &at, "slip": { "name": "Guo",
                "phone": phone, "address": "Quay 1", "content": "No picture" } });
            let key: String = encoded(phone).chars().chain("at".chars()).collect();
            agent.post("/api/cases", &report).key(&format!("{key}{}", at.is_null())).send()
        };
        for (written, kept) in [
            ("0571-8888 6666 转 8012", "057188886666-8012"),
            ("＋86 １３８ 0000 1111", "13800001111"),
            ("400-820-0000", "4008200000"),
            ("", ""),
        ] {
            let made = report(written, Value::Null).await;
            assert_eq!(made.status, StatusCode::CREATED, "{written}: {}", made.body);
            assert_eq!(made.body["slip"]["phone"], kept, "{written}");
        }
        for wrong in ["1234", "1234567890123456", "call me", "138 0000 000o"] {
            let refused = report(wrong, Value::Null).await;
            assert_eq!(refused.pointer(), "/slip/phone", "{wrong}: {}", refused.body);
        }
        let refused = report("13800000000", json!("1826-11-22T01:00:00Z")).await;
        assert_eq!(
            (refused.pointer(), &refused.body["errors"][0]["code"]),
            ("/at", &json!("report-too-long-ago")),
            "{}", refused.body
        );
        let nowhere = json!({ "do": { "action": "plain", "name": "check_in" }, "evidence": [
            { "proof": "check_in", "latitude_micro": 91_000_000, "longitude_micro": -180_000_001 }] });
        let path = format!("/api/cases/{}/actions", own.ids["cases"]);
        let engineer = Client::signed_in(&service, Role::Engineer, Place::East).await;
        let refused = engineer.post(&path, &nowhere).version(own.versions["cases"]).send().await;
        let places: Vec<&str> = refused.body["errors"]
            .as_array()
            .unwrap_or_else(|| panic!("{}", refused.body))
            .iter()
            .map(|error| error["pointer"].as_str().unwrap())
            .collect();
        assert_eq!(places, ["/evidence/0/latitude_micro", "/evidence/0/longitude_micro"]);
    })
    .await;
}

#[tokio::test]
async fn one_search_finds_everything_and_only_within_reach() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let near = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let far = Client::signed_in(&service, Role::ServiceManager, Place::West).await;
        let report = json!({ "channel": "phone", "agreement": own.ids["agreements"], "slip": { "name": "郭小姐",
            "phone": "13912345678", "address": "湖滨路 8 号", "content": "三楼会议室投影没有画面😀" } });
        let case = create(&near, "/api/cases", report).await;
        let number = case["number"].as_str().unwrap();
        let agreement = near.get(&format!("/api/agreements/{}", own.ids["agreements"])).send().await.body;
        let plan = near.get(&format!("/api/plans/{}", own.ids["plans"])).send().await.body;
        let found = async |who: &Client, words: &str| {
            let path = format!("/api/search?q={}", encoded(words));
            let hits = who.get(&path).send().await.body;
            let hits = hits["items"].as_array().unwrap().clone();
            hits.iter()
                .map(|hit| (hit["kind"].as_str().unwrap().to_owned(), hit["id"].as_str().unwrap().to_owned()))
                .collect::<Vec<_>>()
        };
        let case_id = case["id"].as_str().unwrap().to_owned();
        for words in [number, "郭", "小姐", "会议室", "室投影没有", "5678", "湖滨路", "😀", "画面 郭小姐"] {
            let hits = found(&near, words).await;
            assert!(hits.contains(&("case".to_owned(), case_id.clone())), "{words}: {hits:?}");
            let beyond = found(&far, words).await;
            assert!(!beyond.iter().any(|(_, id)| *id == case_id), "{words}: {beyond:?}");
        }
        let number = agreement["number"].as_str().unwrap();
        let hits = found(&near, number).await;
        assert!(hits.iter().any(|(kind, _)| kind == "agreement"), "{hits:?}");
        assert_eq!(found(&far, number).await, []);
        let hits = found(&near, plan["title"].as_str().unwrap()).await;
        assert!(hits.iter().any(|(kind, _)| kind == "plan"), "{hits:?}");
        let login = World::login(Role::Engineer, Place::East);
        let hits = found(&near, &login).await;
        assert!(hits.iter().any(|(kind, _)| kind == "person"), "{hits:?}");
        let beyond = found(&far, &login).await;
        assert!(!beyond.iter().any(|(kind, _)| kind == "person"), "{beyond:?}");
        // An engineer finds the cases given to them, and no plan or colleague that their role does not read.
        let engineer = Client::signed_in(&service, Role::Engineer, Place::East).await;
        assert!(!found(&engineer, "会议室").await.iter().any(|(kind, _)| kind == "case"));
        let given = near.get(&format!("/api/cases/{}", own.ids["cases"])).send().await.body;
        let hits = found(&engineer, given["number"].as_str().unwrap()).await;
        assert!(hits.iter().any(|(kind, _)| kind == "case"), "{hits:?}");
    })
    .await;
}

fn encoded(words: &str) -> String {
    use std::fmt::Write as _;
    words.bytes().fold(String::new(), |mut text, byte| {
        write!(text, "%{byte:02X}").expect("writing to a string cannot fail");
        text
    })
}
