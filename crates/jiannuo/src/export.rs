//! `jiannuo export`: master data into a spreadsheet.

use std::path::PathBuf;
use std::process::ExitCode;

use app::sheets::{self, Book, ExportFilter};

use crate::setup::{self, Place};
use crate::trouble;

/// Writes customers, products or units into an .xlsx file that `jiannuo import` reads back
#[derive(clap::Args)]
pub(crate) struct Args {
    /// What to write: customers, products or units
    book: Book,
    /// The file to write
    file: PathBuf,
    /// Also what was archived or retired
    #[arg(long)]
    with_archived: bool,
    #[command(flatten)]
    place: Place,
    /// Sign-in name of the person who does it: they take away what they may see
    #[arg(long = "as", value_name = "LOGIN")]
    login: String,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    setup::block_on(async {
        let (db, ctx) = setup::acting(&args.place, &args.login).await?;
        let filter = ExportFilter {
            with_archived: Some(args.with_archived),
            ..ExportFilter::default()
        };
        let made = sheets::export(&ctx, args.book, &filter).await;
        db.close().await;
        let workbook = made.map_err(|error| trouble::of_use_case(&error))?;
        std::fs::write(&args.file, workbook.bytes)
            .map_err(|error| trouble::of_file(&args.file, &error))
    })
}
