//! `jiannuo clock`: deadlines from the command line, without a database.

use std::process::ExitCode;

mod calendar_file;
mod check;
mod due;
mod elapsed;
mod instant;
mod lines;

/// Deadlines by a business calendar: when a limit is due, how much of it has passed, and why.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    Due(due::Args),
    Elapsed(elapsed::Args),
    Check(check::Args),
}

pub(crate) fn run(args: &Args) -> ExitCode {
    let outcome = match &args.command {
        Command::Due(args) => due::run(args),
        Command::Elapsed(args) => elapsed::run(args),
        Command::Check(args) => check::run(args),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::from(USAGE)
    })
}

/// Exit code for a calendar, table or argument that cannot be used; the same as for a bad option.
const USAGE: u8 = 2;
