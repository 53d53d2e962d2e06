use std::process::ExitCode;

/// Prints the JSON Schema of plan files.
#[derive(clap::Args)]
pub(super) struct Args {}

pub(super) fn run(_: &Args) -> ExitCode {
    crate::say::text(&app::plans::schema::text());
    ExitCode::SUCCESS
}
