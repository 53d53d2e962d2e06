//! The kinds of clause, one file each.

pub mod channel;
pub mod conduct;
pub mod coverage;
pub mod delivery;
pub mod document;
pub mod duty;
pub mod fee;
pub mod parts;
pub mod procedure;
pub mod remedy;
pub mod time_limit;
pub mod training;
pub mod warranty;
