//! Obligations (承诺履行项): one clause, for one subject, with a due time; the rows of the promise ledger.

mod appointment;
pub mod calendars;
mod context;
mod cycle;
mod engine;
mod explain;
pub mod history;
mod judge;
mod promise;
mod promises;
pub mod repaired;
pub mod row;
mod share;
mod timing;

pub use calendars::Calendars;
pub use context::{context, corrected_standing};
pub use engine::obligations;
pub use explain::{Because, Explained, explain};
pub use history::History;
pub(crate) use judge::is_late;
pub use row::{Obligation, Problem, State, Warning};
pub use share::share_permille;
