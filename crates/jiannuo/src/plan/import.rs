use std::path::PathBuf;
use std::process::ExitCode;

use app::plans::{self, CreatePlan, Origin};

use super::{format_of, text_of};
use crate::setup::{self, Place};

/// Brings a plan file into an installation as the draft of a new plan, and prints the plan's id.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The plan, as TOML or JSON
    file: PathBuf,
    #[command(flatten)]
    place: Place,
    /// Sign-in name of the person who does it: their role must allow it, and the audit log names them
    #[arg(long = "as", value_name = "LOGIN")]
    login: String,
}

pub(super) fn run(args: &Args) -> ExitCode {
    setup::block_on(async {
        let text = text_of(&args.file)?;
        let (db, ctx) = setup::acting(&args.place, &args.login).await?;
        let from = Origin::File {
            format: format_of(&args.file),
            text,
        };
        let made = plans::create(&ctx, CreatePlan { from, title: None }).await;
        db.close().await;
        let plan = made.map_err(|error| setup::told(&error))?;
        println!("{}", plan.id);
        Ok(())
    })
}
