//! Calendars and public holidays: done, refused, repeated.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};

/// Mondays in the morning, with a day off, a day worked and a day with hours of its own.
fn spec() -> Value {
    json!({
        "name": "北区值班", "zone": "Asia/Shanghai", "weekly": { "mon": ["09:00-12:00", "13:30-18:00"] },
        "holidays": [{ "date": "2026-11-02", "name": "年会" }],
        "makeup-days": [{ "date": "2026-11-07", "hours": ["09:00-12:00"] }],
        "special-hours": [{ "date": "2026-11-09", "hours": ["10:00-11:00"] }],
    })
}

#[tokio::test]
async fn a_calendar_is_kept_once_and_changed_from_its_version() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let admin = Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let body = json!({ "spec": spec() });
        let kept = admin
            .put("/api/calendars/north", &body)
            .version(0)
            .send()
            .await;
        assert_eq!(
            (kept.status, &kept.body["version"]),
            (StatusCode::OK, &json!(1)),
            "{}",
            kept.body
        );
        assert_eq!(kept.body["built_in"], false);
        let again = admin
            .put("/api/calendars/north", &body)
            .version(1)
            .send()
            .await;
        assert_eq!(
            again.body["version"], 1,
            "writing the same again changes nothing"
        );
        assert_eq!(
            admin
                .put("/api/calendars/north", &body)
                .version(0)
                .send()
                .await
                .problem(),
            "stale"
        );
        let read = admin.get("/api/calendars/north").send().await;
        assert_eq!(
            read.body["spec"]["weekly"]["mon"],
            json!(["09:00-12:00", "13:30-18:00"])
        );
        let log = admin
            .get("/api/audit?kind=calendar&subject=north")
            .send()
            .await;
        assert_eq!(log.body["items"].as_array().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_companys_own_takes_the_place_of_a_built_in_one() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let admin = Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let names = |body: &Value| {
            body["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| one["name"].clone())
                .collect::<Vec<_>>()
        };
        let before = admin.get("/api/calendars").send().await;
        assert_eq!(names(&before.body), ["always", "cn-office"]);
        assert_eq!(before.body["items"][1]["built_in"], true);
        admin
            .put("/api/calendars/cn-office", &json!({ "spec": spec() }))
            .version(0)
            .send()
            .await;
        let after = admin.get("/api/calendars").send().await;
        assert_eq!(names(&after.body), ["always", "cn-office"]);
        assert_eq!(after.body["items"][1]["title"], "北区值班");
    })
    .await;
}

#[tokio::test]
async fn a_calendar_that_never_opens_or_contradicts_itself_is_refused_with_its_place() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let admin = Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let wrong = [
            (
                json!({ "weekly": {}, "makeup-days": [], "special-hours": [] }),
                "/spec/weekly",
            ),
            (
                json!({ "weekly": { "mon": ["09:00-12:00", "11:00-13:00"] } }),
                "/spec/weekly",
            ),
            (json!({ "zone": "Mars/Olympus" }), "/spec/zone"),
            (
                json!({ "public-holidays": "atlantis" }),
                "/spec/public-holidays",
            ),
            (
                json!({ "makeup-days": [{ "date": "2026-11-02" }] }),
                "/spec/holidays",
            ),
            (
                json!({ "special-hours": [{ "date": "2026-11-10" }] }),
                "/spec/special-hours",
            ),
        ];
        for (change, pointer) in wrong {
            let mut spec = spec();
            spec.as_object_mut()
                .unwrap()
                .extend(change.as_object().unwrap().clone());
            let refused = admin
                .put("/api/calendars/north", &json!({ "spec": spec }))
                .version(0)
                .send()
                .await;
            assert_eq!(
                (refused.status, refused.pointer()),
                (StatusCode::UNPROCESSABLE_ENTITY, pointer),
                "{}",
                refused.body
            );
        }
        assert_eq!(
            admin.get("/api/calendars/north").send().await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test]
async fn a_month_and_a_limit_are_shown_before_anything_is_kept() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let agent = Client::signed_in(&service(&world), Role::ServiceAgent, Place::East).await;
        // Monday 16 November, 17:00: one hour that day, three of the next Monday's morning, two of its afternoon.
        let due = json!({ "start": "2026-11-16T17:00:00+08:00", "limit": "working:PT6H" });
        let asked = json!({ "spec": spec(), "month": "2026-11", "due": due });
        let shown = agent.post("/api/calendar-preview", &asked).send().await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
        assert_eq!(shown.body["days"].as_array().unwrap().len(), 30);
        assert_eq!(shown.body["days"][1]["rule"], "holiday");
        assert_eq!(shown.body["days"][6]["hours"], json!(["09:00-12:00"]));
        assert_eq!(shown.body["open_minutes"], 3 * 60 + 60 + 3 * (3 * 60 + 270));
        assert_eq!(shown.body["due"]["at"], "2026-11-23T07:30:00Z");
        let asked = json!({ "spec": spec(), "month": "2026-13" });
        assert_eq!(
            agent
                .post("/api/calendar-preview", &asked)
                .send()
                .await
                .pointer(),
            "/month"
        );
    })
    .await;
}

#[tokio::test]
async fn an_announced_year_is_taken_over_once_and_moves_deadlines() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let admin = Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let bad = json!({ "format": "csv", "text": "date,kind,name\n2027-02-30,holiday,春节\n" });
        assert_eq!(admin.post("/api/holidays", &bad).send().await.pointer(), "/text");
        let text = json!({ "year": 2027, "days": [{ "name": "元旦", "date": "2027-01-04", "isOffDay": true }] }).to_string();
        let announced = json!({ "format": "json", "text": text });
        for _ in 0..2 {
            let taken = admin.post("/api/holidays", &announced).send().await;
            assert_eq!(taken.status, StatusCode::OK, "{}", taken.body);
        }
        let office = admin.get("/api/calendars/cn-office").send().await;
        let asked = json!({ "spec": office.body["spec"], "month": "2027-01" });
        let shown = admin.post("/api/calendar-preview", &asked).send().await;
        assert_eq!((&shown.body["year_status"], &shown.body["days"][3]["rule"]), (&json!("published"), &json!("holiday")));
        let log = admin.get("/api/audit?kind=holidays&subject=cn").send().await;
        assert_eq!(log.body["items"].as_array().unwrap().len(), 1);
    })
    .await;
}
