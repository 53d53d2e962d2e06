//! The worker against real databases and a mail server that listens on a real port.
#![allow(clippy::unwrap_used, reason = "tests")]

mod alarm;
mod basis;
mod cases;
mod common;
mod crash;
mod ledger;
mod ledger_figures;
mod mail;
mod smtp;
