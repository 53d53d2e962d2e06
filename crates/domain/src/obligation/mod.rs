//! Obligations (承诺履行项): one clause, for one subject, with a due time; the rows of the promise ledger.

pub mod row;

pub use row::{Obligation, State};
