//! Taking in pasted text; it is kept like a file.

use domain::access::Action;
use serde::Deserialize;
use utoipa::ToSchema;

use super::upload::keep;
use super::view::ReadingView;
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::Result;

const MAX_TITLE: usize = 200;
/// Most characters of pasted text; longer ones come as a file.
const MAX_TEXT: usize = 300_000;

/// Text from the clipboard.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasteText {
    /// What to call it.
    pub title: String,
    pub text: String,
}

/// Reads pasted text.
pub async fn paste(ctx: &Ctx, given: PasteText) -> Result<ReadingView> {
    ctx.permit(Action::PlanEdit)?;
    let mut checks = Checks::new();
    let title = checks.name("/title", &given.title, MAX_TITLE - 4);
    if given.text.chars().nth(MAX_TEXT).is_some() {
        checks.wrong("/text", super::FILE_TOO_LARGE);
    }
    checks.done()?;
    keep(ctx, format!("{title}.txt"), given.text.into_bytes()).await
}
