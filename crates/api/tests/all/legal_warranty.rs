//! What the law promises for a unit of a listed product, whether or not a plan does: on its card, while a report is taken and
//! on the case, in the same words.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::Client;
use crate::subjects::create;
use crate::warranty::{Shop, id};

/// A plan that promises an answer and no warranty.
fn visits() -> Value {
    json!([{ "id": "answer", "heading": "Answer", "text": "An answer within two hours.", "promise": {
        "kind": "time_limit", "from": "reported", "to": "answered",
        "otherwise": { "bound": { "type": "within", "limit": "natural:PT2H" } } } }])
}

fn term(months: u32, covers: Value) -> Value {
    json!([{ "id": "term", "heading": "Term", "text": "A term.", "promise": {
        "kind": "warranty_term", "covers": covers, "term": format!("months:{months}"), "starts_from": ["delivered"] } }])
}

struct Sale {
    shop: Shop,
    consumer: String,
}

impl Sale {
    async fn open(world: &World) -> Self {
        let shop = Shop::open(world).await;
        let consumer = json!({ "kind": "consumer", "name": "周海", "branch": world.east });
        let consumer = id(&create(&shop.manager, "/api/customers", consumer).await);
        Self { shop, consumer }
    }

    async fn product(&self, model: &str, plan: Option<&str>) -> String {
        let product = json!({ "model": model, "name": "洗衣机", "legal_product": "washing-machine", "plan_version": plan });
        id(&create(&self.shop.manager, "/api/products", product).await)
    }

    async fn unit(&self, product: &str, serial: &str, customer: &str, dates: Value) -> String {
        let unit = json!({ "product": product, "serial": serial, "customer": customer, "dates": dates,
            "card": "present", "proof": "present" });
        id(&create(&self.shop.manager, "/api/units", unit).await)
    }

    async fn get(&self, path: &str) -> Value {
        let answer = self.shop.manager.get(path).send().await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        answer.body
    }

    async fn report(&self, unit: &str) -> Value {
        let report = json!({ "channel": "phone", "unit": unit,
            "slip": { "name": "Zhou", "phone": "13800000000", "address": "Quay 1", "content": "It stopped" } });
        create(&self.shop.manager, "/api/cases", report).await
    }
}

/// Chooses a published plan as the company's own.
async fn company_plan(shop: &Shop, version: &str) {
    let administrator = Client::signed_in(&shop.service, Role::Administrator, Place::East).await;
    let settings = json!({ "company_name": "Test", "zone": "Asia/Shanghai", "language": "zh", "default_plan": version });
    let chosen = administrator
        .put("/api/settings", &settings)
        .version(0)
        .send()
        .await;
    assert_eq!(chosen.status, StatusCode::OK, "{}", chosen.body);
}

#[tokio::test]
async fn a_listed_product_has_the_laws_term_where_the_plan_names_none() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let sale = Sale::open(&world).await;
        let plan = sale.shop.plan("Visits", visits()).await;
        let product = sale.product("W-1", Some(&plan)).await;
        let delivered = json!({ "delivered": "2026-06-01", "accepted": "2026-01-01" });
        let unit = sale.unit(&product, "A-1", &sale.consumer, delivered).await;
        let case = sale.report(&unit).await;

        let card = sale.get(&format!("/api/units/{unit}/warranty")).await;
        assert_eq!(
            (&card["plan"], &card["ends_on"]),
            (&json!("Visits"), &json!("2027-06-01"))
        );
        assert_eq!(card["terms"][0]["start"]["date"], "delivered", "{card}");
        let source = "Three guarantees rules, Guojingmao [1995] No. 458";
        assert_eq!(card["terms"][0]["law"]["source"], source);
        let parts = &card["terms"][1];
        assert_eq!(
            (&parts["covers"]["class"], &parts["ends_on"]),
            (&json!("main-parts"), &json!("2029-06-01"))
        );

        // The same is said of it everywhere.
        let said = &card["said"];
        assert_eq!(
            (&said["standing"], &said["source"]),
            (&json!("in_warranty"), &json!("product"))
        );
        assert_eq!(
            said["law"].get("said"),
            None,
            "the plan names no term: {said}"
        );
        assert_eq!(
            sale.get(&format!("/api/units/{unit}")).await["warranty"],
            *said
        );
        let intake = sale.get(&format!("/api/intake?unit={unit}")).await;
        assert_eq!(
            (&intake["warranty"], &intake["plan"]["standing"]),
            (said, &json!("in_warranty"))
        );
        assert_eq!(case["context"]["standing"], "in_warranty");

        // Each cost has who bears it, by the law.
        let now = &sale
            .get(&format!("/api/cases/{}/entitlement", id(&case)))
            .await["now"];
        assert_eq!(now["advice"]["covered"], true, "{now}");
        for cost in ["labour", "parts", "travel", "shipping"] {
            let share = &now["advice"]["payer"][cost];
            assert_eq!(
                (&share["charge"], &share["clauses"][0]),
                (&json!("free"), &json!("law-covered")),
                "{cost}"
            );
        }
        let asked = sale
            .get(&format!("/api/units/{unit}/entitlement?on=2027-06-02"))
            .await;
        assert_eq!(
            (&asked["advice"]["covered"], &asked["advice"]["standing"]),
            (&json!(false), &json!("depends_on_part")),
            "its main parts are in warranty longer"
        );
    })
    .await;
}

#[tokio::test]
async fn the_law_stands_behind_short_terms_parts_of_a_unit_and_no_plan_at_all() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let sale = Sale::open(&world).await;
        let short = sale
            .shop
            .plan("Short", term(6, json!({ "what": "whole_unit" })))
            .await;
        let motor = sale
            .shop
            .plan(
                "Motor",
                term(60, json!({ "what": "component", "class": "motor" })),
            )
            .await;
        let long = sale
            .shop
            .plan("Long", term(36, json!({ "what": "whole_unit" })))
            .await;
        let delivered = || json!({ "delivered": "2026-06-01" });
        for (model, plan, ends, source, said) in [
            ("none", None, "2027-06-01", "law", json!({ "law": true })),
            (
                "short",
                Some(&short),
                "2027-06-01",
                "product",
                json!({ "law": true, "said": "months:6" }),
            ),
            (
                "motor",
                Some(&motor),
                "2027-06-01",
                "product",
                json!({ "law": true }),
            ),
            (
                "long",
                Some(&long),
                "2029-06-01",
                "product",
                json!({ "law": false }),
            ),
        ] {
            let product = sale.product(model, plan.map(String::as_str)).await;
            let unit = sale
                .unit(&product, model, &sale.consumer, delivered())
                .await;
            let card = sale.get(&format!("/api/units/{unit}/warranty")).await;
            assert_eq!(
                (&card["ends_on"], &card["said"]["source"]),
                (&json!(ends), &json!(source)),
                "{model}: {card}"
            );
            let law = &card["said"]["law"];
            assert_eq!(json!(law.is_object()), said["law"], "{model}: {law}");
            assert_eq!(law["said"], said["said"], "{model}: {law}");
            let kept = sale.get(&format!("/api/units/{unit}")).await;
            assert_eq!(kept["warranty_ends_on"], ends, "{model}");
            let asked = sale
                .get(&format!("/api/units/{unit}/entitlement?on=2026-12-01"))
                .await;
            assert_eq!(
                asked["advice"]["standing"], "in_warranty",
                "{model}: {asked}"
            );
        }
        // A business is not a consumer, and of other goods the law says nothing.
        let product = sale.product("business", None).await;
        let unit = sale
            .unit(&product, "B-1", &sale.shop.customer, delivered())
            .await;
        assert_eq!(
            sale.get(&format!("/api/units/{unit}/warranty"))
                .await
                .get("said"),
            None
        );
        let lift = sale.shop.product("L-1", None).await;
        let unit = sale.unit(&lift, "B-2", &sale.consumer, delivered()).await;
        assert_eq!(
            sale.get(&format!("/api/units/{unit}/warranty"))
                .await
                .get("said"),
            None
        );
    })
    .await;
}

#[tokio::test]
async fn a_term_of_the_law_without_its_day_cannot_be_told_and_asks_for_it() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let sale = Sale::open(&world).await;
        let plan = sale.shop.plan("Visits", visits()).await;
        company_plan(&sale.shop, &plan).await;
        let product = sale.product("W-1", None).await;
        let unit = sale
            .unit(
                &product,
                "A-1",
                &sale.consumer,
                json!({ "manufactured": "2026-06-01" }),
            )
            .await;
        let said = &sale.get(&format!("/api/units/{unit}")).await["warranty"];
        assert_eq!(
            (&said["standing"], &said["source"]),
            (&json!("unknown"), &json!("company"))
        );
        assert_eq!(
            said["missing_starts"],
            json!(["installed", "delivered", "purchased"])
        );
        let intake = sale.get(&format!("/api/intake?unit={unit}")).await;
        assert_eq!(
            (&intake["plan"]["source"], &intake["plan"]["title"]),
            (&json!("company"), &json!("Visits"))
        );
        assert_eq!(intake["plan"].get("standing"), None, "{intake}");
    })
    .await;
}

#[tokio::test]
async fn a_state_put_right_is_judged_by_and_the_old_judgement_stays_on_record() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let sale = Sale::open(&world).await;
        let plan = sale.shop.plan("Visits", visits()).await;
        let product = sale.product("W-1", Some(&plan)).await;
        let unit = sale.unit(&product, "A-1", &sale.consumer, json!({ "delivered": "2026-06-01" })).await;
        let case = sale.report(&unit).await;
        let path = format!("/api/cases/{}/entitlement", id(&case));
        assert_eq!(sale.get(&path).await["now"]["advice"]["covered"], true);

        let correct = async |version: &Value, standing: &str| {
            let body = json!({ "do": { "action": "change_context", "standing": standing }, "note": "The invoice is older" });
            let actions = format!("/api/cases/{}/actions", id(&case));
            let done = sale.shop.manager.post(&actions, &body).key(&format!("c-{standing}-{version}"))
                .version(version.as_i64().unwrap()).send().await;
            assert_eq!(done.status, StatusCode::OK, "{}", done.body);
            done.body["version"].clone()
        };
        let version = correct(&case["version"], "out_of_warranty").await;
        let told = sale.get(&path).await;
        assert_eq!((&told["now"]["advice"]["covered"], &told["now"]["advice"]["standing"]), (&json!(false), &json!("out_of_warranty")));
        assert_eq!(told["now"]["advice"]["because"][0]["because"], "said", "{told}");
        let states = |told: &Value| -> Vec<Value> {
            let items = told["items"].as_array().unwrap().iter();
            items.map(|item| item["advice"]["standing"].clone()).collect()
        };
        assert_eq!(states(&told), ["in_warranty", "out_of_warranty"], "{told}");
        assert_eq!(told["items"][1]["reason"], "The invoice is older");

        // Said again it adds nothing; put back, what the dates say holds again.
        let version = correct(&version, "out_of_warranty").await;
        assert_eq!(states(&sale.get(&path).await).len(), 2);
        correct(&version, "in_warranty").await;
        let told = sale.get(&path).await;
        assert_eq!(told["now"]["advice"]["because"][0]["because"], "term_runs", "{told}");
        assert_eq!(states(&told), ["in_warranty", "out_of_warranty", "in_warranty"]);
    })
    .await;
}
