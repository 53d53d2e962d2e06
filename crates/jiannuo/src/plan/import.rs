use std::path::PathBuf;
use std::process::ExitCode;

use app::plans::{self, CreatePlan, Origin};
use domain::language::Language;

use super::{bytes_of, format_of, is_document, plan_of, text_of};
use crate::say::say;
use crate::setup::{self, Place};
use crate::trouble;

/// Brings a plan file into an installation as the draft of a new plan, and prints the plan's id.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The plan, as TOML or JSON, or a Word or PDF document that `plan render` made
    file: PathBuf,
    #[command(flatten)]
    place: Place,
    /// Sign-in name of the person who does it: their role must allow it, and the audit log names them
    #[arg(long = "as", value_name = "LOGIN")]
    login: String,
}

pub(super) fn run(args: &Args, language: Language) -> ExitCode {
    setup::block_on(async {
        let from = if is_document(&bytes_of(&args.file)?) {
            let plan = Box::new(plan_of(&args.file, language)?);
            Origin::Document { plan }
        } else {
            Origin::File {
                format: format_of(&args.file),
                text: text_of(&args.file)?,
            }
        };
        let (db, ctx) = setup::acting(&args.place, &args.login).await?;
        let made = plans::create(&ctx, CreatePlan { from, title: None }).await;
        db.close().await;
        let plan = made.map_err(|error| {
            format!("{}: {}", args.file.display(), trouble::of_use_case(&error))
        })?;
        say!("{}", plan.id);
        Ok(())
    })
}
