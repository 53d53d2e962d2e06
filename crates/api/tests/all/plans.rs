//! Service plans through the API: done, refused, repeated.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Answer, Client, service};
use crate::subjects::{create, subjects};

async fn manager(world: &World) -> Client {
    Client::signed_in(&service(world), Role::ServiceManager, Place::East).await
}

async fn begin(manager: &Client, template: &str) -> Value {
    create(
        manager,
        "/api/plans",
        json!({ "from": { "origin": "template", "template": template } }),
    )
    .await
}

fn text(value: &Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is a text"))
}

/// Does something with a plan from the version that was read.
async fn step(client: &Client, plan: &Value, verb: &str) -> Answer {
    let path = format!("/api/plans/{}/{verb}", text(&plan["id"]));
    let version = plan["version"].as_i64().unwrap();
    client.post(&path, &json!({})).version(version).send().await
}

async fn draft(client: &Client, plan: &Value, draft: &Value) -> Answer {
    let path = format!("/api/plans/{}/draft", text(&plan["id"]));
    let version = plan["version"].as_i64().unwrap();
    client.put(&path, draft).version(version).send().await
}

#[tokio::test]
async fn a_plan_begins_in_four_ways_and_once_per_key() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = manager(&world).await;
        let blank = json!({ "from": { "origin": "blank", "title": "  电梯方案 ", "trade": "电梯" } });
        let made = manager.post("/api/plans", &blank).key("one").send().await;
        assert_eq!((made.status, &made.body["title"]), (StatusCode::CREATED, &json!("电梯方案")));
        let again = manager.post("/api/plans", &blank).key("one").send().await;
        assert_eq!((again.status, &again.body["id"]), (StatusCode::CREATED, &made.body["id"]));
        let template = begin(&manager, "07-network-systems").await;
        let path = format!("/api/plans/{}/export?format=toml", text(&template["id"]));
        let file = String::from_utf8(manager.get(&path).bytes_of().await).unwrap();
        let of_file = json!({ "from": { "origin": "file", "format": "toml", "text": file } });
        let of_file = create(&manager, "/api/plans", of_file).await;
        assert_eq!(of_file["draft"], template["draft"]);
        let as_such = json!({ "from": { "origin": "document", "plan": template["draft"] }, "title": "Mine" });
        let as_such = create(&manager, "/api/plans", as_such).await;
        assert_eq!((&as_such["title"], &as_such["draft"]["clauses"]), (&json!("Mine"), &template["draft"]["clauses"]));
        let listed = manager.get("/api/plans").send().await;
        assert_eq!(listed.body["items"].as_array().map(Vec::len), Some(4));
        let refused = [
            (json!({ "from": { "origin": "template", "template": "11-none" } }), "/from/template"),
            (json!({ "from": { "origin": "file", "format": "toml", "text": "title = [" } }), "/from/text"),
            (json!({ "from": { "origin": "file", "format": "json", "text": "{\"title\":\"x\",\"trade\":\"y\",\"z\":1}" } }), "/from/text"),
            (json!({ "from": { "origin": "file", "format": "json", "text": " \n" } }), "/from/text"),
            (json!({ "from": { "origin": "file", "format": "toml", "text": "title = \"x\"\ntrade = \"\"\ncalendar = \"cn-office\"\nclauses = []\n" } }), "/from/text"),
            (json!({ "from": { "origin": "blank", "title": " ", "trade": "y" } }), "/from/title"),
            (json!({ "from": { "origin": "blank", "title": "x", "trade": "y" }, "title": "z".repeat(201) }), "/title"),
        ];
        for (number, (body, pointer)) in refused.into_iter().enumerate() {
            let answer = manager.post("/api/plans", &body).key(&format!("bad-{number}")).send().await;
            assert_eq!((answer.status, answer.pointer()), (StatusCode::UNPROCESSABLE_ENTITY, pointer), "{}", answer.body);
        }
        let listed = manager.get("/api/plans").send().await;
        assert_eq!(listed.body["items"].as_array().map(Vec::len), Some(4), "what is refused leaves nothing");
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_kept_with_its_faults_and_published_without() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = manager(&world).await;
        let plan = begin(&manager, "06-tender-supplier").await;
        let mut body = plan["draft"].clone();
        let same = draft(&manager, &plan, &body).await;
        assert_eq!(
            (same.status, &same.body["version"]),
            (StatusCode::OK, &plan["version"]),
            "nothing changed"
        );
        let clauses = body["clauses"].as_array_mut().unwrap();
        let limit = clauses
            .iter_mut()
            .find(|clause| clause["promise"]["kind"] == "time_limit")
            .unwrap();
        let good = limit["promise"]["otherwise"].clone();
        limit["promise"]["otherwise"] =
            json!({ "bound": { "type": "within", "limit": "natural:PT0S" } });
        let kept = draft(&manager, &plan, &body).await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
        assert_ne!(kept.body["check"]["faults"], json!([]));
        let stale = draft(&manager, &plan, &body).await;
        assert_eq!(stale.problem(), "stale");
        let refused = step(&manager, &kept.body, "publish").await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            refused.body
        );
        assert!(
            refused
                .pointer()
                .ends_with("/promise/otherwise/bound/limit"),
            "{}",
            refused.body
        );
        let limit = body["clauses"]
            .as_array_mut()
            .unwrap()
            .iter_mut()
            .find(|clause| clause["promise"]["kind"] == "time_limit");
        limit.unwrap()["promise"]["otherwise"] = good;
        let mended = draft(&manager, &kept.body, &body).await;
        let published = step(&manager, &mended.body, "publish").await;
        assert_eq!(published.status, StatusCode::OK, "{}", published.body);
        assert_eq!(
            (
                &published.body["versions"][0]["number"],
                &published.body["draft"]
            ),
            (&json!(1), &Value::Null)
        );
        let twice = step(&manager, &published.body, "publish").await;
        assert_eq!(
            (twice.status, twice.problem()),
            (StatusCode::CONFLICT, "no-draft"),
            "{}",
            twice.body
        );
    })
    .await;
}

/// The default of a decision table is always declared: a forgotten cell is an error of the document, not a promise.
#[tokio::test]
async fn a_table_without_a_default_is_refused_where_it_stands() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = manager(&world).await;
        let plan = begin(&manager, "06-tender-supplier").await;
        let mut body = plan["draft"].clone();
        let clauses = body["clauses"].as_array_mut().unwrap();
        let at = clauses
            .iter()
            .position(|clause| clause["promise"]["kind"] == "time_limit")
            .unwrap();
        clauses[at]["promise"]
            .as_object_mut()
            .unwrap()
            .remove("otherwise");
        let refused = draft(&manager, &plan, &body).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.pointer().starts_with(&format!("/clauses/{at}")),
            "{}",
            refused.body
        );
        assert!(
            refused.body.to_string().contains("required"),
            "{}",
            refused.body
        );
        let check = manager.post("/api/plan-check", &body).send().await;
        assert_eq!(check.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn a_hard_contradiction_stands_in_the_way_with_both_sentences() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = manager(&world).await;
        let plan = begin(&manager, "10-projection-systems").await;
        let refused = step(&manager, &plan, "publish").await;
        assert_eq!(
            (refused.status, refused.problem()),
            (StatusCode::CONFLICT, "hard-problems"),
            "{}",
            refused.body
        );
        let sides: Vec<&str> = refused.body["clauses"]
            .as_array()
            .unwrap()
            .iter()
            .map(|side| text(&side["id"]))
            .collect();
        assert!(
            sides.contains(&"term-commissioning") && sides.len() > 1,
            "{sides:?}"
        );
        let publish = plan["actions"]
            .as_array()
            .unwrap()
            .iter()
            .find(|action| action["name"] == "publish")
            .unwrap();
        assert_eq!(publish["allowed"], false, "the page says so before");
        let blank = json!({ "from": { "origin": "blank", "title": "x", "trade": "y" } });
        let blank = create(&manager, "/api/plans", blank).await;
        let refused = step(&manager, &blank, "publish").await;
        assert_eq!(
            (refused.status, refused.problem()),
            (StatusCode::CONFLICT, "no-clauses"),
            "{}",
            refused.body
        );
    })
    .await;
}

#[tokio::test]
async fn a_successor_leaves_the_published_version_as_it_was() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = manager(&world).await;
        let plan = begin(&manager, "06-tender-supplier").await;
        let first = step(&manager, &plan, "publish").await.body;
        let version = format!("/api/plan-versions/{}", text(&first["versions"][0]["id"]));
        let before = manager.get(&version).send().await.body;
        let path = format!("/api/plans/{}", text(&plan["id"]));
        let open = manager
            .post(&format!("{path}/succeed"), &json!({}))
            .send()
            .await;
        assert_eq!(
            (open.status, &open.body["draft"]),
            (StatusCode::OK, &before["body"])
        );
        let again = manager
            .post(&format!("{path}/succeed"), &json!({}))
            .send()
            .await;
        assert_eq!(
            (again.status, &again.body["version"]),
            (StatusCode::OK, &open.body["version"])
        );
        let unchanged = step(&manager, &open.body, "publish").await;
        assert_eq!(
            (unchanged.status, unchanged.problem()),
            (StatusCode::CONFLICT, "nothing-changed"),
            "{}",
            unchanged.body
        );
        let mut body = open.body["draft"].clone();
        body["clauses"][0]["text"] = json!("另一句话。");
        let edited = draft(&manager, &open.body, &body).await.body;
        let second = step(&manager, &edited, "publish").await;
        assert_eq!(second.body["versions"][0]["number"], 2, "{}", second.body);
        assert_eq!(manager.get(&version).send().await.body, before);
        let diff = manager
            .get(&format!("{path}/diff?from=1&to=2"))
            .send()
            .await;
        assert_eq!(diff.status, StatusCode::OK, "{}", diff.body);
        assert!(diff.body.to_string().contains("另一句话"), "{}", diff.body);
        let none = manager
            .get(&format!("{path}/diff?from=1&to=7"))
            .send()
            .await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
        let discarded = manager.delete(&format!("{path}/draft"));
        let discarded = discarded
            .version(second.body["version"].as_i64().unwrap())
            .send()
            .await;
        assert_eq!(
            (discarded.status, &discarded.body["version"]),
            (StatusCode::OK, &second.body["version"]),
            "no draft to throw away"
        );
    })
    .await;
}

#[tokio::test]
async fn a_retired_plan_is_neither_edited_nor_applied_anew_until_it_is_reinstated() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let manager = manager(&world).await;
        let version = manager.get(&format!("/api/plan-versions/{}", own.ids["plan-versions"])).send().await.body;
        let path = format!("/api/plans/{}", text(&version["plan"]));
        let plan = manager.get(&path).send().await.body;
        let retired = step(&manager, &plan, "retire").await;
        assert_eq!((retired.status, &retired.body["retired"]), (StatusCode::OK, &json!(true)));
        let again = step(&manager, &retired.body, "retire").await;
        assert_eq!((again.status, &again.body["version"]), (StatusCode::OK, &retired.body["version"]));
        let refused = manager.post(&format!("{path}/succeed"), &json!({})).send().await;
        assert_eq!((refused.status, refused.problem()), (StatusCode::CONFLICT, "plan-retired"), "{}", refused.body);
        let agreement = json!({ "customer": own.ids["customers"], "agreement": {
            "kind": "project", "title": "New", "plan_version": own.ids["plan-versions"], "starts_on": "2026-01-01",
            "terms": { "answers": { "warranty-term": "months:24", "rates": "list", "locations": "east", "early-minutes": "120", "late-minutes": "0" } } } });
        let refused = manager.post("/api/agreements", &agreement).key("new").send().await;
        assert_eq!((refused.status, refused.pointer()), (StatusCode::UNPROCESSABLE_ENTITY, "/agreement/plan_version"));
        let standing = manager.get(&format!("/api/agreements/{}", own.ids["agreements"])).send().await;
        assert_eq!(standing.status, StatusCode::OK, "what applies it goes on");
        let back = step(&manager, &retired.body, "reinstate").await;
        assert_eq!((back.status, &back.body["retired"]), (StatusCode::OK, &json!(false)));
        let signed = manager.post("/api/agreements", &agreement).key("newer").send().await;
        assert_eq!(signed.status, StatusCode::CREATED, "{}", signed.body);
    })
    .await;
}

#[tokio::test]
async fn a_plan_is_printed_compared_with_a_tender_and_tried_on_the_past() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let manager = manager(&world).await;
        let plan = begin(&manager, "06-tender-supplier").await;
        let path = |rest: &str| format!("/api/plans/{}/{rest}", text(&plan["id"]));
        let word = manager.get(&path("document?format=docx")).bytes_of().await;
        assert!(word.starts_with(b"PK"), "a Word package");
        let never = manager.get(&path("document?format=docx&number=7")).send().await;
        assert_eq!(never.status, StatusCode::NOT_FOUND);

        let tender = "一、质保期不少于三年。\n二、接到报修后1小时内响应，12小时内到达现场。\n三、每月巡检一次。";
        let upload = |tender: &'static str| {
            manager
                .call(axum::http::Method::POST, &path("deviations"))
                .bytes("application/octet-stream", tender)
                .send()
        };
        let compared = upload(tender).await;
        assert_eq!(compared.status, StatusCode::OK, "{}", compared.body);
        let verdicts: Vec<&str> = compared.body["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| text(&line["verdict"]))
            .collect();
        assert!(verdicts.contains(&"worse"), "two hours do not answer one hour: {verdicts:?}");
        assert!(verdicts.contains(&"equal"), "twelve hours on site are offered: {verdicts:?}");
        assert!(verdicts.contains(&"missing"), "no inspection is offered: {verdicts:?}");
        let empty = upload(" ").await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);

        let tried = manager
            .get(&path("what-if?from=2026-01-01&to=2026-12-31"))
            .send()
            .await;
        assert_eq!((tried.status, &tried.body["cases"]), (StatusCode::OK, &json!(0)));
        let backwards = manager
            .get(&path("what-if?from=2026-12-31&to=2026-01-01"))
            .send()
            .await;
        assert_eq!(backwards.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut elsewhere = plan["draft"].clone();
        elsewhere["zone"] = json!("");
        let kept = draft(&manager, &plan, &elsewhere).await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
        let nowhere = manager
            .get(&path("what-if?from=2026-01-01&to=2026-12-31"))
            .send()
            .await;
        assert_eq!((nowhere.status, nowhere.problem()), (StatusCode::CONFLICT, "plan-zone"));
    })
    .await;
}
