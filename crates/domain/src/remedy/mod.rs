//! Remedies (换退): what a case has given the customer a right to, by which clause, and on what ground.

mod ground;
mod opened;

pub use ground::Ground;
pub use opened::{Opened, PastRepair, UnitPast, opened};
