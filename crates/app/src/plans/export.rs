//! A plan as a file.

use domain::access::Action;
use domain::ids::PlanId;
use serde::Deserialize;
use store::plan;
use utoipa::IntoParams;

use super::format::{self, Format};
use crate::ctx::Ctx;
use crate::error::Result;

/// What to export.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportPlan {
    pub format: Format,
    /// The number of a version; the draft when left out, or the latest version where there is no draft.
    pub number: Option<i64>,
}

/// The text of the file.
pub async fn export(ctx: &Ctx, id: PlanId, asked: &ExportPlan) -> Result<String> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let row = plan::get(&mut read, id).await?;
    let body = match (asked.number, row.draft) {
        (None, Some(draft)) => draft,
        (number, _) => plan::version_by_number(&mut read, id, number.unwrap_or(row.latest_number))
            .await?
            .into_body(),
    };
    Ok(format::write(&body, asked.format))
}
