//! Photos and the archive of a unit: done, refused, repeated.

use axum::http::{Method, StatusCode};
use domain::access::Role;
use serde_json::json;
use testkit::{Place, World, on_both_engines};

use crate::client::Client;
use crate::master_data::Desk;
use crate::subjects::PICTURE;

#[tokio::test]
async fn a_file_is_put_into_the_archive_read_again_and_taken_out_with_a_reason() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let unit = desk
            .manager
            .post("/api/units", &desk.unit("SN-1"))
            .key("u")
            .send()
            .await
            .body;
        let path = format!("/api/units/{}/archive", unit["id"].as_str().unwrap());
        let added = desk
            .manager
            .call(
                Method::POST,
                &format!("{path}?name=plate.png&record=nameplate&title=Plate"),
            )
            .bytes("image/png", PICTURE)
            .send()
            .await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
        assert_eq!(
            (&added.body["record"], &added.body["title"]),
            (&json!("nameplate"), &json!("Plate"))
        );
        let file = format!("{path}/{}", added.body["id"].as_str().unwrap());
        let bytes = desk.manager.get(&file).bytes_of().await;
        assert_eq!(bytes, PICTURE);
        let shown = desk
            .manager
            .get(&format!("{file}?inline=true"))
            .send()
            .await;
        assert_eq!(shown.headers["content-type"], "image/png");
        let wordless = desk
            .manager
            .post(&format!("{file}/remove"), &json!({ "reason": " " }))
            .send()
            .await;
        assert_eq!(wordless.pointer(), "/reason", "{}", wordless.body);
        let reason = json!({ "reason": "Another unit" });
        let removed = desk
            .manager
            .post(&format!("{file}/remove"), &reason)
            .send()
            .await;
        assert_eq!(removed.status, StatusCode::OK, "{}", removed.body);
        let again = desk
            .manager
            .post(&format!("{file}/remove"), &json!({ "reason": "Again" }))
            .send()
            .await;
        assert_eq!(again.body, removed.body, "it stays as it is");
        let listed = desk.manager.get(&path).send().await.body;
        assert_eq!(listed["items"], json!([]));
        let all = desk
            .manager
            .get(&format!("{path}?with_removed=true"))
            .send()
            .await
            .body;
        assert_eq!(all["items"][0]["removed"]["reason"], "Another unit");
        assert_ne!(all["items"][0]["removed"]["by"], "");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_photo_is_never_shown_in_a_page_and_strangers_find_nothing() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let unit = async |serial: &str| {
            let made = desk
                .manager
                .post("/api/units", &desk.unit(serial))
                .key(serial)
                .send()
                .await;
            made.body["id"].as_str().unwrap().to_owned()
        };
        let (one, other) = (unit("SN-1").await, unit("SN-2").await);
        let path = format!("/api/units/{one}/archive");
        let send = |name: &str, kind: &str, bytes: Vec<u8>| {
            desk.manager
                .call(Method::POST, &format!("{path}?name={name}&record=drawing"))
                .bytes(kind, bytes)
                .send()
        };
        let drawing = send(
            "a.svg",
            "image/svg+xml",
            b"<svg onload='alert(1)'/>".to_vec(),
        )
        .await
        .body;
        let file = drawing["id"].as_str().unwrap();
        assert_eq!(drawing["title"], "a.svg", "the name stands for the title");
        let got = desk
            .manager
            .get(&format!("{path}/{file}?inline=true"))
            .send()
            .await;
        assert_eq!(got.headers["content-type"], "application/octet-stream");
        assert_eq!(got.headers["x-content-type-options"], "nosniff");
        let elsewhere = desk
            .manager
            .get(&format!("/api/units/{other}/archive/{file}"))
            .send()
            .await;
        assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
        let stranger = Client::signed_in(&desk.service, Role::ServiceManager, Place::West).await;
        for path in [path.clone(), format!("{path}/{file}")] {
            let refused = stranger.get(&path).send().await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path}");
        }
        let unknown = desk
            .manager
            .call(Method::POST, &format!("{path}?name=a&record=secret"))
            .bytes("image/png", "x")
            .send()
            .await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        let large = send("b", "image/png", vec![0; 50 * 1024 * 1024 + 1]).await;
        assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
        let auditor = Client::signed_in(&desk.service, Role::Auditor, Place::East).await;
        let seen = auditor.get(&path).send().await.body;
        assert_eq!(seen["may_change"], json!(false));
    })
    .await;
}
