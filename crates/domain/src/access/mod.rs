//! Who may do what: roles, actions, and the one table that joins them.

pub mod role;

pub use role::Role;
