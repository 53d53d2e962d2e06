//! A client of a few lines: one request, one connection, so that a killed server is noticed at once.

use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// Somebody signed in, or not yet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Client {
    token: String,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
    head: String,
}

impl Client {
    /// Signs in; the token outlives the server's death, as sessions do.
    pub(crate) fn signed_in(server: SocketAddr, login: &str, password: &str) -> Self {
        let body = serde_json::json!({ "login": login, "password": password });
        let answer = Self::default()
            .post(server, "/api/session", "", &body)
            .expect("the server answers");
        assert_eq!(answer.status, 200, "{}", answer.body);
        let (_, rest) = answer.head.split_once("jiannuo=").expect("a cookie is set");
        let token = rest.split(';').next().expect("a part before the semicolon");
        Self {
            token: token.to_owned(),
        }
    }

    pub(crate) fn get(&self, server: SocketAddr, path: &str) -> io::Result<Answer> {
        self.send(server, &format!("GET {path}"), "", None)
    }

    pub(crate) fn put(&self, server: SocketAddr, path: &str, body: &Value) -> io::Result<Answer> {
        self.send(server, &format!("PUT {path}"), "", Some(body))
    }

    /// With a key, or with a version as `If-Match: 3`.
    pub(crate) fn post(
        &self,
        server: SocketAddr,
        path: &str,
        key: &str,
        body: &Value,
    ) -> io::Result<Answer> {
        self.send(server, &format!("POST {path}"), key, Some(body))
    }

    /// Sends a file.
    pub(crate) fn upload(
        &self,
        server: SocketAddr,
        path: &str,
        bytes: &[u8],
    ) -> io::Result<Answer> {
        self.exchange(
            server,
            &format!("POST {path}"),
            "",
            Some(("application/octet-stream", bytes)),
        )
    }

    fn send(
        &self,
        server: SocketAddr,
        what: &str,
        key: &str,
        body: Option<&Value>,
    ) -> io::Result<Answer> {
        let text = body.map(Value::to_string);
        let body = text
            .as_ref()
            .map(|text| ("application/json", text.as_bytes()));
        self.exchange(server, what, key, body)
    }

    fn exchange(
        &self,
        server: SocketAddr,
        what: &str,
        key: &str,
        body: Option<(&str, &[u8])>,
    ) -> io::Result<Answer> {
        let mut head = format!(
            "{what} HTTP/1.1\r\nHost: test\r\nConnection: close\r\nX-Jiannuo: 1\r\nAccept-Language: en\r\n"
        );
        if !self.token.is_empty() {
            write!(head, "Cookie: jiannuo={}\r\n", self.token)
                .expect("writing to a string cannot fail");
        }
        match key.strip_prefix("If-Match: ") {
            Some(version) => write!(head, "If-Match: \"{version}\"\r\n")
                .expect("writing to a string cannot fail"),
            None if key.is_empty() => {}
            None => {
                write!(head, "Idempotency-Key: {key}\r\n")
                    .expect("writing to a string cannot fail");
            }
        }
        let (kind, bytes) = body.unwrap_or_default();
        if body.is_some() {
            write!(head, "Content-Type: {kind}\r\n").expect("writing to a string cannot fail");
        }
        write!(head, "Content-Length: {}\r\n\r\n", bytes.len())
            .expect("writing to a string cannot fail");
        let mut stream = TcpStream::connect_timeout(&server, Duration::from_secs(5))?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        // In one piece: a second small packet would wait for the first to be acknowledged.
        stream.write_all(&[head.as_bytes(), bytes].concat())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        parsed(&answer)
    }
}

/// An answer that was cut off is none: nothing was acknowledged.
fn parsed(bytes: &[u8]) -> io::Result<Answer> {
    let cut = || io::Error::from(io::ErrorKind::UnexpectedEof);
    let text = std::str::from_utf8(bytes).map_err(|_| cut())?;
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(cut)?;
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.parse::<usize>().ok())?
    });
    if length.is_some_and(|length| length != body.len()) {
        return Err(cut());
    }
    let body = if body.is_empty() {
        Value::Null
    } else {
        serde_json::from_str(body).map_err(|_| cut())?
    };
    Ok(Answer {
        status: status.ok_or_else(cut)?,
        body,
        head: head.to_owned(),
    })
}
