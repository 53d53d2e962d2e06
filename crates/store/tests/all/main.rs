//! Tests of the store, each on both engines. One binary, because linking is slow.

mod common;
mod transaction;
