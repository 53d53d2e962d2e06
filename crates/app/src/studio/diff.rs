//! A reading beside another plan.

use domain::access::Action;
use domain::ids::{PlanId, ReadingId};
use domain::plan::diff::diff as compare;
use serde::Deserialize;
use store::{plan, reading};
use utoipa::IntoParams;

use super::NOT_CHOSEN;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::plans::DiffView;

/// Which plan to compare with.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DiffReading {
    /// Its draft is compared, or its latest version where it has none.
    #[param(value_type = String)]
    pub with: PlanId,
}

/// What the reading says otherwise than the plan.
pub async fn diff(ctx: &Ctx, id: ReadingId, asked: &DiffReading) -> Result<DiffView> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let row = reading::get(&mut read, id).await?;
    let body = row.body.ok_or_else(|| Error::refused(NOT_CHOSEN))?;
    let other = plan::get(&mut read, asked.with).await?;
    let before = match other.draft {
        Some(draft) => draft,
        None => plan::version_by_number(&mut read, asked.with, other.latest_number)
            .await?
            .into_body(),
    };
    Ok(DiffView {
        from: other.latest_number,
        to: None,
        diff: compare(&before, &body.plan()),
    })
}
