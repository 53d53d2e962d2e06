//! Use cases: one file per verb, each reading `permit → begin → load → decide → write → finish`.
//!
//! A capability is a folder here. Its commands and views are plain data with their OpenAPI schema; `api` adds only the
//! HTTP around them. See `docs/adding-a-capability.md`.

pub mod account;
pub mod agreements;
pub mod audit;
mod basis;
pub mod calendars;
pub mod case;
pub mod check;
mod clock;
mod ctx;
pub mod customers;
pub mod duties;
pub mod entitlement;
pub mod error;
pub mod events;
mod faults;
pub mod files;
pub mod first_steps;
pub mod housekeeping;
mod language;
pub mod ledger;
mod limiter;
pub mod mail;
mod message;
pub mod notices;
pub mod org;
mod page;
pub mod people;
pub mod plans;
pub mod products;
mod random;
pub mod regions;
pub mod repeat;
pub mod search;
pub mod settings;
pub mod shape;
pub mod sheets;
pub mod studio;
pub mod units;
mod view;
pub mod warranty;
pub mod work;

pub use clock::{Clock, SystemClock};
pub use ctx::{Actor, App, Ctx, Repeat, store_scope};
pub use error::{ClauseRef, Error, FieldError, Kind, Result};
pub use language::Language;
pub use limiter::Limiter;
pub use message::{Message, Text};
pub use page::{BAD_CURSOR, MAX_PAGE, Page, PageSize};
pub use random::{Random, SystemRandom};
pub use view::{ActionView, actions};
