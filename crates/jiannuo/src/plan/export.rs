use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::plans::format::Format;
use app::plans::{self, ExportPlan};
use domain::ids::PlanId;
use domain::language::Language;

use super::named_format;
use crate::setup::{self, Outcome, Place};
use crate::trouble;

/// Writes a plan of an installation to a file.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The plan's id, as `plan import` prints it
    plan: PlanId,
    /// The file to write, as TOML or JSON by its ending; one that is there already stays as it is
    file: PathBuf,
    /// The format, whatever the file is called
    #[arg(long, value_enum)]
    format: Option<Kind>,
    /// Write over a file that is there already
    #[arg(long)]
    force: bool,
    /// A published version by its number; the draft, or else the latest version, without it
    #[arg(long)]
    number: Option<i64>,
    #[command(flatten)]
    place: Place,
    /// Sign-in name of the person who does it
    #[arg(long = "as", value_name = "LOGIN")]
    login: String,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Kind {
    Toml,
    Json,
}

pub(super) fn run(args: &Args, language: Language) -> ExitCode {
    setup::block_on(async {
        let asked = ExportPlan {
            format: format(args, language)?,
            number: args.number,
        };
        if !args.force && args.file.exists() {
            return Err(is_there(&args.file, language));
        }
        let (db, ctx) = setup::acting(&args.place, &args.login).await?;
        let exported = plans::export(&ctx, args.plan, &asked).await;
        db.close().await;
        let text = exported.map_err(|error| trouble::of_use_case(&error))?;
        write(args, &text, language)
    })
}

fn format(args: &Args, language: Language) -> Outcome<Format> {
    match args.format {
        Some(Kind::Toml) => Ok(Format::Toml),
        Some(Kind::Json) => Ok(Format::Json),
        None => named_format(&args.file).ok_or_else(|| {
            let what_to_do = language.choose(
                "看不出格式：请让文件名以 .toml 或 .json 结尾，或用 --format 指明",
                "its ending says no format: let it end in .toml or .json, or state --format",
            );
            format!("{}: {what_to_do}", args.file.display())
        }),
    }
}

/// A file that came up in the meantime is not written over either.
fn write(args: &Args, text: &str, language: Language) -> Outcome<()> {
    let mut open = OpenOptions::new();
    open.write(true);
    if args.force {
        open.create(true).truncate(true);
    } else {
        open.create_new(true);
    }
    let written = open
        .open(&args.file)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => is_there(&args.file, language),
        _ => format!("{}: {}", args.file.display(), trouble::of_io(&error)),
    })
}

fn is_there(file: &Path, language: Language) -> String {
    let what_to_do = language.choose(
        "文件已存在：请换一个名字，或用 --force 覆盖",
        "the file is there already: choose another name, or write over it with --force",
    );
    format!("{}: {what_to_do}", file.display())
}
