//! The worker against real databases and a mail server that listens on a real port.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;
mod mail;
mod smtp;
