//! `jiannuo import`: master data out of a spreadsheet.

use std::path::PathBuf;
use std::process::ExitCode;

use app::sheets::{self, Book, MAX_BYTES, Step};

use crate::say::{self, say, words};
use crate::setup::{self, Place};
use crate::trouble;

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
        let told = |why: std::io::Error| trouble::of_file(&args.file, &why);
        let about = std::fs::metadata(&args.file).map_err(told)?;
        let file = args.file.display();
        if about.is_dir() {
            return Err(told(std::io::ErrorKind::IsADirectory.into()));
        }
        if about.len() > MAX_BYTES as u64 {
            return Err(words!(
                "{file}：超过 {MAX_BYTES} 字节，请拆分文件",
                "{file}: larger than {MAX_BYTES} bytes; split the file"
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
        let report = done.map_err(|error| format!("{file}: {}", trouble::of_use_case(&error)))?;
        for problem in &report.problems {
            let (line, column, text) = (problem.line, &problem.column, &problem.text);
            say!(
                "{}",
                words!(
                    "第 {line} 行，{column}：{text}",
                    "row {line}, {column}: {text}"
                )
            );
        }
        let (rows, new, known, bad) = (
            report.rows,
            report.new_rows,
            report.known_rows,
            report.bad_rows,
        );
        say!(
            "{}",
            words!(
                "共 {rows} 行：新增 {new} 行，已有 {known} 行，有误 {bad} 行",
                "{rows} rows: {new} new, {known} on file already, {bad} bad"
            )
        );
        if bad == 0 {
            return Ok(ExitCode::SUCCESS);
        }
        say::error(&words!(
            "{bad} 行有误，没有写入任何内容",
            "{bad} bad rows; nothing was written"
        ));
        Ok(ExitCode::from(1))
    })
}
