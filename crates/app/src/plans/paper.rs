//! A plan as a printed document, and the plan inside such a document.

use std::borrow::Cow;

use documents::enclosed::{self, Enclosed};
use documents::pdf::{self, FontError, Fonts};
use documents::{text, word};
use domain::plan::Plan;
use domain::plan::wording::{Edition, Line, Paper, lines, paper};

use super::format::{self, Format};

/// The Word document of a plan, with the plan itself inside.
pub fn docx(plan: &Plan, edition: Edition) -> Vec<u8> {
    let paper = paper(plan, edition);
    word::write(&paper, Some(&enclosed_with_lines(plan, &paper)))
}

/// What a Word document carries inside: the plan, and the lines that were printed.
pub fn enclosed_with_lines(plan: &Plan, paper: &Paper) -> Enclosed {
    Enclosed {
        printed: serde_json::to_string(&lines(plan, paper)).ok(),
        ..enclosure(plan)
    }
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
        printed: None,
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

/// A plan inside a document, and the lines that were printed where the document kept them.
#[derive(Debug)]
pub struct Inside {
    /// The plan, the identical one by its hash.
    pub plan: Plan,
    /// What was printed; nothing in a PDF, and in what was printed before these lines were kept.
    pub printed: Vec<Line>,
}

/// The plan inside a rendered document, the identical one by its hash.
pub fn enclosed_plan(bytes: &[u8]) -> Result<Plan, NoPlan> {
    inside(bytes).map(|inside| inside.plan)
}

/// The plan inside a rendered document with the lines that were printed.
pub fn inside(bytes: &[u8]) -> Result<Inside, NoPlan> {
    let found = enclosed::find(bytes)?.ok_or(NoPlan::Nothing)?;
    let plan = format::read(&found.json, Format::Json).map_err(NoPlan::Damaged)?;
    if plan.hash().to_string() != found.sha256 {
        return Err(NoPlan::Changed);
    }
    let printed = found.printed.as_deref().unwrap_or_default();
    Ok(Inside {
        plan,
        printed: serde_json::from_str(printed).unwrap_or_default(),
    })
}
