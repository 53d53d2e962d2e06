//! The way from an empty installation to the first kept promise.

use axum::http::StatusCode;
use domain::access::Role;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::agreement_lists::published;
use crate::client::{Client, service};

/// The names of the steps that are done.
async fn done(client: &Client) -> Vec<String> {
    let answer = client.get("/api/first-steps").send().await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    answer.body["steps"]
        .as_array()
        .expect("the steps are a list")
        .iter()
        .filter(|step| step["done"] == json!(true))
        .map(|step| step["step"].as_str().expect("a step has a name").to_owned())
        .collect()
}

fn step<'a>(body: &'a Value, name: &str) -> &'a Value {
    body["steps"]
        .as_array()
        .and_then(|steps| steps.iter().find(|step| step["step"] == name))
        .unwrap_or_else(|| panic!("{name} is a step: {body}"))
}

#[tokio::test]
async fn each_step_is_done_by_what_is_there_and_offered_to_whom_may_do_it() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let administrator = Client::signed_in(&service, Role::Administrator, Place::East).await;
        assert_eq!(done(&administrator).await, ["manager"]);
        let product = json!({ "model": "P-100", "name": "投影机" });
        administrator
            .post("/api/products", &product)
            .key("p")
            .send()
            .await;
        let customer = json!({ "kind": "organisation", "name": "云栖酒店", "branch": world.east });
        administrator
            .post("/api/customers", &customer)
            .key("c")
            .send()
            .await;
        let settings =
            json!({ "company_name": "践诺示范", "zone": "Asia/Shanghai", "language": "zh" });
        let version = administrator.get("/api/settings").send().await.body["version"]
            .as_i64()
            .unwrap();
        administrator
            .put("/api/settings", &settings)
            .version(version)
            .send()
            .await;
        assert_eq!(
            done(&administrator).await,
            ["company", "manager", "product", "customer"]
        );

        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let (_, plan) = published(&manager, "08-hospital-software").await;
        let mut own = settings.clone();
        own["default_plan"] = json!(plan);
        let call = administrator
            .put("/api/settings", &own)
            .version(version + 1);
        assert_eq!(call.send().await.status, StatusCode::OK);
        let asked = administrator.get("/api/first-steps").send().await.body;
        assert_eq!(step(&asked, "default_plan")["done"], json!(true), "{asked}");
        assert_eq!(step(&asked, "default_plan")["optional"], json!(true));
        let publish = &step(&asked, "plan")["actions"][0];
        assert_eq!(
            publish["allowed"],
            json!(false),
            "only a service manager publishes"
        );
        assert!(publish["because"].is_string(), "{publish}");
        let asked = manager.get("/api/first-steps").send().await.body;
        assert_eq!(step(&asked, "plan")["actions"][0]["allowed"], json!(true));

        let agent = Client::signed_in(&service, Role::ServiceAgent, Place::East).await;
        let refused = agent.get("/api/first-steps").send().await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn work_that_nobody_does_is_noticed() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let administrator =
            Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let asked = administrator.get("/api/first-steps").send().await.body;
        assert_eq!(asked["worker_started"], json!(false));
        assert_eq!(asked.get("waits_since"), None);

        app::work::prepare(&world.app)
            .await
            .expect("a worker starts");
        let asked = administrator.get("/api/first-steps").send().await.body;
        assert_eq!(asked["worker_started"], json!(true));
        assert_eq!(asked.get("waits_since"), None, "nothing is due yet");

        world.clock.advance(SignedDuration::from_hours(1));
        let asked = administrator.get("/api/first-steps").send().await.body;
        assert!(
            asked["waits_since"].is_string(),
            "the worker stopped: {asked}"
        );
    })
    .await;
}
