//! Who may do what, and to which rows: one table of roles and actions, and the function that reads it.
//!
//! The table is [`table::TABLE`]; `golden/access.txt` is the same table as a page that a service manager can read.

mod action;
mod permit;
mod role;
pub mod table;
mod token;

pub use action::Action;
pub use permit::{Actor, Refusal, Scope, permit};
pub use role::{Role, RoleConflict, check_roles};
pub use table::{Reach, reach};
pub use token::TokenReach;
