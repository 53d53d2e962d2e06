//! What is known about a request before any handler runs.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};

use app::Language;
use axum::extract::{ConnectInfo, Request};
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, USER_AGENT};

use crate::state::Api;

/// Facts about one request, carried as an extension.
#[derive(Debug, Clone)]
pub(crate) struct RequestFacts {
    /// The same in the log, the audit log and problem documents.
    pub(crate) id: String,
    pub(crate) address: String,
    pub(crate) user_agent: String,
    asked: Option<Language>,
    person: Arc<OnceLock<Language>>,
    default: Language,
}

impl RequestFacts {
    pub(crate) fn of(request: &Request, api: &Api) -> Self {
        let headers = request.headers();
        let text = |name| {
            headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        };
        Self {
            id: api.app.uuid().simple().to_string(),
            address: address(request, api)
                .map_or_else(|| "local".to_owned(), |address| address.to_string()),
            user_agent: text(USER_AGENT).to_owned(),
            asked: Language::accepted(text(ACCEPT_LANGUAGE)),
            person: Arc::default(),
            default: api.shared.config.language,
        }
    }

    /// What the request asks for, else what the person chose, else the installation's.
    pub(crate) fn language(&self) -> Language {
        self.asked
            .or_else(|| self.person.get().copied())
            .unwrap_or(self.default)
    }

    /// Notes the language of the person behind the request.
    pub(crate) fn set_person_language(&self, language: Language) {
        // A second extractor of the same request finds the same person.
        let _ = self.person.set(language);
    }
}

/// The address of the browser. Proxy headers count only from proxies that are configured, read from the near end.
fn address(request: &Request, api: &Api) -> Option<IpAddr> {
    let ConnectInfo(peer) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    let peer = peer.ip().to_canonical();
    let trusted = |address: IpAddr| {
        api.shared
            .config
            .trusted_proxies
            .iter()
            .any(|network| network.contains(address))
    };
    if !trusted(peer) {
        return Some(peer);
    }
    Some(
        forwarded(request.headers())
            .into_iter()
            .rev()
            .find(|address| !trusted(*address))
            .unwrap_or(peer),
    )
}

/// The addresses of `X-Forwarded-For`; one that cannot be read ends the chain that can be believed.
fn forwarded(headers: &HeaderMap) -> Vec<IpAddr> {
    let mut chain = Vec::new();
    let values = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok());
    for part in values.flat_map(|value| value.split(',')).take(32) {
        match part.trim().parse::<IpAddr>() {
            Ok(address) => chain.push(address.to_canonical()),
            Err(_) => chain.clear(),
        }
    }
    chain
}
