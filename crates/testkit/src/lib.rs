//! What tests share: databases of both engines, a clock that stands still, ids that repeat.
//!
//! ```no_run
//! # async fn example() {
//! testkit::on_both_engines(async |db| {
//!     assert_eq!(db.pending_migrations().await.unwrap(), Vec::<&str>::new());
//! })
//! .await;
//! # }
//! ```

mod clock;
mod engines;
mod lock;
mod multiply;
mod outside;
mod postgres;
mod source;
#[cfg(feature = "app")]
mod world;

pub use clock::FakeClock;
pub use engines::{TestDb, empty_db, execute, linguistic_db, on_both_engines, test_db};
pub use multiply::{Outside, copy_of, multiply, multiply_latest};
pub use source::Source;
#[cfg(feature = "app")]
pub use world::{Place, World};
