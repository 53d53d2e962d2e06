//! The store: all SQL of the product, one text for SQLite and PostgreSQL.
//!
//! # A use case's transaction
//!
//! ```no_run
//! # async fn example(db: &store::Db, now: jiff::Timestamp) -> store::Result<()> {
//! use store::{AuditEntry, Event, Origin, Receipt, org};
//!
//! let origin = Origin { actor: "person-1".into(), request: "request-1".into(), at: now };
//! let mut tx = db.begin(origin).await?;                          // begin
//! let unit = org::get(&mut tx, "branch-7").await?;               // load
//! if unit.name == "East" {                                       // decide (domain)
//!     return tx.unchanged().await;                               // nothing to do is no error
//! }
//! org::rename(&mut tx, &unit, "East").await?;                    // write, guarded by unit.version
//! let receipt = Receipt::new(
//!     AuditEntry::new("org.rename", "org_unit", &unit.id)
//!         .detail(serde_json::json!({ "from": unit.name, "to": "East" })),
//! )
//! .event(Event::new("org.renamed", &unit.id, serde_json::json!({})).branch(&unit.id));
//! tx.finish(receipt).await                                       // finish: durable when it returns
//! # }
//! ```
//!
//! # Adding a capability
//!
//! 1. `migrations/NNN_name.sql` and its name at the end of `migrate::MIGRATIONS`. Types: `TEXT`, `BIGINT`, `{blob}`;
//!    booleans are 0 or 1, instants milliseconds UTC, JSON text, ids text. No deferred constraints.
//! 2. `src/name.rs`: SQL in [`statements!`], its `ALL` added to the list in `statement.rs`. Reading functions take
//!    `&mut Conn` (a [`Tx`] and a [`Read`] both deref to it), writing functions take `&mut Tx`.
//! 3. Rows that people edit have `version BIGINT`; updates go through [`Tx::guarded`].
//!
//! # Invariants
//!
//! - Nothing commits without an audit entry: [`Tx::finish`] is the only way to commit and needs a [`Receipt`].
//! - Nobody hears of success before it is durable, and nobody is answered from data that is not durable yet
//!   ([`Tx::unchanged`]).
//! - After a failed statement a transaction can only be rolled back, on both engines; expect a conflict with
//!   `ON CONFLICT`, not by catching the error.

pub mod agreement;
pub mod api_token;
pub mod attachment;
pub mod audit;
pub mod backup;
mod batch;
pub mod calendar;
pub mod case;
mod check;
mod conn;
mod count;
pub mod customer;
mod db;
pub mod duty;
mod engine;
mod error;
pub mod files;
pub mod first_steps;
pub mod idempotency;
pub mod job;
pub mod ledger;
pub mod mail;
mod migrate;
pub mod notice;
pub mod org;
pub mod outbox;
pub mod person;
pub mod plan;
pub mod product;
pub mod reading;
mod receipt;
mod row;
pub mod saved_view;
mod scope;
pub mod search;
pub mod series;
pub mod session;
pub mod setting;
mod sqlite;
mod statement;
mod tx;
pub mod unit;
mod value;
mod wake;
pub mod what_if;
mod writer;

pub use audit::AuditEntry;
pub use check::Refused;
pub use conn::Conn;
pub use count::{Counts, counted};
pub use db::{Db, Pools, Read};
pub use engine::Engine;
pub use error::{Result, StoreError};
pub use idempotency::Answer;
pub use job::Timer;
pub use migrate::{MIGRATIONS, Migration};
pub use outbox::Event;
pub use receipt::Receipt;
pub use row::{FromColumn, Row};
pub use scope::Scope;
pub use statement::{Query, Statement};
pub use tx::{Origin, Tx};
pub use value::Value;
pub use wake::Wake;
