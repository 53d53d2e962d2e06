//! A browser without a screen: signs in, keeps its cookie, sends what pages send.

use std::net::SocketAddr;

use api::{Api, Config};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, IF_MATCH, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use axum::response::Response;
use domain::access::Role;
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use testkit::{Place, World};
use tower::ServiceExt as _;

/// The whole service over a test's company.
pub(crate) fn service(world: &World) -> Router {
    let config = Config {
        public_per_minute: 1_000_000,
        sign_in_per_minute: 1_000_000,
        ..Config::default()
    };
    api::router(Api::new(world.app.clone(), config))
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    /// The last part of the problem's type.
    pub(crate) fn problem(&self) -> &str {
        self.body["type"]
            .as_str()
            .and_then(|kind| kind.strip_prefix("urn:jiannuo:problem:"))
            .unwrap_or("no problem")
    }

    /// Where the first wrong field is.
    pub(crate) fn pointer(&self) -> &str {
        self.body["errors"][0]["pointer"]
            .as_str()
            .unwrap_or("no pointer")
    }
}

/// A request that can be changed before it is sent.
pub(crate) struct Call {
    client: Client,
    request: axum::http::request::Builder,
    body: Body,
}

#[derive(Debug, Clone)]
pub(crate) struct Client {
    service: Router,
    cookie: Option<String>,
}

impl Client {
    /// Somebody who is not signed in.
    pub(crate) fn stranger(service: &Router) -> Self {
        Self {
            service: service.clone(),
            cookie: None,
        }
    }

    pub(crate) async fn signed_in(service: &Router, role: Role, place: Place) -> Self {
        Self::with_password(service, &World::login(role, place), World::PASSWORD).await
    }

    pub(crate) async fn with_password(service: &Router, login: &str, password: &str) -> Self {
        let answer = Self::stranger(service).sign_in(login, password).await;
        assert_eq!(
            answer.status,
            StatusCode::OK,
            "{login} can sign in: {}",
            answer.body
        );
        let cookie = answer.headers[SET_COOKIE]
            .to_str()
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        Self {
            service: service.clone(),
            cookie: Some(cookie),
        }
    }

    pub(crate) async fn sign_in(&self, login: &str, password: &str) -> Answer {
        self.post(
            "/api/session",
            &json!({ "login": login, "password": password }),
        )
        .send()
        .await
    }

    pub(crate) fn get(&self, path: &str) -> Call {
        self.call(Method::GET, path)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Call {
        self.call(Method::POST, path).json(body)
    }

    pub(crate) fn put(&self, path: &str, body: &Value) -> Call {
        self.call(Method::PUT, path).json(body)
    }

    pub(crate) fn delete(&self, path: &str) -> Call {
        self.call(Method::DELETE, path)
    }

    /// A request with what every page sends: the cookie, and on writes the header against forged requests.
    pub(crate) fn call(&self, method: Method, path: &str) -> Call {
        let mut request = Request::builder()
            .method(&method)
            .uri(path)
            .header(ACCEPT_LANGUAGE, "en");
        if let Some(cookie) = &self.cookie {
            request = request.header(COOKIE, cookie);
        }
        if method != Method::GET {
            request = request.header("x-jiannuo", "1");
        }
        Call {
            client: self.clone(),
            request,
            body: Body::empty(),
        }
    }
}

impl Call {
    pub(crate) fn json(self, body: &Value) -> Self {
        self.bytes("application/json", body.to_string())
    }

    pub(crate) fn bytes(self, kind: &str, bytes: impl Into<Body>) -> Self {
        Self {
            body: bytes.into(),
            ..self.header(CONTENT_TYPE.as_str(), kind)
        }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.request.headers_mut().unwrap().insert(
            axum::http::HeaderName::from_bytes(name.as_bytes()).unwrap(),
            value.parse().unwrap(),
        );
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.request.headers_mut().unwrap().remove(name);
        self
    }

    /// As if the connection came from there.
    pub(crate) fn from(mut self, peer: SocketAddr) -> Self {
        self.request = self.request.extension(ConnectInfo(peer));
        self
    }

    pub(crate) fn version(self, version: i64) -> Self {
        self.header(IF_MATCH.as_str(), &format!("\"{version}\""))
    }

    pub(crate) fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// The bytes of an answer that is a file.
    pub(crate) async fn bytes_of(self) -> Vec<u8> {
        let response = self.open().await;
        assert_eq!(response.status(), StatusCode::OK);
        response
            .into_body()
            .collect()
            .await
            .unwrap()
            .to_bytes()
            .to_vec()
    }

    /// Sends it and leaves the answer's body to be read.
    pub(crate) async fn open(self) -> Response {
        let request = self.request.body(self.body).unwrap();
        self.client.service.oneshot(request).await.unwrap()
    }

    pub(crate) async fn send(self) -> Answer {
        let (parts, body) = self.open().await.into_parts();
        // A stream has no end; its beginning is all that is asked for.
        let streams = parts
            .headers
            .get(CONTENT_TYPE)
            .is_some_and(|kind| kind == "text/event-stream");
        let bytes = if streams {
            Bytes::new()
        } else {
            body.collect().await.unwrap().to_bytes()
        };
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }
}
