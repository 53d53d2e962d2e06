//! Remedies (换退): what a case has given the customer a right to, by which clause, and on what ground.

mod ground;
mod opened;
mod owed;
mod window;

pub use ground::Ground;
pub use opened::{Opened, PastRepair, UnitPast, opened};
pub use owed::{Owed, OwedPart, OwedUnit, owed, sum};
pub use window::{Window, WindowState, window};
