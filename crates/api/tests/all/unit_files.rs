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

#[tokio::test]
async fn a_customer_neither_lists_nor_reads_what_was_removed() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = crate::client::service(&world);
        let own = crate::subjects::subjects(&service, &world, Place::East).await;
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let customer = Client::with_password(&service, &own.customer_login, World::PASSWORD).await;
        let path = format!("/api/units/{}/archive", own.ids["units"]);
        let file = format!("{path}/{}", own.ids["archive"]);
        assert_eq!(customer.get(&file).open().await.status(), StatusCode::OK);
        let reason = json!({ "reason": "They must not see this" });
        let removed = manager
            .post(&format!("{file}/remove"), &reason)
            .send()
            .await;
        assert_eq!(removed.status, StatusCode::OK, "{}", removed.body);
        let seen = customer
            .get(&format!("{path}?with_removed=true"))
            .send()
            .await;
        assert_eq!(
            (seen.status, &seen.body["items"]),
            (StatusCode::OK, &json!([]))
        );
        assert_eq!(
            customer.get(&file).open().await.status(),
            StatusCode::NOT_FOUND
        );
        assert_eq!(manager.get(&file).open().await.status(), StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_refused_or_cut_off_leaves_nothing_behind() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = crate::client::service(&world);
        let own = crate::subjects::subjects(&service, &world, Place::East).await;
        let customer = Client::with_password(&service, &own.customer_login, World::PASSWORD).await;
        let path = format!("/api/cases/{}/files?name=a", own.ids["cases"]);
        let pieces = |last: std::io::Result<Vec<u8>>, count: usize| {
            let whole = (0..count).map(|_| Ok(vec![0; 1024 * 1024]));
            axum::body::Body::from_stream(futures::stream::iter(
                whole.chain([last]).collect::<Vec<_>>(),
            ))
        };
        let cut = Err(std::io::Error::other("the line is dead"));
        for (body, status) in [
            (pieces(Ok(vec![0]), 50), StatusCode::PAYLOAD_TOO_LARGE),
            (pieces(cut, 2), StatusCode::BAD_REQUEST),
        ] {
            let call = customer.call(Method::POST, &path).bytes("image/png", body);
            assert_eq!(call.send().await.status, status);
        }
        let left = std::fs::read_dir(db.folder().join("files/incoming")).unwrap();
        assert_eq!(left.count(), 0);
    })
    .await;
}
