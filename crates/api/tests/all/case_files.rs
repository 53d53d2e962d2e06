//! Files of a case: attachments and signatures.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::json;
use testkit::{Place, World, on_both_engines};

use crate::cases::{desk, plain};
use crate::client::{Client, service};

#[tokio::test]
async fn a_file_is_kept_by_content_and_never_shown_as_a_page() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let desk = desk(&service, &world).await;
        let case = desk.report("r-1").await.body;
        let path = format!("/api/cases/{}/files", case["id"].as_str().unwrap());
        let sent = desk
            .manager
            .call(axum::http::Method::POST, &format!("{path}?name=a.svg"))
            .bytes("image/svg+xml", "<svg onload='alert(1)'/>")
            .send()
            .await;
        assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.body);
        let file = sent.body["id"].as_str().unwrap();
        let got = desk
            .manager
            .get(&format!("{path}/{file}?inline=true"))
            .send()
            .await;
        assert_eq!(got.headers["content-type"], "application/octet-stream");
        assert!(
            got.headers["content-disposition"]
                .to_str()
                .unwrap()
                .starts_with("attachment")
        );
        assert_eq!(got.headers["x-content-type-options"], "nosniff");
        assert!(
            got.headers["content-security-policy"]
                .to_str()
                .unwrap()
                .contains("sandbox")
        );
        let stranger = Client::signed_in(&service, Role::ServiceManager, Place::West).await;
        assert_eq!(
            stranger.get(&format!("{path}/{file}")).send().await.status,
            StatusCode::NOT_FOUND
        );
        let too_large = desk
            .manager
            .call(axum::http::Method::POST, &format!("{path}?name=b"))
            .bytes("image/png", vec![0_u8; 50 * 1024 * 1024 + 1])
            .send()
            .await;
        assert_eq!(too_large.status, StatusCode::PAYLOAD_TOO_LARGE);
    })
    .await;
}

#[tokio::test]
async fn a_signature_is_a_picture_or_pdf_by_what_it_holds() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let desk = desk(&service, &world).await;
        let case = desk.report("r-1").await.body;
        let case = desk
            .act(&case, plain("repair", "new lamp", json!([])))
            .await
            .body;
        let path = format!("/api/cases/{}/files", case["id"].as_str().unwrap());
        let kept = async |name: &str, kind: &str, bytes: &[u8]| {
            let sent = desk
                .manager
                .call(axum::http::Method::POST, &format!("{path}?name={name}"));
            sent.bytes(kind, bytes.to_vec()).send().await.body["id"].clone()
        };
        let evil = kept("evil.html", "text/html", b"<html><script>").await;
        let drawn = kept("drawn.png", "image/png", b"\x89PNG\r\n\x1a\n1234").await;
        for proof in [
            json!({ "proof": "signature", "file": evil, "signer": "Guo" }),
            json!({ "proof": "file", "file": evil }),
        ] {
            let refused = desk.act(&case, plain("sign", "", json!([proof]))).await;
            assert_eq!(
                (refused.status, refused.pointer()),
                (StatusCode::UNPROCESSABLE_ENTITY, "/evidence/0/file")
            );
        }
        let signed = plain(
            "sign",
            "",
            json!([{ "proof": "signature", "file": drawn, "signer": "Guo" }]),
        );
        let signed = desk.act(&case, signed).await;
        assert_eq!(
            signed.body["status"]["phase"], "accepted",
            "{}",
            signed.body
        );
    })
    .await;
}
