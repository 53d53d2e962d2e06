//! The rules of after-sales promises, as pure functions: no input or output, no clock, no randomness.

pub mod time;
