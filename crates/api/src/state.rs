//! What every handler shares, and the router around them all.

use std::sync::Arc;

use app::{App, Limiter};
use axum::Router;
use jiff::SignedDuration;
use tokio::sync::Semaphore;

use crate::config::Config;
use crate::events::Streams;
use crate::{assets, health, layers, routes};

/// Requests served at once; further ones are told to come back.
const AT_ONCE: usize = 512;

/// The state of the HTTP side; cheap to clone.
#[derive(Debug, Clone)]
pub struct Api {
    pub(crate) app: Arc<App>,
    pub(crate) shared: Arc<Shared>,
}

#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) config: Config,
    /// Attempts on public routes per address.
    pub(crate) public: Limiter,
    /// Attempts to sign in per login name.
    pub(crate) sign_in: Limiter,
    pub(crate) at_once: Semaphore,
    pub(crate) streams: Streams,
}

impl Api {
    pub fn new(app: Arc<App>, config: Config) -> Self {
        let minute = SignedDuration::from_mins(1);
        let shared = Shared {
            public: Limiter::new(config.public_per_minute, minute),
            sign_in: Limiter::new(config.sign_in_per_minute, minute),
            at_once: Semaphore::new(AT_ONCE),
            streams: Streams::default(),
            config,
        };
        Self {
            app,
            shared: Arc::new(shared),
        }
    }
}

/// The whole service: API, health checks and web files.
pub fn router(api: Api) -> Router {
    let (endpoints, document) = routes::all().split_for_parts();
    let endpoints = endpoints
        .merge(crate::document::route(document))
        .merge(health::routes())
        .fallback(assets::serve)
        .method_not_allowed_fallback(layers::method_not_allowed);
    layers::around(endpoints, api.clone()).with_state(api)
}
