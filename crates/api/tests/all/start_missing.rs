//! A warranty whose start is not on file cannot be told, and no page says that it is over; repair days lie where repairs can.

use axum::http::StatusCode;
use serde_json::{Value, json};
use testkit::{World, on_both_engines};

use crate::client::Client;
use crate::subjects::create;
use crate::warranty::{Shop, id, warranty};

async fn unit(shop: &Shop, product: &str, dates: Value) -> Value {
    let unit = json!({ "product": product, "serial": "G-1", "customer": shop.customer, "dates": dates,
        "card": "present", "proof": "present" });
    create(&shop.manager, "/api/units", unit).await
}

async fn case(shop: &Shop, unit: &str) -> Value {
    let slip = json!({ "name": "Guo", "phone": "13800000000", "address": "Quay 1", "content": "It stopped" });
    let report = json!({ "channel": "phone", "unit": unit, "slip": slip });
    create(&shop.manager, "/api/cases", report).await
}

#[tokio::test]
async fn a_warranty_without_a_start_is_unknown_until_the_day_is_entered() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let plan = shop.plan("Short", warranty(12)).await;
        let product = shop.product("L-1", Some(&plan)).await;
        let made = unit(&shop, &product, json!({})).await;
        let path = format!("/api/units/{}", id(&made));
        let get = async |path: &str| shop.manager.get(path).send().await.body;
        let card = shop.card(&id(&made)).await;
        assert_eq!(card["standing"], "unknown", "{card}");
        assert_eq!(card["missing_starts"], json!(["accepted"]), "{card}");
        let code = card["public_code"].as_str().unwrap();
        let stranger = Client::stranger(&shop.service);
        let public = stranger
            .get(&format!("/api/public/codes/{code}"))
            .send()
            .await;
        assert_eq!(public.body["standing"], "unknown", "{}", public.body);
        assert_eq!(get(&path).await["missing_starts"], json!(["accepted"]));
        let advice = get(&format!("{path}/entitlement")).await["advice"].clone();
        assert_eq!(advice["standing"], "unknown", "{advice}");
        assert_eq!(advice["missing"], json!(["accepted"]), "{advice}");
        assert_eq!(advice["payer"]["labour"]["charge"], Value::Null, "{advice}");
        let reasons = advice["because"].as_array().unwrap();
        assert!(
            reasons.iter().all(|one| one["because"] != "no_clause"),
            "{advice}"
        );
        let reported = case(&shop, &id(&made)).await;
        assert_eq!(reported["context"]["standing"], Value::Null, "{reported}");
        let dated = json!({ "product": product, "serial": "G-1", "customer": shop.customer,
            "dates": { "accepted": "2025-06-01" }, "card": "present", "proof": "present" });
        let changed = shop.manager.put(&path, &dated).version(1).send().await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
        let card = shop.card(&id(&made)).await;
        assert_eq!(card["standing"], "out_of_warranty", "{card}");
        assert_eq!(card["missing_starts"], json!([]), "{card}");
        let again = case(&shop, &id(&made)).await;
        assert_eq!(again["context"]["standing"], "out_of_warranty", "{again}");
    })
    .await;
}

#[tokio::test]
async fn a_repair_is_neither_before_its_report_nor_to_come() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let plan = shop.plan("Short", warranty(12)).await;
        let product = shop.product("L-1", Some(&plan)).await;
        let made = id(&unit(&shop, &product, json!({ "accepted": "2026-01-10" })).await);
        let case = id(&case(&shop, &made).await);
        let path = format!("/api/units/{made}/repairs");
        let note = async |from: &str, to: &str| {
            let days = json!({ "case": case, "from": from, "to": to });
            shop.manager.put(&path, &days).send().await
        };
        for (from, to, pointer) in [
            ("2026-11-21", "2026-11-22", "/from"),
            ("2026-11-22", "2026-11-23", "/to"),
            ("2027-11-22", "2027-11-23", "/from"),
        ] {
            let refused = note(from, to).await;
            assert_eq!(refused.pointer(), pointer, "{from} {}", refused.body);
        }
        for _ in 0..2 {
            let noted = note("2026-11-22", "2026-11-22").await;
            assert_eq!(noted.status, StatusCode::OK, "{}", noted.body);
        }
        assert_eq!(shop.card(&made).await["ends_on"], "2027-01-11");
    })
    .await;
}
