//! A published version, whole.

use domain::access::Action;
use domain::ids::{PlanId, PlanVersionId};
use domain::plan::Plan;
use jiff::Timestamp;
use serde::Serialize;
use store::plan;
use utoipa::ToSchema;

use crate::ctx::Ctx;
use crate::error::Result;

/// A published version.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionView {
    pub id: PlanVersionId,
    pub plan: PlanId,
    pub number: i64,
    pub body: Plan,
    /// SHA-256 of the canonical form.
    pub hash: String,
    #[schema(value_type = String, format = DateTime)]
    pub published_at: Timestamp,
    pub published_by: String,
}

/// One published version.
pub async fn version(ctx: &Ctx, id: PlanVersionId) -> Result<VersionView> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let row = plan::version(&mut read, id).await?;
    Ok(VersionView {
        id: row.id,
        plan: row.plan,
        number: row.number,
        hash: row.hash.clone(),
        published_at: row.published_at,
        published_by: row.published_by.clone(),
        body: row.into_body(),
    })
}
