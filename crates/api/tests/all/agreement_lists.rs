//! What lists of agreements find, and what an agreement tells of its history.

use axum::http::StatusCode;
use domain::access::Role;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};
use crate::master_data::Desk;

/// Publishes a built-in plan and returns its id and the id of the version.
pub(crate) async fn published(manager: &Client, template: &str) -> (String, String) {
    let plan = json!({ "from": { "origin": "template", "template": template } });
    let plan = manager
        .post("/api/plans", &plan)
        .key(&format!("plan-{template}"))
        .send()
        .await
        .body;
    let id = plan["id"].as_str().unwrap().to_owned();
    let answer = manager
        .post(&format!("/api/plans/{id}/publish"), &json!({}))
        .version(plan["version"].as_i64().unwrap())
        .send()
        .await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let version = answer.body["versions"][0]["id"].as_str().unwrap();
    (id, version.to_owned())
}

/// An agreement of the desk's customer under the plan for network systems.
pub(crate) fn network(desk: &Desk, version: &str, units: &[&str]) -> Value {
    json!({ "customer": desk.customer, "agreement": {
        "kind": "maintenance_contract", "title": "机房维保", "plan_version": version,
        "starts_on": "2026-01-01", "ends_on": "2026-12-31", "contract_fen": 1_200_000,
        "units": units,
        "terms": { "service_level": "a", "answers": { "duty-number": "400-100-2000", "site-limit": "natural:PT2H", "report-limit": "working-days:3",
            "warranty-term": "months:12", "in-warranty": "free", "after-warranty": "by_quote" } },
    } })
}

fn id(body: &Value) -> &str {
    body["id"]
        .as_str()
        .unwrap_or_else(|| panic!("made: {body}"))
}

#[tokio::test]
#[expect(
    clippy::too_many_lines,
    reason = "one agreement's story, told in its order"
)]
async fn an_agreement_is_changed_renewed_and_ended_and_tells_its_history() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let (_, version) = published(&desk.manager, "07-network-systems").await;
        let unit = desk
            .manager
            .post("/api/units", &desk.unit("SN-1"))
            .key("u")
            .send()
            .await
            .body;
        let body = network(&desk, &version, &[]);
        let signed = desk
            .manager
            .post("/api/agreements", &body)
            .key("a")
            .send()
            .await
            .body;
        let path = format!("/api/agreements/{}", id(&signed));
        world.clock.advance(SignedDuration::from_mins(1));
        let mut fields = body["agreement"].clone();
        fields["units"] = json!([unit["id"]]);
        let bound = desk.manager.put(&path, &fields).version(1).send().await;
        assert_eq!(
            (bound.status, &bound.body["units"]),
            (StatusCode::OK, &json!([unit["id"]])),
            "{}",
            bound.body
        );
        let same = desk.manager.put(&path, &fields).version(2).send().await;
        assert_eq!(same.body["version"], 2, "nothing changed");
        let stale = desk.manager.put(&path, &fields).version(1).send().await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
        let of_agreement = desk
            .manager
            .get(&format!("/api/units?agreement={}", id(&signed)))
            .send()
            .await;
        assert_eq!(of_agreement.body["items"][0]["id"], unit["id"]);
        let renewal = desk
            .manager
            .post(
                &format!("{path}/renew"),
                &json!({ "ends_on": "2027-12-31" }),
            )
            .version(2)
            .key("r")
            .send()
            .await;
        assert_eq!(
            (renewal.status, &renewal.body["starts_on"]),
            (StatusCode::CREATED, &json!("2027-01-01")),
            "{}",
            renewal.body
        );
        let end = json!({ "on": "2027-02-01", "reason": "sold" });
        let outside = desk
            .manager
            .post(&format!("{path}/end"), &end)
            .version(2)
            .send()
            .await;
        assert_eq!(outside.pointer(), "/on", "{}", outside.body);
        world.clock.advance(SignedDuration::from_mins(1));
        let end = json!({ "on": "2026-06-30", "reason": "sold" });
        let ended = desk
            .manager
            .post(&format!("{path}/end"), &end)
            .version(2)
            .send()
            .await;
        assert_eq!(ended.status, StatusCode::OK, "{}", ended.body);
        let twice = desk
            .manager
            .post(&format!("{path}/end"), &end)
            .version(2)
            .send()
            .await;
        assert_eq!(twice.body["version"], ended.body["version"]);
        let late = desk.manager.put(&path, &fields).version(3).send().await;
        assert_eq!(late.problem(), "agreement-ended");
        let told = desk
            .manager
            .get(&format!("{path}/history"))
            .send()
            .await
            .body;
        let actions: Vec<&str> = told["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["action"].as_str().unwrap())
            .collect();
        assert_eq!(
            actions,
            ["agreement.end", "agreement.change", "agreement.create"]
        );
        assert_ne!(told["items"][0]["by"], "");
        let stranger = Client::signed_in(&desk.service, Role::ServiceManager, Place::West).await;
        let foreign = stranger.get(&format!("{path}/history")).send().await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_list_of_agreements_narrows_by_everything_it_is_asked() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let (plan, version) = published(&desk.manager, "07-network-systems").await;
        let unit = desk
            .manager
            .post("/api/units", &desk.unit("SN-1"))
            .key("u")
            .send()
            .await
            .body;
        let signed = network(&desk, &version, &[id(&unit)]);
        let signed = desk
            .manager
            .post("/api/agreements", &signed)
            .key("a")
            .send()
            .await;
        assert_eq!(signed.status, StatusCode::CREATED, "{}", signed.body);
        let standing = signed.body["standing"].as_str().unwrap();
        let hits = [
            String::new(),
            "q=机房".to_owned(),
            "q=云栖".to_owned(),
            format!("plan={plan}"),
            format!("unit={}", id(&unit)),
            format!("customer={}", desk.customer),
            "kind=maintenance_contract".to_owned(),
            format!("standing={standing}"),
            "ends_within_days=60000".to_owned(),
        ];
        for query in hits {
            let found = desk
                .manager
                .get(&format!("/api/agreements?{}", encoded(&query)))
                .send()
                .await
                .body;
            assert_eq!(
                found["items"][0]["id"], signed.body["id"],
                "{query}: {found}"
            );
            assert_eq!(found["items"][0]["units"], 1);
            assert_eq!(found["items"][0]["customer_name"], "云栖酒店");
        }
        let misses = [
            "q=100%25",
            "kind=project",
            "standing=ended",
            "unit=unit_00000000000000000000000000000009",
            "plan=plan_00000000000000000000000000000009",
        ];
        for query in misses {
            let found = desk
                .manager
                .get(&format!("/api/agreements?{query}"))
                .send()
                .await;
            assert_eq!(found.body["items"], json!([]), "{query}: {}", found.body);
        }
        let wrong = desk
            .manager
            .get("/api/agreements?standing=perhaps")
            .send()
            .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let service = service(&world);
        let west = Client::signed_in(&service, Role::ServiceManager, Place::West).await;
        let found = west.get("/api/agreements").send().await.body;
        assert_eq!(found["items"], json!([]));
    })
    .await;
}

/// Chinese words as an address carries them.
fn encoded(query: &str) -> String {
    query
        .bytes()
        .map(|byte| match byte {
            b'!'..=b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
