//! `jiannuo openapi`: the description of the API.

use crate::say::{self, say, words};
use crate::usage::USAGE;
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
            say::error(&words!(
                "无法写出文档：{error}",
                "the document cannot be written: {error}"
            ));
            ExitCode::from(USAGE)
        }
    }
}
