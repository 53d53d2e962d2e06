//! The days an agreement holds, and what it names that is not the customer's any more.

use axum::http::StatusCode;
use domain::access::Role;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::agreement_lists::network;
use crate::client::Client;
use crate::intake::{Served, served};
use crate::subjects::create;

impl Served {
    /// The latest agreement of the unit.
    async fn agreement(&self) -> Value {
        let listed = self.get("/api/agreements").await;
        let path = format!(
            "/api/agreements/{}",
            listed["items"][0]["id"].as_str().unwrap()
        );
        self.get(&path).await
    }

    /// The version of the plan that the agreement applies.
    async fn version(&self) -> String {
        let version = self.agreement().await["plan_version"].clone();
        version.as_str().unwrap().to_owned()
    }

    async fn end(&self, agreement: &Value, on: &str) {
        let path = format!("/api/agreements/{}/end", agreement["id"].as_str().unwrap());
        let body = json!({ "on": on, "reason": "Moved away" });
        let version = agreement["version"].as_i64().unwrap();
        let ended = self
            .desk
            .manager
            .post(&path, &body)
            .version(version)
            .send()
            .await;
        assert_eq!(ended.status, StatusCode::OK, "{}", ended.body);
    }

    async fn standing(&self, asked: &str) -> Value {
        self.get(&format!("/api/intake?{asked}")).await["plan"]["standing"].clone()
    }
}

#[tokio::test]
async fn an_agreement_that_was_ended_early_is_no_contract_any_more() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let signed = served.agreement().await;
        let by_agreement = format!("agreement={}", signed["id"].as_str().unwrap());
        let by_unit = format!(
            "unit={}",
            served.get("/api/units").await["items"][0]["id"]
                .as_str()
                .unwrap()
        );
        assert_eq!(served.standing(&by_agreement).await, "in_contract");
        served.end(&signed, "2026-11-19").await;
        for asked in [&by_agreement, &by_unit] {
            assert_ne!(served.standing(asked).await, "in_contract", "{asked}");
        }
        // The last day is a day of the contract.
        let case = |at: &str| {
            let mut report = served.report("Down");
            report["agreement"] = signed["id"].clone();
            report["at"] = json!(at);
            report.as_object_mut().unwrap().remove("unit");
            report
        };
        let on_the_last = served
            .kept(&case("2026-11-19T20:00:00+08:00"), "last")
            .await;
        assert_eq!(
            on_the_last["context"]["standing"], "in_contract",
            "{on_the_last}"
        );
        let after = served
            .kept(&case("2026-11-20T01:00:00+08:00"), "after")
            .await;
        assert_ne!(after["context"]["standing"], "in_contract", "{after}");
    })
    .await;
}

#[tokio::test]
async fn a_unit_is_served_by_the_agreement_that_runs() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let running = served.agreement().await;
        let unit = served.get("/api/units").await["items"][0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let version = served.version().await;
        world.clock.advance(SignedDuration::from_mins(1));
        let mut later = network(&served.desk, &version, &[&unit]);
        later["agreement"]["starts_on"] = json!("2026-11-01");
        let later = create(&served.desk.manager, "/api/agreements", later).await;
        let by_unit = format!("/api/intake?unit={unit}");
        assert_eq!(
            served.get(&by_unit).await["plan"]["agreement"],
            later["id"],
            "the latest that runs"
        );
        served.end(&later, "2026-11-20").await;
        let seen = served.get(&by_unit).await;
        assert_eq!(seen["plan"]["agreement"], running["id"]);
    })
    .await;
}

#[tokio::test]
async fn an_agreement_is_changed_and_renewed_after_a_site_was_removed_and_a_unit_sold() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let manager = &served.desk.manager;
        let customer = format!("/api/customers/{}", served.desk.customer);
        let mut sites = Vec::new();
        for name in ["Old", "New"] {
            let site = json!({ "name": name, "address": "Quay 1" });
            let site = create(manager, &format!("{customer}/sites"), site).await;
            sites.push(site["id"].as_str().unwrap().to_owned());
        }
        let mut units = Vec::new();
        for serial in ["SN-7", "SN-8"] {
            let unit = create(manager, "/api/units", served.desk.unit(serial)).await;
            units.push(unit["id"].as_str().unwrap().to_owned());
        }
        let version = served.version().await;
        let named: Vec<&str> = units.iter().map(String::as_str).collect();
        let mut body = network(&served.desk, &version, &named);
        body["agreement"]["sites"] = json!(sites);
        let signed = create(manager, "/api/agreements", body.clone()).await;
        let gone = manager
            .delete(&format!("/api/sites/{}", sites[0]))
            .version(1)
            .send()
            .await;
        assert!(gone.status.is_success(), "{}", gone.body);
        let buyer = json!({ "kind": "organisation", "name": "Harbour", "branch": world.east });
        let buyer = create(manager, "/api/customers", buyer).await;
        let unit = format!("/api/units/{}", units[0]);
        let known = served.get(&unit).await;
        let known = known.get("unit").unwrap_or(&known);
        let mut sold = served.desk.unit("SN-7");
        sold["customer"] = buyer["id"].clone();
        let version = known["version"].as_i64().unwrap();
        let sold = manager.put(&unit, &sold).version(version).send().await;
        assert_eq!(sold.status, StatusCode::OK, "{}", sold.body);

        let path = format!("/api/agreements/{}", signed["id"].as_str().unwrap());
        let mut fields = body["agreement"].clone();
        fields["title"] = json!("Another title");
        let changed = manager.put(&path, &fields).version(1).send().await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
        let renewal = json!({ "ends_on": "2027-12-31" });
        let call = manager.post(&format!("{path}/renew"), &renewal).version(2);
        let renewed = call.key("renew").send().await;
        assert_eq!(renewed.status, StatusCode::CREATED, "{}", renewed.body);
        assert_eq!(renewed.body["sites"], json!([sites[1]]));
        assert_eq!(renewed.body["units"], json!([units[1]]));
        let auditor = Client::signed_in(&served.desk.service, Role::Auditor, Place::East).await;
        let id = renewed.body["id"].as_str().unwrap();
        let log = auditor
            .get(&format!("/api/audit?kind=agreement&subject={id}"))
            .send()
            .await;
        assert!(
            log.body.to_string().contains(&sites[0]),
            "it says what it left out: {}",
            log.body
        );
        // What was never on it still has to be the customer's.
        fields["sites"] = json!(["site_00000000000000000000000000000009"]);
        let refused = manager.put(&path, &fields).version(2).send().await;
        assert_eq!(refused.pointer(), "/sites/0", "{}", refused.body);
    })
    .await;
}

#[tokio::test]
async fn an_agreement_stands_where_it_does_on_the_company_s_own_day() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let served = served(&world).await;
        let manager = &served.desk.manager;
        let admin = Client::signed_in(&served.desk.service, Role::Administrator, Place::East).await;
        let settings =
            json!({ "company_name": "Acme", "zone": "America/New_York", "language": "en" });
        let set = admin
            .put("/api/settings", &settings)
            .version(0)
            .send()
            .await;
        assert_eq!(set.status, StatusCode::OK, "{}", set.body);
        let version = served.version().await;
        let mut body = network(&served.desk, &version, &[]);
        // In New York it is the evening of the 21st.
        body["agreement"]["ends_on"] = json!("2026-11-21");
        body["agreement"]["title"] = json!("Until the 21st");
        let signed = create(manager, "/api/agreements", body).await;
        assert_eq!(signed["standing"], "running", "{signed}");
        assert!(
            signed["number"].as_str().unwrap().contains("20261121"),
            "{signed}"
        );
        let listed = served.get("/api/agreements?standing=running&q=21st").await;
        assert_eq!(listed["items"][0]["standing"], "running", "{listed}");
        let asked = format!("/api/intake?agreement={}", signed["id"].as_str().unwrap());
        assert_eq!(
            served.get(&asked).await["agreements"][0]["standing"],
            "running"
        );
    })
    .await;
}
