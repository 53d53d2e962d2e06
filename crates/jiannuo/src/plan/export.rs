use std::path::PathBuf;
use std::process::ExitCode;

use app::plans::{self, ExportPlan};
use domain::ids::PlanId;

use super::format_of;
use crate::setup::{self, Place};

/// Writes a plan of an installation to a file.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The plan's id, as `plan import` prints it
    plan: PlanId,
    /// The file to write, as TOML or JSON by its name
    file: PathBuf,
    /// A published version by its number; the draft, or else the latest version, without it
    #[arg(long)]
    number: Option<i64>,
    #[command(flatten)]
    place: Place,
    /// Sign-in name of the person who does it
    #[arg(long = "as", value_name = "LOGIN")]
    login: String,
}

pub(super) fn run(args: &Args) -> ExitCode {
    setup::block_on(async {
        let (db, ctx) = setup::acting(&args.place, &args.login).await?;
        let asked = ExportPlan {
            format: format_of(&args.file),
            number: args.number,
        };
        let exported = plans::export(&ctx, args.plan, &asked).await;
        db.close().await;
        let text = exported.map_err(|error| setup::told(&error))?;
        std::fs::write(&args.file, text)
            .map_err(|error| format!("{}: {error}", args.file.display()))
    })
}
