//! Tests of the API through its router, each on both engines. One binary, because linking is slow.

mod access;
mod cases;
mod client;
mod endpoints;
mod master_data;
mod people;
mod requests;
mod session;
mod sheets;
mod subjects;
