//! Remedies (换退): what a case has given the customer a right to, by which clause, and on what ground.

mod ground;
mod opened;
mod window;

pub use ground::Ground;
pub use opened::{Opened, PastRepair, UnitPast, opened};
pub use window::{Window, WindowState, window};
