//! `jiannuo plan`: service plans from the command line, without a database.

use std::process::ExitCode;

mod read;

/// Service plans: read a document into typed clauses.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    Read(read::Args),
}

pub(crate) fn run(args: &Args) -> ExitCode {
    let outcome = match &args.command {
        Command::Read(args) => read::run(args),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::from(USAGE)
    })
}

/// Exit code for a document or argument that cannot be used; the same as for a bad option.
const USAGE: u8 = 2;
