//! Listing plans.

use domain::access::Action;
use domain::ids::{PlanId, PlanVersionId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::plan::{self, PlanHead};
use utoipa::{IntoParams, ToSchema};

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::page::{BAD_CURSOR, Page, PageSize};

/// Which plans to list, by title.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListPlans {
    /// Also plans that were retired.
    pub with_retired: Option<bool>,
    /// Where the page before ended: its `next`.
    pub after: Option<String>,
    /// Rows of a page, at most 200.
    pub limit: Option<u32>,
}

/// A plan in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanHeadView {
    pub id: PlanId,
    pub title: String,
    pub trade: String,
    pub has_draft: bool,
    /// The number of the latest published version; 0 before the first.
    pub latest_number: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest_version: Option<PlanVersionId>,
    #[schema(value_type = String, format = DateTime)]
    pub changed_at: Timestamp,
    pub retired: bool,
}

/// One page of the plans.
pub async fn list(ctx: &Ctx, asked: &ListPlans) -> Result<Page<PlanHeadView>> {
    ctx.permit(Action::PlanRead)?;
    let (title, id) = match &asked.after {
        None => (String::new(), String::new()),
        Some(text) => {
            let (id, title) = text
                .split_once('~')
                .ok_or_else(|| Error::field("?after", BAD_CURSOR))?;
            (title.to_owned(), id.to_owned())
        }
    };
    let size = PageSize::new(asked.limit);
    let mut read = ctx.read().await?;
    let with_retired = asked.with_retired.unwrap_or_default();
    let rows = plan::page(&mut read, (&title, &id), with_retired, size.get() + 1).await?;
    Ok(Page::cut(rows, size, |last| format!("{}~{}", last.id, last.title)).map(PlanHeadView::from))
}

impl From<PlanHead> for PlanHeadView {
    fn from(head: PlanHead) -> Self {
        Self {
            id: head.id,
            title: head.title,
            trade: head.trade,
            has_draft: head.has_draft,
            latest_number: head.latest_number,
            latest_version: head.latest_version,
            changed_at: head.changed_at,
            retired: head.retired_at.is_some(),
        }
    }
}
