//! What every request meets: strict bodies, problems in two languages, headers, limits.

use api::{Api, Config};
use axum::http::StatusCode;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE};
use domain::access::Role;
use serde_json::json;
use testkit::{Place, World, on_both_engines, test_db};

use crate::client::{Client, service};

#[tokio::test]
async fn bodies_are_read_strictly() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let client = Client::stranger(&service(&world));
        let send = |kind: &'static str, bytes: Vec<u8>| {
            client
                .call(axum::http::Method::POST, "/api/session")
                .bytes(kind, bytes)
        };
        let cases: [(&str, &[u8], StatusCode); 9] = [
            ("text/plain", b"{}", StatusCode::UNSUPPORTED_MEDIA_TYPE),
            ("application/json", b"", StatusCode::BAD_REQUEST),
            ("application/json", b"{", StatusCode::BAD_REQUEST),
            ("application/json", b"\xff\xfe\x00", StatusCode::BAD_REQUEST),
            (
                "application/json",
                b"[\"a\",\"b\"]",
                StatusCode::UNPROCESSABLE_ENTITY,
            ),
            ("application/json", b"{}", StatusCode::UNPROCESSABLE_ENTITY),
            (
                "application/json",
                br#"{"login":1,"password":""}"#,
                StatusCode::UNPROCESSABLE_ENTITY,
            ),
            (
                "application/json",
                br#"{"login":"a","login":"b","password":""}"#,
                StatusCode::UNPROCESSABLE_ENTITY,
            ),
            (
                "application/json; charset=utf-8",
                br#"{"login":"a","password":""}"#,
                StatusCode::UNAUTHORIZED,
            ),
        ];
        for (kind, bytes, status) in cases {
            let answer = send(kind, bytes.to_vec()).send().await;
            assert_eq!(answer.status, status, "{}", String::from_utf8_lossy(bytes));
            assert_eq!(answer.headers[CONTENT_TYPE], "application/problem+json");
        }
        let large = send("application/json", vec![b' '; 2 << 20]).send().await;
        assert_eq!(
            (large.status, large.problem()),
            (StatusCode::PAYLOAD_TOO_LARGE, "too-large")
        );
        let deep = send(
            "application/json",
            format!("{{\"login\":{}", "[".repeat(100_000)).into_bytes(),
        )
        .send()
        .await;
        assert!(deep.status.is_client_error());
    })
    .await;
}

#[tokio::test]
async fn problems_speak_the_callers_language_and_carry_the_request() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let client = Client::stranger(&service(&world));
        let english = client.get("/api/me").send().await;
        assert_eq!(english.body["title"], "Please sign in first.");
        let chinese = client
            .get("/api/me")
            .header(ACCEPT_LANGUAGE.as_str(), "zh-CN,zh;q=0.9")
            .send()
            .await;
        assert_eq!(chinese.body["title"], "请先登录。");
        assert_eq!(chinese.body["type"], english.body["type"]);
        let request = chinese.headers["x-request-id"].to_str().unwrap();
        assert_eq!(
            chinese.body["instance"],
            format!("urn:jiannuo:request:{request}")
        );
    })
    .await;
}

#[tokio::test]
async fn what_does_not_exist_is_a_problem_too() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let client = Client::signed_in(&service(&world), Role::Auditor, Place::East).await;
        for path in [
            "/api/nothing",
            "/api/people/x",
            "/api/people/org_00000000000000000000000000000001",
            "/api/people/%ff",
        ] {
            let answer = client.get(path).send().await;
            assert_eq!(
                (answer.status, answer.problem()),
                (StatusCode::NOT_FOUND, "not-found"),
                "{path}"
            );
        }
        let wrong = client.delete("/api/people").send().await;
        assert_eq!(
            (wrong.status, wrong.problem()),
            (StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed")
        );
        for query in ["limit=x", "limit=-1", "colour=red", "role=emperor"] {
            let answer = client.get(&format!("/api/people?{query}")).send().await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
            assert!(answer.pointer().starts_with('?'), "{}", answer.body);
        }
        for path in [
            "/api/people?after=x",
            "/api/audit?after=1-2",
            "/api/notices?after=x",
        ] {
            assert_eq!(client.get(path).send().await.pointer(), "?after", "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_protect_a_browser() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let client = Client::stranger(&service(&world));
        for path in [
            "/api/public/info",
            "/api/me",
            "/",
            "/healthz",
            "/readyz",
            "/api/openapi.json",
        ] {
            let headers = client.get(path).send().await.headers;
            let policy = headers["content-security-policy"].to_str().unwrap();
            assert!(
                policy.contains("script-src 'self';") && policy.contains("frame-ancestors 'none'"),
                "{path}"
            );
            assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
            assert_eq!(headers["referrer-policy"], "same-origin", "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn public_routes_are_limited_per_address() {
    let db = test_db(store::Engine::Sqlite).await;
    let world = World::on(&db).await;
    let config = Config {
        public_per_minute: 3,
        ..Config::default()
    };
    let service = api::router(Api::new(world.app.clone(), config));
    let client = Client::stranger(&service);
    for _ in 0..3 {
        assert_eq!(
            client.get("/api/public/info").send().await.status,
            StatusCode::OK
        );
    }
    // Nobody told the service to believe this header.
    let refused = client
        .get("/api/public/info")
        .header("x-forwarded-for", "203.0.113.9")
        .send()
        .await;
    assert_eq!(
        (refused.status, refused.problem()),
        (StatusCode::TOO_MANY_REQUESTS, "too-often")
    );
    db.discard().await;
}

#[tokio::test]
async fn settings_are_versioned_and_keep_their_secret() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let admin = Client::signed_in(&service(&world), Role::Administrator, Place::East).await;
        let mail = json!({ "host": "mail.example", "port": 587, "security": "starttls", "username": "desk",
            "password": "s3cret-of-mail", "from": "desk@mail.example" });
        let mut body = json!({ "company_name": "践诺电梯", "zone": "Asia/Shanghai", "language": "zh", "mail": mail });
        let done = admin.put("/api/settings", &body).version(0).send().await;
        assert_eq!((done.status, &done.body["version"]), (StatusCode::OK, &json!(1)), "{}", done.body);
        assert_eq!(done.body["mail"]["password_is_set"], true);
        assert_eq!(admin.put("/api/settings", &body).version(0).send().await.problem(), "stale");
        body["zone"] = json!("Mars/Olympus");
        body["quiet_hours"] = json!({ "from": "25:00", "to": "7:00" });
        let wrong = admin.put("/api/settings", &body).version(1).send().await;
        assert_eq!(wrong.body["errors"].as_array().unwrap().len(), 3, "{}", wrong.body);
        body["zone"] = json!("Asia/Shanghai");
        body["quiet_hours"] = json!({ "from": "07:00", "to": "07:00" });
        let never = admin.put("/api/settings", &body).version(1).send().await;
        assert_eq!(never.body["errors"][0]["pointer"], "/quiet_hours/to", "{}", never.body);
        let log = admin.get("/api/audit?kind=settings&subject=company").send().await;
        assert_eq!(log.body["items"][0]["action"], "settings.change");
        assert!(!log.body.to_string().contains("s3cret-of-mail"));
        assert_eq!(admin.get("/api/audit/verdict").send().await.body["intact"], true);
        assert_eq!(admin.get("/api/public/info").send().await.body["company"], "践诺电梯");
    })
    .await;
}

#[tokio::test]
async fn the_proxy_header_counts_from_a_trusted_proxy_only() {
    let db = test_db(store::Engine::Sqlite).await;
    let world = World::on(&db).await;
    let config = Config {
        public_per_minute: 2,
        trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
        ..Config::default()
    };
    let service = api::router(Api::new(world.app.clone(), config));
    let ask = async |peer: &str, forwarded: &str| {
        let peer: std::net::SocketAddr = peer.parse().unwrap();
        let call = Client::stranger(&service)
            .get("/api/public/info")
            .header("x-forwarded-for", forwarded);
        call.from(peer).send().await.status
    };
    for _ in 0..2 {
        assert_eq!(ask("10.0.0.1:1", "203.0.113.1").await, StatusCode::OK);
    }
    assert_eq!(
        ask("10.0.0.1:1", "203.0.113.1").await,
        StatusCode::TOO_MANY_REQUESTS
    );
    assert_eq!(
        ask("10.0.0.1:1", "203.0.113.2").await,
        StatusCode::OK,
        "another browser behind the proxy"
    );
    // What the browser itself wrote stands before what the proxy added, and is not believed.
    assert_eq!(
        ask("10.0.0.1:1", "198.51.100.7, 203.0.113.1").await,
        StatusCode::TOO_MANY_REQUESTS
    );
    for forged in ["203.0.113.3", "203.0.113.4"] {
        assert_eq!(ask("192.0.2.1:1", forged).await, StatusCode::OK);
    }
    assert_eq!(
        ask("192.0.2.1:1", "203.0.113.5").await,
        StatusCode::TOO_MANY_REQUESTS
    );
    db.discard().await;
}
