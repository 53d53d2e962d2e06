//! `jiannuo openapi`: the description of the API.

use crate::say::say;
use std::process::ExitCode;

/// Prints the OpenAPI document of the API.
#[derive(clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_: &Args) -> ExitCode {
    match api::document().to_pretty_json() {
        Ok(text) => {
            say!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("the document cannot be written: {error}");
            ExitCode::FAILURE
        }
    }
}
