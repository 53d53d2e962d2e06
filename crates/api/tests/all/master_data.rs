//! Customers, units and their warranty through the API: done, refused, repeated.

use axum::Router;
use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};

/// A manager of the east with a customer, a product and what to register a unit by.
pub(crate) struct Desk {
    pub(crate) service: Router,
    pub(crate) manager: Client,
    pub(crate) customer: String,
    product: String,
}

impl Desk {
    pub(crate) async fn open(world: &World) -> Self {
        let service = service(world);
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let customer = json!({ "kind": "organisation", "name": "云栖酒店", "phone": "010-8888 6666", "branch": world.east });
        let customer = id(&manager
            .post("/api/customers", &customer)
            .key("c")
            .send()
            .await
            .body);
        let classes = json!([{ "class": "bulb", "label": "灯泡" }]);
        let product = json!({ "model": "P-100", "name": "投影机", "component_classes": classes });
        let product = id(&manager
            .post("/api/products", &product)
            .key("p")
            .send()
            .await
            .body);
        Self {
            service,
            manager,
            customer,
            product,
        }
    }

    pub(crate) fn unit(&self, serial: &str) -> Value {
        json!({
            "product": self.product, "serial": serial, "customer": self.customer,
            "dates": { "accepted": "2026-01-05" }, "card": "present", "proof": "missing",
        })
    }
}

fn id(body: &Value) -> String {
    body["id"]
        .as_str()
        .unwrap_or_else(|| panic!("made: {body}"))
        .to_owned()
}

#[tokio::test]
async fn a_number_is_found_however_it_is_spelt_and_only_by_whom_it_concerns() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let contact = json!({ "name": "韩梅", "duty": "设备科", "phone": "138 0013 8000" });
        let contacts = format!("/api/customers/{}/contacts", desk.customer);
        desk.manager.post(&contacts, &contact).key("k").send().await;
        let found = desk.manager.get("/api/search?q=8000").send().await;
        assert_eq!(found.body["items"][0]["title"], "韩梅", "{}", found.body);
        let found = desk
            .manager
            .get("/api/search?q=%E4%BA%91%E6%A0%96")
            .send()
            .await;
        assert_eq!(found.body["items"][0]["id"], desk.customer.as_str());
        let stranger = Client::signed_in(&desk.service, Role::ServiceManager, Place::West).await;
        for q in ["8000", "%E4%BA%91%E6%A0%96"] {
            let found = stranger.get(&format!("/api/search?q={q}")).send().await;
            assert_eq!(found.body["items"], json!([]), "{q}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_unit_is_registered_once_and_changed_only_from_its_version() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let first = desk
            .manager
            .post("/api/units", &desk.unit("SN-1"))
            .key("u")
            .send()
            .await;
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.body);
        assert_eq!(first.body["number"], "SB-20261122-0001");
        let again = desk
            .manager
            .post("/api/units", &desk.unit("SN-1"))
            .key("u")
            .send()
            .await;
        assert_eq!(again.body, first.body);
        let twice = desk
            .manager
            .post("/api/units", &desk.unit("SN-1"))
            .key("v")
            .send()
            .await;
        assert_eq!(
            (twice.status, twice.pointer()),
            (StatusCode::UNPROCESSABLE_ENTITY, "/serial")
        );
        let path = format!("/api/units/{}", id(&first.body));
        let same = desk
            .manager
            .put(&path, &desk.unit("SN-1"))
            .version(1)
            .send()
            .await;
        assert_eq!(same.body["version"], 1, "nothing changed: {}", same.body);
        let changed = desk
            .manager
            .put(&path, &desk.unit("SN-2"))
            .version(1)
            .send()
            .await;
        assert_eq!(
            (changed.status, &changed.body["version"]),
            (StatusCode::OK, &json!(2))
        );
        let stale = desk
            .manager
            .put(&path, &desk.unit("SN-3"))
            .version(1)
            .send()
            .await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
        let mut wrong = desk.unit("SN-4");
        wrong["dates"] = json!({ "manufactured": "2026-02-01", "accepted": "2026-01-05" });
        let wrong = desk.manager.put(&path, &wrong).version(2).send().await;
        assert_eq!(wrong.pointer(), "/dates/accepted", "{}", wrong.body);
    })
    .await;
}

#[tokio::test]
async fn a_replaced_component_keeps_its_line_and_its_serial_number() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let unit = id(&desk
            .manager
            .post("/api/units", &desk.unit("SN-1"))
            .key("u")
            .send()
            .await
            .body);
        let bulb = json!({ "class": "bulb", "serial": "B-1" });
        let bulb = desk
            .manager
            .post(&format!("/api/units/{unit}/components"), &bulb)
            .key("b")
            .send()
            .await;
        assert_eq!(bulb.body["name"], "灯泡", "{}", bulb.body);
        let replace = format!("/api/components/{}/replace", id(&bulb.body));
        let new = json!({ "serial": "B-2", "on": "2026-03-01" });
        let done = desk.manager.post(&replace, &new).version(1).send().await;
        assert_eq!(
            (&done.body["serial"], &done.body["replaced_serial"]),
            (&json!("B-2"), &json!("B-1")),
            "{}",
            done.body
        );
        let again = desk.manager.post(&replace, &new).version(2).send().await;
        assert_eq!(
            again.status,
            StatusCode::CONFLICT,
            "it was taken out already: {}",
            again.body
        );
        let whole = desk
            .manager
            .get(&format!("/api/units/{unit}"))
            .send()
            .await
            .body;
        let removed: Vec<&Value> = whole["components"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| &one["removed_on"])
            .collect();
        assert_eq!(removed, [&json!("2026-03-01"), &Value::Null]);
        let found = desk.manager.get("/api/units?q=B-1").send().await;
        assert_eq!(found.body["items"][0]["id"], unit.as_str());
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_changes_hands_gets_another_code() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let unit = id(&desk
            .manager
            .post("/api/units", &desk.unit("SN-1"))
            .key("u")
            .send()
            .await
            .body);
        let card = format!("/api/units/{unit}/warranty");
        let before = desk.manager.get(&card).send().await.body["public_code"].clone();
        let other = json!({ "kind": "consumer", "name": "周海", "branch": world.east });
        let other = id(&desk
            .manager
            .post("/api/customers", &other)
            .key("o")
            .send()
            .await
            .body);
        let mut given = desk.unit("SN-1");
        given["customer"] = json!(other);
        let moved = desk
            .manager
            .put(&format!("/api/units/{unit}"), &given)
            .version(1)
            .send()
            .await;
        assert_eq!(moved.status, StatusCode::OK, "{}", moved.body);
        assert_ne!(
            desk.manager.get(&card).send().await.body["public_code"],
            before
        );
        let asked = desk
            .manager
            .get(&format!("/api/units/{unit}/entitlement"))
            .send()
            .await;
        assert_eq!(
            (asked.status, asked.problem()),
            (StatusCode::CONFLICT, "no-agreement")
        );
    })
    .await;
}
