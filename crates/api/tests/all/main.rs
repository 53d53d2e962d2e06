//! Tests of the API through its router, each on both engines. One binary, because linking is slow.

#![allow(
    clippy::unwrap_used,
    reason = "a test that finds nothing to unwrap has failed"
)]

mod access;
mod actions;
mod agreement_days;
mod agreement_lists;
mod agreements;
mod among_us;
mod at_once;
mod attendance;
mod bad_documents;
mod bad_input;
mod calendars;
mod case_files;
mod case_lists;
mod cases;
mod client;
mod closing;
mod corrections;
mod duties;
mod endpoints;
mod entered;
mod events;
mod exports;
mod first_steps;
mod immutable;
mod intake;
mod languages;
mod law;
mod legal_warranty;
mod levels_alone;
mod master_data;
mod names_kept;
mod own_jobs;
mod people;
mod plans;
mod public_card;
mod repeats;
mod requests;
mod returned;
mod search;
mod session;
mod sheets;
mod slip_photos;
mod slips;
mod slow_senders;
mod start_missing;
mod studio;
mod subjects;
mod tokens;
mod unit_files;
mod views;
mod warranty;
mod warranty_follows;
mod work_per_request;
