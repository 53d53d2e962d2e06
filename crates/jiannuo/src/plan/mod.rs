//! `jiannuo plan`: service plans from the command line.

use std::path::Path;
use std::process::ExitCode;

use app::plans::format::{self, Format, Unreadable};
use app::plans::paper::{self, NoPlan};
use domain::language::Language;
use domain::plan::Plan;

use crate::say::{self, words};
use crate::trouble;
use crate::usage::USAGE;

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
    let language = say::language();
    let outcome = match &args.command {
        Command::Check(args) => check::run(args, language),
        Command::Compare(args) => compare::run(args, language),
        Command::Export(args) => return export::run(args, language),
        Command::Import(args) => return import::run(args, language),
        Command::Read(args) => read::run(args, language),
        Command::Render(args) => render::run(args, language),
        Command::Schema(args) => Ok(schema::run(args)),
        Command::Templates(args) => templates::run(args),
    };
    outcome.unwrap_or_else(|error| {
        say::error(&error);
        ExitCode::from(USAGE)
    })
}

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

/// The text of a plan file or table; a document says what to do with it instead.
fn text_of(file: &Path) -> Result<String, String> {
    let bytes = read_at_most(file, documents::text::LARGEST_FILE as u64)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(too_large(file, MAX_FILE_BYTES));
    }
    utf8(file, bytes)
}

fn utf8(file: &Path, bytes: Vec<u8>) -> Result<String, String> {
    if let Some(what) = told_apart(&bytes) {
        return Err(no_plan_file(file, what));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = good.split(|byte| *byte == b'\n').count();
        let file = file.display();
        words!(
            "{file}:{line}: 不是 UTF-8 文本：请用编辑器另存为 UTF-8 编码",
            "{file}:{line}: this is not UTF-8 text: save it as UTF-8 in an editor"
        )
    })
}

/// What a file is that is no text, by its first bytes.
#[derive(Clone, Copy)]
enum Content {
    Document,
    Picture,
    OldOffice,
    Program,
}

fn told_apart(bytes: &[u8]) -> Option<Content> {
    const KNOWN: &[(&[u8], Content)] = &[
        (b"PK\x03\x04", Content::Document),
        (b"PK\x05\x06", Content::Document),
        (b"%PDF", Content::Document),
        (b"\x89PNG", Content::Picture),
        (b"\xff\xd8\xff", Content::Picture),
        (b"GIF8", Content::Picture),
        (b"BM", Content::Picture),
        (b"II*\0", Content::Picture),
        (b"MM\0*", Content::Picture),
        (b"\xd0\xcf\x11\xe0", Content::OldOffice),
        (b"\x7fELF", Content::Program),
        (b"MZ", Content::Program),
    ];
    let is_text = std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0);
    if is_text {
        return None;
    }
    let begins = |(head, content): &(&[u8], Content)| bytes.starts_with(head).then_some(*content);
    let picture = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
        || matches!(
            bytes.get(4..12),
            Some(b"ftypheic" | b"ftypmif1" | b"ftypavif")
        );
    let by_head = KNOWN.iter().find_map(begins);
    by_head.or(picture.then_some(Content::Picture)).or_else(|| {
        // Text in any encoding of Chinese has no zero bytes but those of UTF-16, which begins with a mark.
        let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
        (!marked && bytes.contains(&0)).then_some(Content::Program)
    })
}

/// What to do with a file that is no plan file.
fn no_plan_file(file: &Path, content: Content) -> String {
    let file = file.display();
    match content {
        Content::Document => words!(
            "{file}: 这是 Word 或 PDF 文档，不是方案文件（TOML 或 JSON）：请用 plan read 读它的文字，或在网页的“方案工作室”里读成方案",
            "{file}: this is a Word or PDF document and no plan file (TOML or JSON): read its words with `plan read`, or make a plan of it in the plan studio"
        ),
        Content::Picture => words!(
            "{file}: 这是图片，不是方案文件：请先做文字识别，把文字存成 .txt，再用 plan read 或网页的“方案工作室”读入",
            "{file}: this is a picture and no plan file: run text recognition on it, save the text as .txt, and read that with `plan read` or in the plan studio"
        ),
        Content::OldOffice => words!(
            "{file}: 这是旧版 Office 文件（.doc、.xls）：请另存为 .docx，再用 plan read 或网页的“方案工作室”读入",
            "{file}: this is a file of an old Office (.doc, .xls): save it as .docx and read that with `plan read` or in the plan studio"
        ),
        Content::Program => words!(
            "{file}: 这不是文本文件：请写方案文件（TOML 或 JSON），例如 plan export 写出的文件",
            "{file}: this is no text: name a plan file (TOML or JSON), such as `plan export` writes"
        ),
    }
}

/// Whether a file is a document that may carry a plan inside, by its first bytes.
fn is_document(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"%PDF")
}

/// The plan of a file: TOML or JSON, or the plan inside a rendered document.
fn plan_of(file: &Path, language: Language) -> Result<Plan, String> {
    let bytes = bytes_of(file)?;
    if is_document(&bytes) {
        let plan = paper::enclosed_plan(&bytes).map_err(|why| no_plan(file, &why))?;
        if let Some(reading) = app::studio::read_back(&bytes) {
            return changed::plan(file, &reading, language);
        }
        let file = file.display();
        eprintln!(
            "{}",
            words!(
                "{file}: 文档的文字与其中所附的方案不一致，这里采用所附的方案；要采用文字，请在方案页“从文件读入”，或使用 plan read",
                "{file}: the words of the document are not those of the plan inside, which is taken here; to take the words, read it in the studio or with plan read"
            )
        );
        return Ok(plan);
    }
    let text = utf8(file, bytes)?;
    format::read(&text, format_of(file)).map_err(|error| unreadable(file, &error, language))
}

/// A document without a plan that could be taken.
fn no_plan(file: &Path, why: &NoPlan) -> String {
    let file_name = file.display();
    match why {
        NoPlan::Nothing => no_plan_file(file, Content::Document),
        NoPlan::Unreadable(why) => format!("{file_name}: {}", trouble::of_document(why)),
        NoPlan::Damaged(why) => {
            let why = why.say(say::language());
            words!(
                "{file_name}: 文档中所附的方案无法读取（{why}）：请用 plan read 读它的文字，或重新生成文档",
                "{file_name}: the plan inside the document cannot be read ({why}): read its words with `plan read`, or render it again"
            )
        }
        NoPlan::Changed => words!(
            "{file_name}: 文档中所附的方案在生成之后被改动过：请重新生成文档，或用 plan read 读它的文字",
            "{file_name}: the plan inside the document was changed after the document was made: render it again, or read its words with `plan read`"
        ),
    }
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
fn bytes_of(file: &Path) -> Result<Vec<u8>, String> {
    read_at_most(file, documents::text::LARGEST_FILE as u64)
}

fn read_at_most(file: &Path, most: u64) -> Result<Vec<u8>, String> {
    let told = |error: std::io::Error| trouble::of_file(file, &error);
    let about = std::fs::metadata(file).map_err(told)?;
    if about.is_dir() {
        return Err(told(std::io::ErrorKind::IsADirectory.into()));
    }
    if about.len() > most {
        return Err(too_large(file, most));
    }
    std::fs::read(file).map_err(told)
}

fn too_large(file: &Path, most: u64) -> String {
    let file = file.display();
    words!(
        "{file}: 超过 {most} 字节：请确认选对了文件",
        "{file}: larger than {most} bytes: is it the right file?"
    )
}
