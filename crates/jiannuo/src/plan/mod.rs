//! `jiannuo plan`: service plans from the command line.

use std::path::Path;
use std::process::ExitCode;

use app::plans::format::{self, Format};
use app::plans::paper;
use domain::plan::Plan;

mod check;
mod compare;
mod export;
mod import;
mod read;
mod render;
mod schema;
mod templates;

/// Service plans: read a document into typed clauses, check a file, move plans between files and an installation.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    Check(check::Args),
    Compare(compare::Args),
    Export(export::Args),
    Import(import::Args),
    Read(read::Args),
    Render(render::Args),
    Schema(schema::Args),
    Templates(templates::Args),
}

pub(crate) fn run(args: &Args) -> ExitCode {
    let outcome = match &args.command {
        Command::Check(args) => check::run(args),
        Command::Compare(args) => compare::run(args),
        Command::Export(args) => return export::run(args),
        Command::Import(args) => return import::run(args),
        Command::Read(args) => read::run(args).map_err(|error| error.to_string()),
        Command::Render(args) => render::run(args),
        Command::Schema(args) => Ok(schema::run(args)),
        Command::Templates(args) => templates::run(args),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::from(USAGE)
    })
}

/// Exit code for a document or argument that cannot be used; the same as for a bad option.
const USAGE: u8 = 2;

/// The largest plan file, in bytes.
const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// The format a file's name says: `.json`, or TOML.
fn format_of(file: &Path) -> Format {
    let json = file
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    if json { Format::Json } else { Format::Toml }
}

fn text_of(file: &Path) -> Result<String, String> {
    let size = std::fs::metadata(file)
        .map_err(|error| format!("{}: {error}", file.display()))?
        .len();
    if size > MAX_FILE_BYTES {
        return Err(format!(
            "{}: larger than {MAX_FILE_BYTES} bytes",
            file.display()
        ));
    }
    std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

/// Whether a file is a document that may carry a plan inside, by its first bytes.
fn is_document(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"%PDF")
}

/// The plan of a file: TOML or JSON, or the plan inside a rendered document.
fn plan_of(file: &Path) -> Result<Plan, String> {
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let bytes = bytes_of(file)?;
    if is_document(&bytes) {
        return paper::enclosed_plan(&bytes).map_err(|error| told(&error));
    }
    let text = String::from_utf8(bytes).map_err(|_| told(&"is not UTF-8 text"))?;
    format::read(&text, format_of(file)).map_err(|error| told(&error))
}

/// The bytes of a plan file or document.
fn bytes_of(file: &Path) -> Result<Vec<u8>, String> {
    let size = std::fs::metadata(file)
        .map_err(|error| format!("{}: {error}", file.display()))?
        .len();
    let largest = documents::text::LARGEST_FILE as u64;
    if size > largest {
        return Err(format!("{}: larger than {largest} bytes", file.display()));
    }
    std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}
