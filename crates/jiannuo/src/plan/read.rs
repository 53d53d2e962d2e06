//! `jiannuo plan read FILE|-`: the promises of a document as typed clauses.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use documents::text::{self, LARGEST_FILE};
use domain::language::Language;
use reader::reading::Reading;

use crate::trouble;

/// Read a plan: every promise as a typed clause with the words it came from, and what is wrong with it.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A .docx, .pdf with text, .html, .md or .txt file, or - for standard input.
    file: PathBuf,
    /// What to print: the clauses as JSON, the clauses as a table, or the extracted text that spans count in.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    Json,
    Table,
    Text,
}

pub(crate) fn run(args: &Args, language: Language) -> Result<ExitCode, String> {
    let told = |why: String| format!("{}: {why}", args.file.display());
    let text = text::extract(&bytes(args)?).map_err(|why| told(trouble::of_document(&why)))?;
    reader::check(&text).map_err(|why| told(trouble::of_refusal(why)))?;
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match args.format {
        Format::Text => out.write_all(text.as_bytes()),
        Format::Json => serde_json::to_writer(&mut out, &reader::read(&text))
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
        Format::Table => table(&mut out, &reader::read(&text), language),
    };
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(trouble::of_io(&error)),
        Ok(()) => Ok(ExitCode::SUCCESS),
    }
}

/// The file's bytes, one more than the limit at most, so that a larger file is told from one just small enough.
fn bytes(args: &Args) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let limit = LARGEST_FILE as u64 + 1;
    if args.file.as_os_str() == "-" {
        let read = io::stdin().lock().take(limit).read_to_end(&mut bytes);
        read.map_err(|error| trouble::of_io(&error))?;
    } else {
        let failed = |error: io::Error| trouble::of_file(&args.file, &error);
        let file = File::open(&args.file).map_err(failed)?;
        file.take(limit).read_to_end(&mut bytes).map_err(failed)?;
    }
    Ok(bytes)
}

fn table(out: &mut impl Write, reading: &Reading, language: Language) -> io::Result<()> {
    for plan in &reading.plans {
        writeln!(out, "# {}", plan.title)?;
        for clause in &plan.clauses {
            writeln!(
                out,
                "{:<15} {:>3}%  {}",
                clause.terms.kind(),
                clause.confidence,
                one_line(&clause.quote)
            )?;
        }
        for unread in &plan.unread {
            writeln!(out, "{:<15}       {}", "unread", one_line(&unread.quote))?;
        }
        for problem in &plan.problems {
            writeln!(
                out,
                "! {}",
                language.choose(&problem.says, &problem.says_en)
            )?;
        }
    }
    Ok(())
}

fn one_line(quote: &str) -> String {
    quote.split_whitespace().collect::<Vec<_>>().join(" ")
}
