//! Choosing one of several plans in a document.

use domain::access::Action;
use domain::ids::ReadingId;
use serde::Deserialize;
use serde_json::json;
use store::reading;
use store::{AuditEntry, Receipt};
use utoipa::ToSchema;

use super::upload::changed;
use super::view::{ReadingView, view};
use super::{CHOSEN, NO_SUCH_PLAN, read};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Which plan of the document.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoosePlan {
    /// Its place among the plans of the document, from 0.
    pub plan: u32,
}

/// Makes the items of one plan ready to be looked at.
pub async fn choose(
    ctx: &Ctx,
    id: ReadingId,
    version: i64,
    given: &ChoosePlan,
) -> Result<ReadingView> {
    ctx.permit(Action::PlanEdit)?;
    // A long document takes its time to read: nobody waits for it with a transaction open.
    let plans = match reading::get(&mut *ctx.read().await?, id).await? {
        row if row.chosen.is_none() => read::plans(row.text).await?,
        _ => Vec::new(),
    };
    let mut tx = ctx.begin().await?;
    let mut row = reading::get(&mut tx, id).await?;
    if row.version != version {
        return Err(Error::stale());
    }
    if row.chosen == Some(i64::from(given.plan)) {
        let answer = view(ctx, &mut tx, row).await?;
        tx.unchanged().await?;
        return Ok(answer);
    }
    if row.chosen.is_some() {
        return Err(Error::refused(CHOSEN));
    }
    let plan = plans
        .get(given.plan as usize)
        .ok_or_else(|| Error::field("/plan", NO_SUCH_PLAN))?;
    row.title.clone_from(&plan.title);
    row.chosen = Some(i64::from(given.plan));
    row.body = Some(read::reading(&row.text, plan, &row.file_hash.to_string()));
    reading::update(&mut tx, &row).await?;
    row.version += 1;
    let entry =
        AuditEntry::new("reading.choose", "reading", id).detail(json!({ "plan": given.plan }));
    let answer = view(ctx, &mut tx, row).await?;
    ctx.finish(tx, Receipt::new(entry).event(changed(id)), answer)
        .await
}
