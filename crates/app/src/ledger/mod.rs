//! The promise ledger (承诺账本): what was kept, what was broken, and by how much; down to each promise and its case.

mod ask;
mod count;
mod export;
mod headings;
mod rows;
mod tally;

pub use ask::{AskLedger, GroupBy};
pub use count::{GroupView, LatenessView, LedgerView, ledger};
pub use export::export;
pub use rows::{LedgerRowView, rows};
pub use tally::Tally;
