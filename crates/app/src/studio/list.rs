//! The readings people work on.

use domain::access::Action;
use domain::ids::{PlanId, ReadingId};
use jiff::Timestamp;
use serde::Serialize;
use store::reading::{self, ReadingHead};
use utoipa::ToSchema;

use crate::ctx::Ctx;
use crate::error::Result;

/// How many are listed: those changed last.
const MAX_LISTED: u32 = 50;

/// A reading in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReadingHeadView {
    pub id: ReadingId,
    /// What the file was called.
    pub name: String,
    pub title: String,
    /// How many items are settled, and how many there are.
    pub settled: i64,
    pub items: i64,
    /// The plan that was made of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanId>,
    pub created_by: String,
    #[schema(value_type = String, format = DateTime)]
    pub changed_at: Timestamp,
}

/// The readings changed last.
pub async fn list(ctx: &Ctx) -> Result<Vec<ReadingHeadView>> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let rows = reading::page(&mut read, MAX_LISTED).await?;
    Ok(rows.into_iter().map(ReadingHeadView::from).collect())
}

impl From<ReadingHead> for ReadingHeadView {
    fn from(head: ReadingHead) -> Self {
        Self {
            id: head.id,
            name: head.name,
            title: head.title,
            settled: head.settled,
            items: head.items,
            plan: head.plan,
            created_by: head.created_by,
            changed_at: head.changed_at,
        }
    }
}
