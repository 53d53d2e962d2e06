//! What every handler shares, and the router around them all.

use std::sync::Arc;

use app::{App, Limiter};
use axum::Router;
use jiff::SignedDuration;

use crate::config::Config;
use crate::events::Streams;
use crate::incoming::{Arriving, Seats};
use crate::{assets, health, layers, routes};

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
    pub(crate) seats: Seats,
    pub(crate) arriving: Arriving,
    pub(crate) streams: Streams,
}

impl Api {
    pub fn new(app: Arc<App>, config: Config) -> Self {
        let minute = SignedDuration::from_mins(1);
        let shared = Shared {
            public: Limiter::new(config.public_per_minute, minute),
            sign_in: Limiter::new(config.sign_in_per_minute, minute),
            seats: Seats::default(),
            arriving: Arriving::default(),
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
        .fallback(assets::serve)
        .method_not_allowed_fallback(layers::method_not_allowed);
    // Whoever watches the service is told of it also while it is full.
    let watched = health::routes().method_not_allowed_fallback(layers::method_not_allowed);
    let routes = layers::bounded(endpoints, &api).merge(watched);
    layers::around(routes, api.clone()).with_state(api)
}
