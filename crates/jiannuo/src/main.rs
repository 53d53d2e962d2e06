//! The one binary: each subcommand is a module with its arguments and a `run`.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod clock;

/// Jiannuo: a service plan that runs.
#[derive(Parser)]
#[command(
    name = "jiannuo",
    version,
    about,
    subcommand_required = true,
    arg_required_else_help = true
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Clock(clock::Args),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Clock(args) => clock::run(&args),
    }
}
