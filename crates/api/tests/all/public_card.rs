//! The public card of a unit: whoever holds the code on it reads it, and learns nobody's name.

use axum::http::StatusCode;
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
