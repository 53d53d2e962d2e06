//! The rules of Jiannuo: pure functions over plain data.
//!
//! Nothing here reads a clock, draws a random number, touches a file, a socket or a database. The same facts give the
//! same obligations every time, so live work, replay, what-if and simulation share one engine.

pub mod access;
pub mod calendar;
pub mod case;
pub mod clock;
pub mod customer;
pub mod duty;
pub mod entitlement;
mod hex;
pub mod ids;
pub mod language;
pub mod legal;
pub mod milestone;
pub mod money;
pub mod obligation;
pub mod plan;
pub mod remedy;
pub mod slug;
pub mod studio;
pub mod time;
pub mod unit;
pub mod what_if;
mod words;

pub use hex::hex;
pub use words::UnknownWord;
