//! HTTP around the use cases: routes, sign-in cookie, problems, event stream, embedded web files.
//!
//! INVARIANT: every endpoint is registered through [`routes::all`], so the OpenAPI document and the test of every
//! endpoint with every role know it. This crate never calls the store.

mod account;
mod agreements;
mod assets;
mod audit;
mod body;
mod calendars;
mod case_files;
mod cases;
mod config;
mod customers;
mod document;
mod duties;
mod events;
mod extract;
mod files;
mod first_steps;
mod health;
mod incoming;
mod layers;
mod ledger;
mod mail;
mod notices;
mod org;
mod people;
mod plans;
mod problem;
mod products;
mod public;
mod regions;
mod reply;
mod request;
mod routes;
mod search;
mod server;
mod session_cookie;
mod settings;
mod sheets;
mod state;
mod studio;
mod tokens;
mod unit_files;
mod units;
mod work;

pub use assets::fonts;
pub use config::{Config, DemoSignIn, Network};
pub use document::document;
pub use server::serve;
pub use state::{Api, router};
