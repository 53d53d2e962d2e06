//! Tests of the API through its router, each on both engines. One binary, because linking is slow.

mod access;
mod calendars;
mod client;
mod endpoints;
mod people;
mod requests;
mod session;
mod subjects;
