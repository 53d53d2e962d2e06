//! `jiannuo plan read FILE|-`: the promises of a document as typed clauses.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use documents::text::{self, LARGEST_FILE};
use domain::language::Language;
use domain::studio::Reading as Back;
use reader::reading::Reading;

use super::{changed, one_line};
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
    let bytes = bytes(args)?;
    let text = text::extract(&bytes).map_err(|why| told(trouble::of_document(&why)))?;
    reader::check(&text).map_err(|why| told(trouble::of_refusal(why)))?;
    let returned = app::studio::read_back(&bytes);
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match args.format {
        Format::Text => out.write_all(text.as_bytes()),
        Format::Json => json(&mut out, &text, returned.as_ref())
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
        Format::Table => match &returned {
            Some(reading) => back(&mut out, reading, language),
            None => table(&mut out, &reader::read(&text), language),
        },
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

/// A printed plan that comes back: its clauses, and what was changed by hand.
fn back(out: &mut impl Write, reading: &Back, language: Language) -> io::Result<()> {
    writeln!(out, "# {}", reading.frame.title)?;
    for item in &reading.items {
        let kind = item
            .clause
            .as_ref()
            .map_or("unread", |clause| clause.promise.kind());
        let told = match (changed::told(item, language), item.places.first()) {
            (Some(told), _) => told,
            (None, Some(place)) => one_line(&place.quote),
            (None, None) => item
                .clause
                .as_ref()
                .map_or_else(String::new, |clause| one_line(&clause.text)),
        };
        writeln!(out, "{kind:<15} {:>3}%  {told}", item.confidence)?;
    }
    for noted in &reading.noted {
        let english = noted.says_en.as_deref().unwrap_or(&noted.says);
        writeln!(out, "! {}", language.choose(noted.says.as_str(), english))?;
    }
    Ok(())
}

/// The reading as JSON; of a printed plan that comes back, also its clauses as they were printed and what was changed.
fn json(out: &mut impl Write, text: &str, reading: Option<&Back>) -> serde_json::Result<()> {
    #[derive(serde::Serialize)]
    struct Whole<'a> {
        #[serde(flatten)]
        found: Reading,
        #[serde(skip_serializing_if = "Option::is_none")]
        returned: Option<&'a Back>,
    }
    let mut found = reader::read(text);
    if reading.is_some() {
        for plan in &mut found.plans {
            plan.problems
                .retain(|problem| app::studio::is_of_words_alone(problem.kind));
        }
    }
    let whole = Whole {
        found,
        returned: reading,
    };
    serde_json::to_writer(out, &whole)
}
