//! What changed between two versions, or between the latest version and the draft.

use domain::access::Action;
use domain::ids::PlanId;
use domain::plan::Plan;
use domain::plan::diff::{Diff, diff as compare};
use serde::{Deserialize, Serialize};
use store::Conn;
use store::plan::{self, PlanRow};
use utoipa::{IntoParams, ToSchema};

use super::NO_DRAFT;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Which two versions to compare.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DiffPlans {
    /// The number of the earlier version; the latest published one when left out.
    pub from: Option<i64>,
    /// The number of the later version; the draft when left out.
    pub to: Option<i64>,
}

/// The difference, and both versions' numbers.
#[derive(Debug, Serialize, ToSchema)]
pub struct DiffView {
    pub from: i64,
    /// Absent for the draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<i64>,
    pub diff: Diff,
}

/// Compares two versions of a plan.
pub async fn diff(ctx: &Ctx, id: PlanId, asked: &DiffPlans) -> Result<DiffView> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let row = plan::get(&mut read, id).await?;
    let from = asked.from.unwrap_or(row.latest_number);
    let before = body(&mut read, &row, Some(from)).await?;
    let after = body(&mut read, &row, asked.to).await?;
    Ok(DiffView {
        from,
        to: asked.to,
        diff: compare(&before, &after),
    })
}

async fn body(conn: &mut Conn, row: &PlanRow, number: Option<i64>) -> Result<Plan> {
    match number {
        Some(number) => Ok(plan::version_by_number(conn, row.id, number)
            .await?
            .into_body()),
        None => row.draft.clone().ok_or_else(|| Error::refused(NO_DRAFT)),
    }
}
