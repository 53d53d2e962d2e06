//! The laws of the clocks, checked against a slow oracle that shares no code with them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod explanations;
mod horizon;
mod kept;
mod laws;
mod oracle;
mod random;
