//! Tests of the store, each on both engines. One binary, because linking is slow.
#![allow(clippy::unwrap_used, reason = "a failed step fails the test")]

mod audit;
mod case;
mod common;
mod crash;
mod files;
mod idempotency;
mod job;
mod migrate;
mod org;
mod outbox;
mod search;
mod series;
mod statement;
mod transaction;
