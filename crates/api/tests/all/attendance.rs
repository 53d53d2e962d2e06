//! A promise around the clock is held against the hours in which the company says somebody attends.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Answer, Client, service};
use crate::studio::upload;

const TEXT: &str =
    "电梯售后服务方案\n自验收合格之日起整机保修24个月。\n服务热线400-820-1234，7×24小时值守。\n";

/// The company's settings with this calendar of attendance.
async fn attended(administrator: &Client, calendar: Option<&str>) -> Answer {
    let now = administrator.get("/api/settings").send().await.body;
    let body = json!({ "company_name": "Test", "zone": "Asia/Shanghai", "language": "zh", "attended": calendar });
    let call = administrator.put("/api/settings", &body);
    call.version(now["version"].as_i64().unwrap()).send().await
}

/// What is told of a hotline nobody attends at night.
fn told(reading: &Value) -> Option<&Value> {
    let problems = reading["problems"].as_array().unwrap();
    problems.iter().find(|one| one["kind"] == "unattended")
}

#[tokio::test]
async fn a_hotline_around_the_clock_waits_for_the_attendance_or_governs() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let administrator = Client::signed_in(&service, Role::Administrator, Place::East).await;
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let reading = upload(&manager, "plan.txt", TEXT).await.body;
        let path = format!("/api/readings/{}", reading["id"].as_str().unwrap());
        assert_eq!(told(&reading), None, "nobody said when the company attends");

        let unknown = attended(&administrator, Some("nobodys")).await;
        assert_eq!(
            (unknown.status, unknown.pointer()),
            (StatusCode::UNPROCESSABLE_ENTITY, "/attended")
        );
        let set = attended(&administrator, Some("cn-office")).await;
        assert_eq!(set.body["attended"], "cn-office", "{}", set.body);

        let held = manager.get(&path).send().await.body;
        let problem = told(&held).expect("office hours are not always");
        assert_eq!(
            (&problem["blocks"], &problem["ways"]),
            (&json!(true), &json!(["stricter"]))
        );
        assert_eq!(held["attended"]["calendar"], "cn-office");
        assert_eq!(
            held["attended"]["week"][0],
            json!(["09:00-12:00", "13:30-18:00"])
        );
        assert_eq!(held["attended"]["week"][6], json!([]));
        assert!(held["attended"]["longest_closed_minutes"].as_i64().unwrap() >= 63 * 60);

        let settle =
            json!({ "do": { "step": "settle", "problem": problem["id"], "by": "stricter" } });
        let call = manager.post(&format!("{path}/steps"), &settle);
        let settled = call.version(held["version"].as_i64().unwrap()).send().await;
        assert_eq!(settled.status, StatusCode::OK, "{}", settled.body);
        assert_eq!(told(&settled.body).unwrap()["settled"], "stricter");

        attended(&administrator, Some("always")).await;
        assert_eq!(told(&manager.get(&path).send().await.body), None);
    })
    .await;
}
