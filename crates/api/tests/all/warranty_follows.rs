//! What lists say of a warranty: the same as the unit's own page, and it follows what it rests on.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::Client;
use crate::subjects::create;
use crate::warranty::{Shop, id};

struct Sale {
    shop: Shop,
    administrator: Client,
    consumer: String,
}

impl Sale {
    async fn open(world: &World) -> Self {
        let shop = Shop::open(world).await;
        let consumer = json!({ "kind": "consumer", "name": "周海", "branch": world.east });
        Self {
            consumer: id(&create(&shop.manager, "/api/customers", consumer).await),
            administrator: Client::signed_in(&shop.service, Role::Administrator, Place::East).await,
            shop,
        }
    }

    async fn product(&self, model: &str, family: Option<&str>) -> Value {
        let product = json!({ "model": model, "name": "洗衣机", "legal_product": family });
        create(&self.shop.manager, "/api/products", product).await
    }

    async fn unit(&self, product: &Value, serial: &str, delivered: &str) -> String {
        let unit = json!({ "product": product["id"], "serial": serial, "customer": self.consumer,
            "dates": { "delivered": delivered }, "card": "present", "proof": "present" });
        id(&create(&self.shop.manager, "/api/units", unit).await)
    }

    async fn get(&self, path: &str) -> Value {
        let answer = self.shop.manager.get(path).send().await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        answer.body
    }

    /// What the list says of the only unit, which is what its own page says.
    async fn listed(&self, unit: &str) -> Value {
        let list = self.get("/api/units").await;
        let row = list["items"].as_array().unwrap();
        let row = row.iter().find(|row| row["id"] == *unit).unwrap().clone();
        let own = self.get(&format!("/api/units/{unit}")).await;
        assert_eq!(
            row.get("warranty"),
            own.get("warranty"),
            "list and page agree"
        );
        row
    }

    async fn change_product(&self, product: &Value, family: Option<&str>, version: i64) {
        let body =
            json!({ "model": product["model"], "name": product["name"], "legal_product": family });
        let path = format!("/api/products/{}", id(product));
        let done = self
            .shop
            .manager
            .put(&path, &body)
            .version(version)
            .send()
            .await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    }
}

async fn proved(world: &World) {
    let check = app::case::check_ledger(&world.app)
        .await
        .expect("the ledger can be read");
    assert_eq!(check.differences, vec![]);
    assert!(check.warranties > 0);
}

#[tokio::test]
async fn the_warranty_kept_of_a_unit_follows_the_class_of_its_product_and_the_law() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let sale = Sale::open(&world).await;
        let product = sale.product("W-1", None).await;
        let unit = sale.unit(&product, "A-1", "2026-06-01").await;
        assert_eq!(
            sale.listed(&unit).await.get("warranty"),
            None,
            "nothing is promised"
        );

        sale.change_product(&product, Some("washing-machine"), 1)
            .await;
        let row = sale.listed(&unit).await;
        assert_eq!(
            (&row["warranty_ends_on"], &row["warranty"]["source"]),
            (&json!("2027-06-01"), &json!("law"))
        );
        proved(&world).await;

        let mut rows = sale.administrator.get("/api/law").send().await.body["rows"].clone();
        for row in rows.as_array_mut().unwrap() {
            if row["product"] == "washing-machine"
                && row["rule"] == "term"
                && row["covers"] == "whole_unit"
            {
                row["value"] = json!("months:18");
            }
        }
        let law = json!({ "rows": rows });
        let done = sale
            .administrator
            .put("/api/law", &law)
            .version(0)
            .send()
            .await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        assert_eq!(sale.listed(&unit).await["warranty_ends_on"], "2027-12-01");

        // The same again adds nothing; every change has its line.
        sale.administrator
            .put("/api/law", &law)
            .version(1)
            .send()
            .await;
        let card = sale.get(&format!("/api/units/{unit}/warranty")).await;
        let why: Vec<&Value> = card["history"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| &one["why"])
            .collect();
        assert_eq!(why, ["basis_changed", "basis_changed"]);

        sale.change_product(&product, None, 2).await;
        assert_eq!(sale.listed(&unit).await.get("warranty_ends_on"), None);
        proved(&world).await;
    })
    .await;
}

#[tokio::test]
async fn where_a_change_touches_many_units_the_worker_resolves_them_page_by_page() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let sale = Sale::open(&world).await;
        let product = sale.product("W-1", None).await;
        let mut units = Vec::new();
        for number in 0..25 {
            units.push(
                sale.unit(&product, &format!("A-{number}"), "2026-06-01")
                    .await,
            );
        }
        sale.change_product(&product, Some("washing-machine"), 1)
            .await;
        let first = sale.get("/api/units?limit=1").await["items"][0].clone();
        assert_eq!(first.get("warranty"), None, "not yet");
        let claim = app::work::claim(&world.app, 50)
            .await
            .expect("tasks can be claimed");
        for task in claim {
            if task.kind == app::warranty::FOLLOW {
                app::warranty::follow_on(&world.app, task)
                    .await
                    .expect("the page is resolved");
            }
        }
        for unit in &units {
            assert_eq!(sale.listed(unit).await["warranty_ends_on"], "2027-06-01");
        }
        proved(&world).await;
    })
    .await;
}

#[tokio::test]
async fn a_state_put_right_is_quoted_and_judged_by_the_rules_and_not_by_that_person() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let sale = Sale::open(&world).await;
        let product = sale.product("W-1", Some("washing-machine")).await;
        let plan = sale.shop.plan("Visits", json!([{ "id": "answer", "heading": "Answer", "text": "An answer within two hours.", "promise": {
            "kind": "time_limit", "from": "reported", "to": "answered",
            "otherwise": { "bound": { "type": "within", "limit": "natural:PT2H" } } } }])).await;
        let body = json!({ "model": "W-1", "name": "洗衣机", "legal_product": "washing-machine", "plan_version": plan });
        let path = format!("/api/products/{}", id(&product));
        assert_eq!(sale.shop.manager.put(&path, &body).version(1).send().await.status, StatusCode::OK);
        let unit = sale.unit(&product, "A-1", "2024-06-01").await;
        let report = json!({ "channel": "phone", "unit": unit,
            "slip": { "name": "Zhou", "phone": "13800000000", "address": "Quay 1", "content": "It stopped" } });
        let case = create(&sale.shop.manager, "/api/cases", report).await;
        let path = format!("/api/cases/{}/entitlement", id(&case));

        // The unit's own year is over, its main parts have three.
        let told = sale.get(&path).await;
        let advice = &told["now"]["advice"];
        assert_eq!(advice["standing"], "depends_on_part", "{advice}");
        assert_eq!(advice["if_part"]["parts"], json!([{ "class": "main-parts", "ends_on": "2027-06-01" }]));
        assert_eq!(advice["if_part"]["payer"]["parts"]["charge"], "free");
        assert_eq!(told.get("corrected"), None);

        let body = json!({ "do": { "action": "change_context", "standing": "in_warranty" }, "note": "The invoice is younger" });
        let actions = format!("/api/cases/{}/actions", id(&case));
        let done = sale.shop.manager.post(&actions, &body).key("c-1").version(case["version"].as_i64().unwrap()).send().await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        let told = sale.get(&path).await;
        let corrected = &told["corrected"];
        assert_eq!((&corrected["standing"], &corrected["reason"]), (&json!("in_warranty"), &json!("The invoice is younger")));
        let person = corrected["by_name"].clone();
        assert!(person.is_string(), "{corrected}");
        for item in told["items"].as_array().unwrap() {
            assert_eq!((&item["by"], &item["prompted_by_name"]), (&json!("rules"), &person), "{item}");
            assert_eq!(item.get("by_name"), None);
        }
        let audit = format!("/api/audit?kind=case&subject={}", id(&case));
        let log = sale.administrator.get(&audit).send().await.body;
        let judged: Vec<&Value> = log["items"].as_array().unwrap().iter().filter(|row| row["action"] == "case.entitlement").collect();
        assert_eq!(judged.len(), 2, "{log}");
        for row in judged {
            assert_eq!(row["actor"], "rules", "{row}");
            assert!(row["detail"]["prompted_by"].is_string(), "{row}");
        }
    })
    .await;
}
