//! `jiannuo clock`: deadlines from the command line, without a database.

use std::process::ExitCode;

use domain::clock::ClockError;

use crate::say;
use crate::usage::USAGE;

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

/// Why a clock has no answer.
fn no_answer(why: &ClockError) -> String {
    let zh = app::calendars::why_no_due(why)
        .trim_end_matches('。')
        .to_owned();
    say::language().choose(zh, why.to_string())
}

pub(crate) fn run(args: &Args) -> ExitCode {
    let outcome = match &args.command {
        Command::Due(args) => due::run(args),
        Command::Elapsed(args) => elapsed::run(args),
        Command::Check(args) => check::run(args),
    };
    outcome.unwrap_or_else(|error| {
        say::error(&error);
        ExitCode::from(USAGE)
    })
}
