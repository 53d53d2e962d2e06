//! A plan as a Word document or a PDF to send, print and sign.

use domain::access::Action;
use domain::ids::PlanId;
use domain::plan::Plan;
use domain::plan::wording::Edition;
use serde::Deserialize;
use store::Conn;
use store::plan::{self, PlanRow};
use utoipa::{IntoParams, ToSchema};

use super::paper::{self, FontFiles};
use super::{FONTS_MISSING, NEVER_PUBLISHED};
use crate::ctx::Ctx;
use crate::error::{Error, Kind, Result};

/// What to print.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RenderPlan {
    /// `docx` or `pdf`.
    #[param(inline)]
    pub format: PaperFormat,
    /// The number of a version; the draft when left out, or the latest version where there is no draft.
    pub number: Option<i64>,
}

/// The kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaperFormat {
    Docx,
    Pdf,
}

impl PaperFormat {
    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
        }
    }

    /// How its file names end.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }
}

/// A document to download.
#[derive(Debug)]
pub struct Printed {
    /// The file's name, in the plan's language.
    pub name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

/// Prints the plan. A draft says 草稿 on every page.
pub async fn render(
    ctx: &Ctx,
    id: PlanId,
    asked: &RenderPlan,
    fonts: Option<FontFiles>,
) -> Result<Printed> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let row = plan::get(&mut read, id).await?;
    let (body, edition) = edition(&mut read, row, asked.number).await?;
    drop(read);
    let format = asked.format;
    let name = file_name(&body.title, edition, format);
    // Setting a long plan takes tens of milliseconds of pure computing.
    let bytes = tokio::task::spawn_blocking(move || match (format, fonts) {
        (PaperFormat::Docx, _) => Ok(paper::docx(&body, edition)),
        (PaperFormat::Pdf, None) => Err(Error::new(Kind::Unavailable, FONTS_MISSING)),
        (PaperFormat::Pdf, Some(fonts)) => {
            paper::pdf(&body, edition, &fonts).map_err(Error::internal)
        }
    })
    .await
    .map_err(Error::internal)??;
    Ok(Printed {
        name,
        media_type: format.media_type(),
        bytes,
    })
}

/// The asked edition of a plan: a version by its number, else the draft, else the latest version.
pub(super) async fn edition(
    conn: &mut Conn,
    row: PlanRow,
    number: Option<i64>,
) -> Result<(Plan, Edition)> {
    match (number, row.draft) {
        (None, Some(draft)) => Ok((draft, Edition::Draft)),
        (None, None) if row.latest_number == 0 => Err(Error::refused(NEVER_PUBLISHED)),
        (number, _) => {
            let number = number.unwrap_or(row.latest_number);
            let version = plan::version_by_number(conn, row.id, number).await?;
            let number = u32::try_from(version.number).map_err(Error::internal)?;
            Ok((version.into_body(), Edition::Version(number)))
        }
    }
}

/// The title and the edition, without what file systems refuse.
fn file_name(title: &str, edition: Edition, format: PaperFormat) -> String {
    const LONGEST: usize = 80;
    let safe: String = title
        .chars()
        .filter(|char| !char.is_control() && !"\\/:*?\"<>|".contains(*char))
        .take(LONGEST)
        .collect();
    let edition = match edition {
        Edition::Draft => "草稿".to_owned(),
        Edition::Version(number) => format!("第{number}版"),
    };
    format!("{}-{edition}.{}", safe.trim(), format.extension())
}
