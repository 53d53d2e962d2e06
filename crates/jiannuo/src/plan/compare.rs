use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use app::Text;
use app::plans::{DeviationView, TableFormat, tender};
use domain::language::Language;
use domain::plan::deviation::{Side, Verdict, because_in_words, verdict_in_words};
use domain::plan::wording::Edition;

use super::{bytes_of, plan_of};
use crate::say::words;
use crate::trouble;

/// The table answers a Chinese tender.
const LANGUAGE: Language = Language::Chinese;

/// Compares a tender's demands with a plan: better, equal, worse or missing, one by one. Exits with 1 when the plan falls short.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The tender: .docx, .pdf with text, .html, .md or .txt
    tender: PathBuf,
    /// The plan, as TOML or JSON, or a document made by `plan render`
    plan: PathBuf,
    /// What to give: a table to read, JSON, or the deviation table as Word or workbook
    #[arg(long, value_enum, default_value_t = Format::Table)]
    to: Format,
    /// Where to write a Word document or workbook
    #[arg(short, long, value_name = "OUT", required_if_eq_any = [("to", "docx"), ("to", "xlsx")])]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    Table,
    Json,
    Docx,
    Xlsx,
}

pub(super) fn run(args: &Args, language: Language) -> Result<ExitCode, String> {
    let plan = plan_of(&args.plan, language)?;
    let demands = bytes_of(&args.tender)?;
    let view = tender::against(&plan, &demands, LANGUAGE).map_err(|why| {
        let why = Text::from(tender::message(&why)).say(language);
        format!("{}: {why}", args.tender.display())
    })?;
    match args.to {
        Format::Table => told(table(&view))?,
        Format::Json => {
            let text = serde_json::to_string(&view).map_err(|error| error.to_string())?;
            told(writeln!(io::stdout(), "{text}"))?;
        }
        Format::Docx => write(args, &view, TableFormat::Docx)?,
        Format::Xlsx => write(args, &view, TableFormat::Xlsx)?,
    }
    let short = view
        .lines
        .iter()
        .any(|line| matches!(line.verdict, Verdict::Worse | Verdict::Missing));
    Ok(ExitCode::from(u8::from(short)))
}

/// A reader that has seen enough is no error.
fn told(written: io::Result<()>) -> Result<(), String> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

fn write(args: &Args, view: &DeviationView, format: TableFormat) -> Result<(), String> {
    let output = args.output.as_ref().ok_or_else(|| {
        words!(
            "请用 --output 指明写到哪个文件",
            "--output says where to write the file"
        )
    })?;
    let bytes =
        tender::table(view, Edition::Draft, format, LANGUAGE).map_err(|error| error.to_string())?;
    std::fs::write(output, bytes).map_err(|error| trouble::of_file(output, &error))
}

fn table(view: &DeviationView) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in &view.lines {
        writeln!(
            out,
            "{}\t{}",
            verdict_in_words(line.verdict, LANGUAGE),
            because_in_words(line.because, LANGUAGE)
        )?;
        writeln!(out, "  要求 {}", side(&line.demand))?;
        if let Some(offer) = &line.offer {
            writeln!(out, "  响应 {}", side(offer))?;
        }
    }
    for unread in &view.unread {
        writeln!(
            out,
            "未读出\t{}",
            unread.split_whitespace().collect::<Vec<_>>().join(" ")
        )?;
    }
    Ok(())
}

fn side(side: &Side) -> String {
    match &side.value {
        Some(value) => format!("[{value}] {}", side.sentence),
        None => side.sentence.clone(),
    }
}
