//! `jiannuo import`: master data out of a spreadsheet.

use std::path::PathBuf;
use std::process::ExitCode;

use app::sheets::{self, Book, MAX_BYTES, Step};

use crate::say::say;
use crate::setup::{self, Place};

/// Takes customers, products or units in from an .xlsx or CSV file: every row of it, or none
#[derive(clap::Args)]
pub(crate) struct Args {
    /// What the file is about: customers, products or units
    book: Book,
    /// The file, as the template of the web pages or `jiannuo export` lays it out
    file: PathBuf,
    /// Say what would happen and write nothing
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    place: Place,
    /// Sign-in name of the person who does it: their role must allow it, and the audit log names them
    #[arg(long = "as", value_name = "LOGIN")]
    login: String,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    setup::block_on(async {
        let told = |why: std::io::Error| format!("{}: {why}", args.file.display());
        let size = std::fs::metadata(&args.file).map_err(told)?.len();
        if size > MAX_BYTES as u64 {
            return Err(format!(
                "{}: larger than {MAX_BYTES} bytes; split the file",
                args.file.display()
            ));
        }
        let bytes = std::fs::read(&args.file).map_err(told)?;
        let (db, ctx) = setup::acting(&args.place, &args.login).await?;
        let step = if args.check {
            Step::Preview
        } else {
            Step::Commit
        };
        let done = sheets::import(&ctx, args.book, bytes, step).await;
        db.close().await;
        let report = done.map_err(|error| setup::told(&error))?;
        for problem in &report.problems {
            say!("row {}, {}: {}", problem.line, problem.column, problem.text);
        }
        say!(
            "{} rows: {} new, {} on file already, {} bad",
            report.rows,
            report.new_rows,
            report.known_rows,
            report.bad_rows
        );
        match report.bad_rows {
            0 => Ok(()),
            bad => Err(format!("{bad} bad rows; nothing was written")),
        }
    })
}
