//! A document becomes a plan: read, settled step by step, taken back, made and published.

use axum::http::{Method, StatusCode};
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Answer, Client, service};

const TEXT: &str = "电梯售后服务方案\n\
    一、质保\n自验收合格之日起整机保修24个月。\n\
    二、时限\n接到报修后2小时内到达现场。\n接到报修后4小时内到达现场。\n\
    三、等级\n一级故障8小时内修复，二级故障24小时内修复。\n\
    四、渠道\n服务热线400-820-1234，7×24小时值守。\n";

pub(crate) async fn upload(client: &Client, name: &str, bytes: impl Into<Vec<u8>>) -> Answer {
    let call = client.call(Method::POST, &format!("/api/readings?name={name}"));
    call.bytes("application/octet-stream", bytes.into())
        .send()
        .await
}

/// A reading in the hands of a manager.
struct Hand {
    manager: Client,
    reading: Value,
}

impl Hand {
    async fn with(world: &World, text: &str) -> Self {
        let manager = Client::signed_in(&service(world), Role::ServiceManager, Place::East).await;
        let read = upload(&manager, "plan.txt", text).await;
        assert_eq!(read.status, StatusCode::CREATED, "{}", read.body);
        Self {
            manager,
            reading: read.body,
        }
    }

    fn version(&self) -> i64 {
        self.reading["version"].as_i64().unwrap()
    }

    async fn send(&mut self, verb: &str, body: &Value) -> Answer {
        let path = format!(
            "/api/readings/{}/{verb}",
            self.reading["id"].as_str().unwrap()
        );
        let answer = self
            .manager
            .post(&path, body)
            .version(self.version())
            .send()
            .await;
        if answer.status.is_success() {
            self.reading = answer.body.clone();
        }
        answer
    }

    async fn step(&mut self, step: Value) -> Answer {
        self.send("steps", &json!({ "do": step })).await
    }

    async fn done(&mut self, step: Value) {
        let answer = self.step(step).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    }

    /// The numbers of items whose promise is of a kind, and which stand for something still.
    fn of(&self, kind: &str) -> Vec<u64> {
        let items = self.reading["items"].as_array().unwrap();
        let live = items
            .iter()
            .filter(|item| item["state"] != "split" && item["state"] != "merged");
        live.filter(|item| item["clause"]["promise"]["kind"] == kind)
            .map(|item| item["no"].as_u64().unwrap())
            .collect()
    }

    fn item(&self, no: u64) -> &Value {
        let items = self.reading["items"].as_array().unwrap();
        items.iter().find(|item| item["no"] == no).unwrap()
    }

    fn open_contradiction(&self) -> Option<String> {
        let problems = self.reading["problems"].as_array().unwrap();
        let open = problems
            .iter()
            .find(|one| one["blocks"] == true && one["kind"] == "conflicting_limits")?;
        Some(open["id"].as_str().unwrap().to_owned())
    }
}

#[tokio::test]
async fn a_document_is_settled_step_by_step_and_becomes_a_published_plan() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let mut hand = Hand::with(&world, TEXT).await;
        assert_eq!(hand.of("time_limit").len(), 3, "{}", hand.reading["items"]);
        let early = hand
            .send("plan", &json!({ "title": "电梯", "trade": "电梯" }))
            .await;
        assert_eq!(
            (early.status, early.problem()),
            (StatusCode::CONFLICT, "items-unsettled")
        );
        hand.done(json!({ "step": "accept_above", "confidence": 0 }))
            .await;
        let open: Vec<&Value> = hand.reading["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|item| item["state"] == "open")
            .collect();
        assert!(open.is_empty(), "{open:?}");
        let refused = hand
            .send("plan", &json!({ "title": "电梯", "trade": "电梯" }))
            .await;
        assert_eq!(refused.problem(), "problems-open", "{}", refused.body);
        assert!(!refused.body["clauses"].as_array().unwrap().is_empty());
        let problem = hand.open_contradiction().unwrap();
        hand.done(json!({ "step": "settle", "problem": problem, "by": "stricter" }))
            .await;
        assert_eq!(hand.open_contradiction(), None);
        let made = hand
            .send("plan", &json!({ "title": "电梯", "trade": "电梯" }))
            .await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.body);
        let plan = format!("/api/plans/{}", hand.reading["plan"].as_str().unwrap());
        let draft = hand.manager.get(&plan).send().await.body;
        let call = hand.manager.post(&format!("{plan}/publish"), &json!({}));
        let published = call
            .version(draft["version"].as_i64().unwrap())
            .send()
            .await;
        assert_eq!(published.status, StatusCode::OK, "{}", published.body);
        assert_eq!(published.body["original"]["name"], "plan.txt");
        assert_eq!(published.body["original"]["sha256"], hand.reading["sha256"]);
        let version = published.body["versions"][0]["id"].as_str().unwrap();
        let original = hand
            .manager
            .get(&format!("/api/plan-versions/{version}/source"))
            .bytes_of()
            .await;
        assert_eq!(
            original,
            TEXT.as_bytes(),
            "the original is kept with the version"
        );
    })
    .await;
}

#[tokio::test]
async fn a_clause_is_written_by_hand_with_words_of_the_text_or_without() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let mut hand = Hand::with(&world, TEXT).await;
        let before = hand.reading["items"].as_array().unwrap().len();
        let clause = json!({ "id": "by-hand", "heading": "原厂件", "text": "服务热线",
            "promise": { "kind": "parts", "rule": "genuine_only" } });
        let from = TEXT.find("服务热线").unwrap();
        let from = TEXT[..from].chars().count();
        let place = |quote: &str| json!({ "quote": quote, "from": from, "to": from + 4 });
        let wrong = hand
            .step(json!({ "step": "write", "clause": clause, "place": place("服务电话") }))
            .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            wrong.body["errors"][0]["pointer"], "/do/place",
            "{}",
            wrong.body
        );
        hand.done(json!({ "step": "write", "clause": clause, "place": place("服务热线") }))
            .await;
        hand.done(json!({ "step": "write", "clause": clause }))
            .await;
        let items = hand.reading["items"].as_array().unwrap();
        assert_eq!(items.len(), before + 2);
        let written: Vec<&Value> = items
            .iter()
            .filter(|item| item["origin"] == "written")
            .collect();
        assert_eq!(written[0]["places"][0]["quote"], "服务热线");
        assert_eq!(
            written[1]["places"],
            json!([]),
            "a clause of no words stands last"
        );
        assert_ne!(written[0]["clause"]["id"], written[1]["clause"]["id"]);
        assert_eq!(hand.send("undo", &json!({})).await.status, StatusCode::OK);
        assert_eq!(hand.reading["items"].as_array().unwrap().len(), before + 1);
    })
    .await;
}

#[tokio::test]
async fn steps_are_taken_back_and_taken_again() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let mut hand = Hand::with(&world, TEXT).await;
        let table = *hand.of("time_limit").last().unwrap();
        let before = hand.reading["items"].clone();
        hand.done(json!({ "step": "split", "item": table })).await;
        assert_eq!(hand.of("time_limit").len(), 4);
        let parts = hand.of("time_limit");
        hand.done(json!({ "step": "merge", "into": parts[2], "item": parts[3] }))
            .await;
        assert_eq!(hand.of("time_limit").len(), 3);
        let term = hand.of("warranty_term")[0];
        hand.done(json!({ "step": "ignore", "items": [term], "reason": "属于别的文件" }))
            .await;
        assert_eq!(hand.item(term)["mark"]["reason"], "属于别的文件");
        let after = hand.reading["items"].clone();
        for _ in 0..3 {
            assert_eq!(hand.send("undo", &json!({})).await.status, StatusCode::OK);
        }
        assert_eq!(hand.reading["items"], before, "everything is as it was");
        assert_eq!(
            hand.send("undo", &json!({})).await.problem(),
            "nothing-to-undo"
        );
        for _ in 0..3 {
            assert_eq!(hand.send("redo", &json!({})).await.status, StatusCode::OK);
        }
        assert_eq!(hand.reading["items"], after);
        hand.send("undo", &json!({})).await;
        hand.done(json!({ "step": "accept", "items": [term] }))
            .await;
        assert_eq!(
            hand.send("redo", &json!({})).await.problem(),
            "nothing-to-redo",
            "another step was taken"
        );
    })
    .await;
}

#[tokio::test]
async fn a_step_that_cannot_be_taken_says_why() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let mut hand = Hand::with(&world, TEXT).await;
        let limits = hand.of("time_limit");
        let (term, line) = (hand.of("warranty_term")[0], hand.of("channel")[0]);
        let refused = [
            (json!({ "step": "accept", "items": [999] }), "no-such-item"),
            (
                json!({ "step": "merge", "into": limits[0], "item": limits[1] }),
                "no-merge-contradiction",
            ),
            (
                json!({ "step": "merge", "into": term, "item": line }),
                "no-merge-kind",
            ),
            (json!({ "step": "split", "item": line }), "no-cut"),
            (
                json!({ "step": "settle", "problem": "none", "by": "stricter" }),
                "no-such-problem",
            ),
        ];
        for (step, code) in refused {
            assert_eq!(hand.step(step).await.problem(), code);
        }
        let silent = hand
            .step(json!({ "step": "ignore", "items": [term], "reason": " " }))
            .await;
        assert_eq!(
            (silent.status, silent.pointer()),
            (StatusCode::UNPROCESSABLE_ENTITY, "/do/reason")
        );
        let mut clause = hand.item(term)["clause"].clone();
        clause["promise"]["starts_from"] = json!([]);
        let wrong = hand
            .step(json!({ "step": "correct", "item": term, "clause": clause }))
            .await;
        assert_eq!(
            wrong.pointer(),
            "/do/clause/promise/starts_from",
            "{}",
            wrong.body
        );
        hand.done(json!({ "step": "accept", "items": [term] }))
            .await;
        let version = hand.version();
        hand.done(json!({ "step": "accept", "items": [term] }))
            .await;
        assert_eq!(hand.version(), version, "the same again changes nothing");
        hand.reading["version"] = json!(version - 1);
        assert_eq!(
            hand.step(json!({ "step": "restore", "items": [term] }))
                .await
                .status,
            StatusCode::PRECONDITION_FAILED
        );
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_no_plan_says_what_to_do() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        let cases: [(&str, Vec<u8>, &str); 6] = [
            ("empty.txt", Vec::new(), "file-empty"),
            (
                "old.doc",
                vec![0xd0, 0xcf, 0x11, 0xe0, 0, 0],
                "file-old-word",
            ),
            ("broken.docx", b"PK\x03\x04 no zip".to_vec(), "file-broken"),
            (
                "photo.docx",
                vec![0x89, b'P', b'N', b'G', 0, 1, 2, 3],
                "file-not-text",
            ),
            (
                "english.txt",
                b"We answer within two hours, and we repair within a day.".to_vec(),
                "text-not-chinese",
            ),
            (
                "profile.txt",
                "今天天气很好，湖边的柳树都绿了，孩子们在草地上放风筝，远处有人唱歌。".into(),
                "no-promise",
            ),
        ];
        for (name, bytes, code) in cases {
            assert_eq!(
                upload(&manager, name, bytes).await.problem(),
                code,
                "{name}"
            );
        }
        let list = manager.get("/api/readings").send().await;
        assert_eq!(list.body, json!([]), "nothing of it is kept");
    })
    .await;
}

#[tokio::test]
async fn pasted_text_is_kept_once_and_removed_when_nothing_came_of_it() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = Client::signed_in(&service(&world), Role::ServiceManager, Place::East).await;
        let paste = json!({ "title": "电梯", "text": TEXT });
        let first = manager
            .post("/api/readings/paste", &paste)
            .key("paste-1")
            .send()
            .await;
        let again = manager
            .post("/api/readings/paste", &paste)
            .key("paste-1")
            .send()
            .await;
        assert_eq!(first.body["id"], again.body["id"], "{}", again.body);
        assert_eq!(first.body["name"], "电梯.txt");
        let path = format!("/api/readings/{}", first.body["id"].as_str().unwrap());
        let text = manager.get(&format!("{path}/text")).send().await;
        assert_eq!(text.body["text"], TEXT);
        assert_eq!(
            manager.delete(&path).version(1).send().await.status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(
            manager.get(&path).send().await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}
