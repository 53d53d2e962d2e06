use std::path::PathBuf;
use std::process::ExitCode;

use app::plans::{PaperFormat, paper};
use domain::language::Language;
use domain::plan::wording::Edition;

use super::plan_of;
use crate::say::words;
use crate::trouble;

/// Sets a plan file as a Word document or a PDF on A4, with the plan itself inside.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The plan, as TOML or JSON, or a document made by this command
    file: PathBuf,
    /// The kind of document
    #[arg(long, value_enum, default_value_t = Kind::Docx)]
    to: Kind,
    /// Where to write it
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// The number of the published version it is; without it every page says 草稿
    #[arg(long)]
    number: Option<u32>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Kind {
    Docx,
    Pdf,
}

pub(super) fn run(args: &Args, language: Language) -> Result<ExitCode, String> {
    let plan = plan_of(&args.file, language)?;
    let edition = args.number.map_or(Edition::Draft, Edition::Version);
    let format = match args.to {
        Kind::Docx => PaperFormat::Docx,
        Kind::Pdf => PaperFormat::Pdf,
    };
    let bytes = match format {
        PaperFormat::Docx => paper::docx(&plan, edition),
        PaperFormat::Pdf => {
            let fonts = api::fonts().ok_or_else(|| {
                words!(
                    "这个程序没有带上中文字体：请先在 web/ 运行 npm run build，再构建程序，或用 --to docx",
                    "this build carries no Chinese fonts: run `npm run build` in web/, then build the program again, or use --to docx"
                )
            })?;
            paper::pdf(&plan, edition, &fonts).map_err(|error| error.to_string())?
        }
    };
    std::fs::write(&args.output, bytes).map_err(|error| trouble::of_file(&args.output, &error))?;
    Ok(ExitCode::SUCCESS)
}
