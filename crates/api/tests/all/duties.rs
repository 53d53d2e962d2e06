//! Recurring duties through the API: owed by the plan, noted, excused, in the ledger, and proved again.

use axum::http::StatusCode;
use domain::access::Role;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::Client;
use crate::warranty::Shop;

fn visits() -> Value {
    json!([{ "id": "visit", "heading": "Monthly visit", "text": "A visit each month.", "promise": {
        "kind": "recurring_duty", "what": "visit", "every": { "count": 1, "unit": "months" },
        "early_days": 5, "late_days": 5, "delivers": ["report"] } }])
}

fn states(list: &Value) -> Vec<(u64, String)> {
    let items = list["items"].as_array().unwrap();
    let state = |item: &Value| {
        (
            item["cycle"].as_u64().unwrap(),
            item["state"].as_str().unwrap().to_owned(),
        )
    };
    items.iter().map(state).collect()
}

#[tokio::test]
async fn a_duty_is_owed_noted_and_proved() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let mut shop = Shop::open(&world).await;
        let plan = shop.plan("Visits", visits()).await;
        let agreement = json!({ "customer": shop.customer, "agreement": { "kind": "maintenance_contract",
            "title": "Care", "plan_version": plan, "starts_on": "2026-10-20", "ends_on": "2027-10-19" } });
        let made = shop.manager.post("/api/agreements", &agreement).key("a").send().await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let path = format!("/api/agreements/{}/duties", made.body["id"].as_str().unwrap());
        // A month later it is 22 December: November was missed, December's window is open, more come within three months.
        world.clock.advance(SignedDuration::from_hours(24 * 30));
        shop.manager = Client::signed_in(&shop.service, Role::ServiceManager, Place::East).await;
        let listed = shop.manager.get(&path).send().await.body;
        let expected = [(1, "broken"), (2, "running"), (3, "pending"), (4, "pending"), (5, "pending")];
        assert_eq!(states(&listed), expected.map(|(cycle, state)| (cycle, state.to_owned())), "{listed}");
        let agent = Client::signed_in(&shop.service, Role::ServiceAgent, Place::East).await;
        let done = json!({ "clause": "visit", "cycle": 2, "do": "done", "note": "All well", "delivers": ["report"] });
        let refused = agent.post(&path, &done).key("d0").send().await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
        let mut bare = done.clone();
        bare["delivers"] = json!([]);
        let refused = shop.manager.post(&path, &bare).key("d1").send().await;
        assert_eq!(refused.pointer(), "/delivers", "{}", refused.body);
        for key in ["d2", "d3"] {
            let noted = shop.manager.post(&path, &done).key(key).send().await;
            assert_eq!(noted.status, StatusCode::CREATED, "{}", noted.body);
            assert_eq!(noted.body["items"][1]["state"], "kept", "{}", noted.body);
            assert_eq!(noted.body["items"][1]["facts"].as_array().unwrap().len(), 1);
        }
        let excuse = json!({ "clause": "visit", "cycle": 1, "do": "excuse", "note": "The hotel was closed" });
        let excused = shop.manager.post(&path, &excuse).key("d4").send().await;
        assert_eq!(excused.body["items"][0]["state"], "excused", "{}", excused.body);
        let why = shop.manager.get(&format!("{path}/explanation?clause=visit&cycle=2")).send().await.body;
        assert_eq!(why["steps"][1]["on"], "2026-12-20", "{why}");
        assert_eq!(why["steps"][2]["closes_on"], "2026-12-25", "{why}");
        let ledger = shop
            .manager
            .get("/api/ledger/rows?from=2026-11-01&to=2027-01-31")
            .send()
            .await
            .body;
        let rows = ledger["items"].as_array().unwrap();
        let of_duties: Vec<_> = rows.iter().map(|row| (row["heading"].as_str(), row["state"].as_str())).collect();
        let visit = Some("Monthly visit");
        assert_eq!(of_duties, [(visit, Some("kept")), (visit, Some("excused"))], "{ledger}");
        let check = app::case::check_ledger(&world.app).await.unwrap();
        assert_eq!((check.duties, check.differences), (5, Vec::new()));
        // Time passes: January's window opens and closes unmet. What the list tells is computed as of now.
        world.clock.advance(SignedDuration::from_hours(24 * 40));
        let manager = Client::signed_in(&shop.service, Role::ServiceManager, Place::East).await;
        let later = manager.get(&path).send().await.body;
        assert_eq!(states(&later)[2], (3, "broken".to_owned()), "{later}");
        let check = app::case::check_ledger(&world.app).await.unwrap();
        assert_eq!(check.differences, Vec::new());
    })
    .await;
}
