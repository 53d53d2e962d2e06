use std::process::ExitCode;

use domain::time::Limit;

/// Deadlines from the command line: when a limit is due, and why.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The limit in its one canonical form.
    #[arg(long)]
    limit: Limit,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    println!("{}", args.limit);
    ExitCode::SUCCESS
}
