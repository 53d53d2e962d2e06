//! The one binary: each subcommand is a module with its arguments and a `run`.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod backup;
mod check;
mod clock;
mod demo;
mod export;
mod import;
mod migrate;
mod openapi;
mod plan;
mod say;
mod serve;
mod setup;
mod trouble;
mod usage;
mod work;

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
    /// Say it in English; otherwise in the language of `LC_ALL` or `LANG`, Chinese where they name no other
    #[arg(long, global = true)]
    #[allow(
        dead_code,
        reason = "read before the arguments are, so that what is wrong with them is told in that language"
    )]
    english: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Backup(backup::Args),
    Check(check::Args),
    Clock(clock::Args),
    Demo(demo::Args),
    Export(export::Args),
    Import(import::Args),
    Migrate(migrate::Args),
    Openapi(openapi::Args),
    Plan(plan::Args),
    Restore(backup::RestoreArgs),
    Serve(serve::Args),
    Work(work::Args),
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage::told(&error),
    };
    match cli.command {
        Command::Backup(args) => backup::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Clock(args) => clock::run(&args),
        Command::Demo(args) => demo::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Migrate(args) => migrate::run(&args),
        Command::Openapi(args) => openapi::run(&args),
        Command::Plan(args) => plan::run(&args),
        Command::Restore(args) => backup::restore(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Work(args) => work::run(&args),
    }
}
