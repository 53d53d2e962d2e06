//! A plan as a printed document, and the plan inside such a document.

use std::borrow::Cow;

use documents::enclosed::{self, Enclosed};
use documents::pdf::{self, FontError, Fonts};
use documents::{text, word};
use domain::plan::Plan;
use domain::plan::wording::{Edition, paper};

use super::format::{self, Format};

/// The Word document of a plan, with the plan itself inside.
pub fn docx(plan: &Plan, edition: Edition) -> Vec<u8> {
    word::write(&paper(plan, edition), Some(&enclosure(plan)))
}

/// The font files a PDF is set in, as the web build brings them.
#[derive(Debug, Clone)]
pub struct FontFiles {
    pub regular: Cow<'static, [u8]>,
    pub bold: Cow<'static, [u8]>,
}

/// The PDF of a plan, with the plan itself attached.
pub fn pdf(plan: &Plan, edition: Edition, fonts: &FontFiles) -> Result<Vec<u8>, FontError> {
    let fonts = Fonts::new(&fonts.regular, &fonts.bold)?;
    Ok(pdf::write(
        &paper(plan, edition),
        Some(&enclosure(plan)),
        &fonts,
    ))
}

/// What a rendered document carries inside.
fn enclosure(plan: &Plan) -> Enclosed {
    Enclosed {
        json: plan.canonical(),
        sha256: plan.hash().to_string(),
    }
}

/// Why a file gives no plan.
#[derive(Debug, thiserror::Error)]
pub enum NoPlan {
    /// Not a document that can be opened.
    #[error(transparent)]
    Unreadable(#[from] text::Unreadable),
    /// A document without a plan inside.
    #[error(
        "the file carries no machine-readable plan: only documents made by `plan render` do; use `plan read` to read its text"
    )]
    Nothing,
    /// The plan inside cannot be read.
    #[error("the plan inside the file cannot be read: {0}")]
    Damaged(format::Unreadable),
    /// The plan inside is not the one the document was made from.
    #[error(
        "the plan inside the file was changed after the document was made: render the document again"
    )]
    Changed,
}

/// The plan inside a rendered document, the identical one by its hash.
pub fn enclosed_plan(bytes: &[u8]) -> Result<Plan, NoPlan> {
    let found = enclosed::find(bytes)?.ok_or(NoPlan::Nothing)?;
    let plan = format::read(&found.json, Format::Json).map_err(NoPlan::Damaged)?;
    if plan.hash().to_string() == found.sha256 {
        Ok(plan)
    } else {
        Err(NoPlan::Changed)
    }
}
