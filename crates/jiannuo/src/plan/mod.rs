//! `jiannuo plan`: service plans from the command line.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use app::plans::format::{self, Format, Unreadable};
use app::plans::paper;
use domain::language::Language;
use domain::plan::Plan;

use crate::setup;

mod changed;
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
    /// Say it in English; otherwise in the language of `LC_ALL` or `LANG`, Chinese where they name no other
    #[arg(long, global = true)]
    english: bool,
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
    let language = if args.english {
        Language::English
    } else {
        setup::language()
    };
    let outcome = match &args.command {
        Command::Check(args) => check::run(args, language),
        Command::Compare(args) => compare::run(args, language),
        Command::Export(args) => return export::run(args, language),
        Command::Import(args) => return import::run(args, language),
        Command::Read(args) => read::run(args, language).map_err(|error| error.to_string()),
        Command::Render(args) => render::run(args, language),
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
    named_format(file).unwrap_or(Format::Toml)
}

/// The format of a name that ends in `.json` or `.toml`.
fn named_format(file: &Path) -> Option<Format> {
    let ending = file.extension()?;
    if ending.eq_ignore_ascii_case("json") {
        Some(Format::Json)
    } else if ending.eq_ignore_ascii_case("toml") {
        Some(Format::Toml)
    } else {
        None
    }
}

/// Words that may hold breaks, in one line.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text_of(file: &Path, language: Language) -> Result<String, String> {
    utf8(
        file,
        read_at_most(file, MAX_FILE_BYTES, language)?,
        language,
    )
}

fn utf8(file: &Path, bytes: Vec<u8>, language: Language) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = good.split(|byte| *byte == b'\n').count();
        let why = language.choose(
            "不是 UTF-8 文本：请用编辑器另存为 UTF-8 编码",
            "this is not UTF-8 text: save it as UTF-8 in an editor",
        );
        format!("{}:{line}: {why}", file.display())
    })
}

/// Why a file cannot be read or written, and what to do; the system's own words only where there are none of ours.
fn why(error: &io::Error, language: Language) -> String {
    let (zh, en) = match error.kind() {
        io::ErrorKind::NotFound => (
            "没有这个文件：请检查文件名和所在文件夹",
            "there is no such file: check its name and folder",
        ),
        io::ErrorKind::PermissionDenied => (
            "没有权限：请检查谁可以读写它",
            "the file may not be read or written: check who may",
        ),
        io::ErrorKind::IsADirectory => (
            "这是一个文件夹：请写出其中的文件",
            "this is a folder: name the file in it",
        ),
        _ => return error.to_string(),
    };
    language.choose(zh, en).to_owned()
}

/// Whether a file is a document that may carry a plan inside, by its first bytes.
fn is_document(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"%PDF")
}

/// The plan of a file: TOML or JSON, or the plan inside a rendered document.
fn plan_of(file: &Path, language: Language) -> Result<Plan, String> {
    let bytes = bytes_of(file, language)?;
    if is_document(&bytes) {
        let plan =
            paper::enclosed_plan(&bytes).map_err(|error| format!("{}: {error}", file.display()))?;
        if let Some(reading) = app::studio::read_back(&bytes) {
            return changed::plan(file, &reading, language);
        }
        let told = language.choose(
            "文档的文字与其中所附的方案不一致，这里采用所附的方案；要采用文字，请在方案页“从文件读入”，或使用 plan read",
            "the words of the document are not those of the plan inside, which is taken here; to take the words, read it in the studio or with plan read",
        );
        eprintln!("{}: {told}", file.display());
        return Ok(plan);
    }
    let text = utf8(file, bytes, language)?;
    format::read(&text, format_of(file)).map_err(|error| unreadable(file, &error, language))
}

/// A text that is no plan, told with its line.
fn unreadable(file: &Path, error: &Unreadable, language: Language) -> String {
    let (line, column) = (error.line, error.column);
    format!(
        "{}:{line}:{column}: {}",
        file.display(),
        error.say(language)
    )
}

/// The bytes of a plan file or document.
fn bytes_of(file: &Path, language: Language) -> Result<Vec<u8>, String> {
    read_at_most(file, documents::text::LARGEST_FILE as u64, language)
}

fn read_at_most(file: &Path, most: u64, language: Language) -> Result<Vec<u8>, String> {
    let told = |error: io::Error| format!("{}: {}", file.display(), why(&error, language));
    let size = std::fs::metadata(file).map_err(told)?.len();
    if size > most {
        let larger = language.choose("超过", "larger than");
        let bytes = language.choose("字节", "bytes");
        return Err(format!("{}: {larger} {most} {bytes}", file.display()));
    }
    std::fs::read(file).map_err(told)
}
