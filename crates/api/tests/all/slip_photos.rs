//! Photos that a plan requires of a report: asked for, missed openly, and complete once they come.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use testkit::{World, on_both_engines};

use crate::client::Answer;
use crate::warranty::{Shop, id, warranty};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n1234";

/// A plan whose reports over the web have photos.
async fn shop(world: &World) -> (Shop, String) {
    let shop = Shop::open(world).await;
    let mut clauses = warranty(24);
    clauses.as_array_mut().unwrap().push(json!({
        "id": "slip", "heading": "What a report holds", "text": "A report over the web has photos.",
        "when": { "channel": ["web"] },
        "promise": { "kind": "document", "document": "feedback_slip", "fields": ["content", "photos"], "after": "reported" },
    }));
    let plan = shop.plan("Lift care", clauses).await;
    let product = shop.product("L-1", Some(&plan)).await;
    let unit = id(&shop.unit(&product, "S-1", "2026-01-05").await);
    (shop, unit)
}

impl Shop {
    async fn report(&self, unit: &str, channel: &str) -> Value {
        let report = json!({ "channel": channel, "unit": unit, "slip": { "name": "Guo", "phone": "13800001234", "content": "It stands" } });
        let kept = self
            .manager
            .post("/api/cases", &report)
            .key(channel)
            .send()
            .await;
        assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.body);
        kept.body
    }

    async fn attach(&self, case: &Value, kind: &str, bytes: &[u8]) -> Answer {
        let path = format!(
            "/api/cases/{}/files?name=IMG_0001",
            case["id"].as_str().unwrap()
        );
        self.manager
            .call(Method::POST, &path)
            .bytes(kind, bytes.to_vec())
            .send()
            .await
    }
}

fn slip(case: &Value) -> &Value {
    let rows = case["obligations"].as_array().unwrap();
    let row = rows.iter().find(|row| row["clause"] == "slip");
    row.unwrap_or_else(|| panic!("no promise of the slip: {case}"))
}

#[tokio::test]
async fn a_report_without_its_photos_says_so_until_one_comes() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let (shop, unit) = shop(&world).await;
        let asked = async |channel: &str| {
            let seen = shop
                .manager
                .get(&format!("/api/intake?unit={unit}&channel={channel}"))
                .send()
                .await
                .body;
            seen["plan"]["required"]
                .as_array()
                .unwrap()
                .iter()
                .any(|row| row["field"] == "photos")
        };
        assert!(asked("web").await && !asked("phone").await);
        let called = shop.report(&unit, "phone").await;
        assert_eq!(
            called["slip_lacks"],
            json!([]),
            "only reports over the web need them"
        );
        let case = shop.report(&unit, "web").await;
        assert_eq!(case["slip_lacks"][0]["field"], "photos", "{case}");
        assert_eq!(case["slip_lacks"][0]["heading"], "What a report holds");
        assert_eq!(
            (&slip(&case)["state"], &slip(&case)["waits_for"]),
            (&json!("running"), &json!(["photos"]))
        );
        let path = format!("/api/cases/{}", case["id"].as_str().unwrap());
        // A file that is no photo completes nothing.
        let paper = shop.attach(&case, "text/plain", b"as described").await;
        assert_eq!(paper.status, StatusCode::CREATED, "{}", paper.body);
        let seen = shop.manager.get(&path).send().await.body;
        assert_eq!(slip(&seen)["state"], "running");
        assert_eq!(seen["status"]["phase"], "new");
        // A photo is known by what it holds, also where its sender could not say.
        let photo = shop.attach(&case, "application/octet-stream", PNG).await;
        assert_eq!(photo.body["media_type"], "image/png", "{}", photo.body);
        let seen = shop.manager.get(&path).send().await.body;
        assert_eq!(
            (&slip(&seen)["state"], &seen["slip_lacks"]),
            (&json!("kept"), &json!([])),
            "{seen}"
        );
        let facts = seen["timeline"].as_array().unwrap();
        let delivered = facts
            .iter()
            .find(|fact| fact["fact"]["fact"] == "document_delivered")
            .unwrap();
        assert_eq!(delivered["fact"]["evidence"][0]["file"], photo.body["id"]);
        let new = shop.manager.get("/api/cases?phase=new").send().await.body;
        let listed = new["items"].as_array().unwrap().iter();
        let is_listed = listed.into_iter().any(|item| item["id"] == case["id"]);
        assert!(
            is_listed,
            "a slip made complete is a report nobody has taken up: {new}"
        );
        // Another one is kept as well and delivers nothing again.
        let again = shop.attach(&case, "image/png", PNG).await;
        assert_eq!(again.status, StatusCode::CREATED, "{}", again.body);
        let after = shop.manager.get(&path).send().await.body;
        assert_eq!(
            after["timeline"].as_array().map(Vec::len),
            Some(facts.len())
        );
        let check = app::case::check_ledger(&world.app).await.unwrap();
        assert_eq!(check.differences, []);
    })
    .await;
}

#[tokio::test]
async fn a_slip_asks_only_of_the_reports_its_clause_is_for() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let mut clauses = warranty(24);
        clauses.as_array_mut().unwrap().push(json!({
            "id": "slip", "heading": "What a report holds", "text": "A report over the web has an address and wishes.",
            "when": { "channel": ["web"] },
            "promise": { "kind": "document", "document": "feedback_slip", "fields": ["address", "wishes"], "after": "reported" },
        }));
        let plan = shop.plan("Lift care", clauses).await;
        let product = shop.product("L-1", Some(&plan)).await;
        let unit = id(&shop.unit(&product, "S-1", "2026-01-05").await);
        let needed = async |channel: &str| {
            let path = format!("/api/intake?unit={unit}&channel={channel}");
            let seen = shop.manager.get(&path).send().await.body;
            let fields = seen["plan"]["required"].as_array().unwrap().clone();
            fields.iter().map(|row| row["field"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(needed("web").await, ["address", "content", "wishes"]);
        assert_eq!(needed("phone").await, ["content"]);
        let called = shop.report(&unit, "phone").await;
        assert_eq!(called["slip_lacks"], json!([]), "{called}");
        let delivered = called["timeline"].as_array().unwrap().iter();
        assert!(delivered.into_iter().all(|fact| fact["fact"]["fact"] == "reported"), "no slip is promised: {called}");
        let mut report = json!({ "channel": "web", "unit": unit, "slip": { "name": "Guo", "phone": "13800001234", "content": "It stands" } });
        let refused = shop.manager.post("/api/cases", &report).key("w-1").send().await;
        let errors = refused.body["errors"].as_array().unwrap().iter();
        let places: Vec<_> = errors.map(|error| error["pointer"].as_str().unwrap()).collect();
        assert_eq!(places, ["/slip/address", "/slip/wishes"], "{}", refused.body);
        report["slip"]["address"] = json!("Quay 1");
        report["slip"]["wishes"] = json!("Before noon");
        let kept = shop.manager.post("/api/cases", &report).key("w-2").send().await;
        assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.body);
        assert_eq!(slip(&kept.body)["state"], "kept", "{}", kept.body);
        assert_eq!(kept.body["status"]["phase"], "new");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn photos_that_are_sent_together_are_all_kept() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let (shop, unit) = shop(&world).await;
        let case = shop.report(&unit, "web").await;
        let photos: Vec<Vec<u8>> = (0..6).map(|number| [PNG, &[number]].concat()).collect();
        let sent = photos
            .iter()
            .map(|photo| shop.attach(&case, "image/png", photo));
        for answer in futures::future::join_all(sent).await {
            assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        }
        let path = format!("/api/cases/{}", case["id"].as_str().unwrap());
        let seen = shop.manager.get(&path).send().await.body;
        assert_eq!(seen["attachments"].as_array().map(Vec::len), Some(6));
        assert_eq!(slip(&seen)["state"], "kept");
        let facts = seen["timeline"].as_array().unwrap().iter();
        let delivered = facts.filter(|fact| fact["fact"]["fact"] == "document_delivered");
        assert_eq!(delivered.count(), 1, "the first of them completes the slip");
    })
    .await;
}
