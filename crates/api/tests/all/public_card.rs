//! The public card of a unit: whoever holds the code on it reads it, and learns nobody's name.

use axum::http::StatusCode;
use serde_json::json;
use testkit::{World, on_both_engines};

use crate::client::Client;
use crate::warranty::{Shop, id};

#[tokio::test]
async fn whoever_holds_the_code_reads_the_card_and_no_name() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let product = shop.product("L-9", None).await;
        let unit = id(&shop.unit(&product, "S-900", "2026-01-05").await);
        let card = shop.card(&unit).await;
        let code = card["public_code"].as_str().unwrap();
        let stranger = Client::stranger(&shop.service);
        let read = stranger
            .get(&format!("/api/public/codes/{code}"))
            .send()
            .await;
        assert_eq!(read.status, StatusCode::OK, "{}", read.body);
        assert_eq!(read.body["model"], "L-9");
        assert_eq!(read.body["serial"], "S-900");
        assert!(!read.body.to_string().contains("Hotel"), "{}", read.body);
        let unknown = stranger.get("/api/public/codes/nothing").send().await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_card_tells_the_telephone_of_the_plan_and_both_limits_of_a_term() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let shop = Shop::open(&world).await;
        let plan = shop
            .plan(
                "Lift care",
                json!([
                    { "id": "term", "heading": "Warranty", "text": "s", "promise": {
                        "kind": "warranty_term", "covers": { "what": "whole_unit" }, "term": "months:24",
                        "starts_from": ["accepted"],
                        "or_term": { "term": "months:30", "starts_from": ["manufactured"], "whichever": "first" } } },
                    { "id": "duty", "heading": "Duty", "text": "s", "promise": {
                        "kind": "channel", "channel": "duty_phone", "address": "138-0000-1111", "hours": "always" } },
                    { "id": "line", "heading": "Line", "text": "s", "promise": {
                        "kind": "channel", "channel": "hotline", "address": "400-100-2000", "hours": "always" } },
                ]),
            )
            .await;
        let product = shop.product("L-9", Some(&plan)).await;
        let unit = id(&shop.unit(&product, "S-900", "2026-01-05").await);
        let card = shop.card(&unit).await;
        assert_eq!(card["hotline"], "400-100-2000", "{card}");
        let two = &card["terms"][0]["of_two"];
        assert_eq!(two["governs"], "own", "{card}");
        assert_eq!(two["other"]["problem"]["problem"], "no_start_date", "{card}");
        let code = card["public_code"].as_str().unwrap();
        let stranger = Client::stranger(&shop.service);
        let read = stranger.get(&format!("/api/public/codes/{code}")).send().await;
        assert_eq!(read.body["hotline"], "400-100-2000");

        let silent = shop.product("L-8", Some(&shop.plan("Bare", crate::warranty::warranty(12)).await)).await;
        let unit = id(&shop.unit(&silent, "S-800", "2026-01-05").await);
        assert_eq!(shop.card(&unit).await["hotline"], "", "the company names none here");
    })
    .await;
}
