//! Publishing a draft as the next version, for good.

use std::sync::Arc;

use domain::access::Action;
use domain::ids::{PlanId, PlanVersionId};
use domain::plan::Plan;
use store::AuditEntry;
use store::plan::{self, VersionRow};

use super::edit::{load, write};
use super::view::{CheckView, PlanView, checked};
use super::{HARD_PROBLEMS, NO_CLAUSES, NO_DRAFT, NOTHING_CHANGED};
use crate::ctx::Ctx;
use crate::error::{ClauseRef, Error, FieldError, Result};
use crate::faults;
use crate::message::Text;
use crate::studio::keep_with_version;

/// Publishes the draft: hashed, numbered, never changed again.
pub async fn publish(ctx: &Ctx, id: PlanId, version: i64) -> Result<PlanView> {
    ctx.permit(Action::PlanPublish)?;
    let (mut tx, mut row) = load(ctx, id, version).await?;
    let draft = row.draft.take();
    let check = match &draft {
        Some(draft) => checked(ctx, &mut tx, draft).await?,
        None => CheckView::default(),
    };
    publishable(draft.as_ref(), &check)?;
    let draft = draft.ok_or_else(|| Error::refused(NO_DRAFT))?;
    let hash = draft.hash().to_string();
    if row.latest_number > 0
        && plan::version_by_number(&mut tx, id, row.latest_number)
            .await?
            .hash
            == hash
    {
        return Err(Error::refused(
            Text::from(NOTHING_CHANGED).with("number", row.latest_number),
        ));
    }
    row.latest_number += 1;
    row.title.clone_from(&draft.title);
    row.trade.clone_from(&draft.trade);
    let published = VersionRow {
        id: PlanVersionId::new(ctx.uuid()),
        plan: id,
        number: row.latest_number,
        title: draft.title.clone(),
        body: Arc::new(draft),
        hash: hash.clone(),
        published_at: tx.at(),
        published_by: ctx.actor.name.clone(),
    };
    plan::insert_version(&mut tx, &published).await?;
    keep_with_version(ctx, &mut tx, id, published.id).await?;
    let entry = AuditEntry::new("plan.publish", "plan", id).detail(
        serde_json::json!({ "version": published.id, "number": published.number, "hash": hash }),
    );
    write(ctx, tx, row, entry).await
}

/// Whether a draft with these findings may be published.
pub(super) fn publishable(draft: Option<&Plan>, check: &CheckView) -> Result<()> {
    let Some(draft) = draft else {
        return Err(Error::refused(NO_DRAFT));
    };
    if draft.clauses.is_empty() {
        return Err(Error::refused(NO_CLAUSES));
    }
    if !check.faults.is_empty() {
        let fields = check.faults.iter().map(|found| FieldError {
            pointer: format!("/draft{}", found.fault.pointer),
            text: faults::text(&found.fault),
        });
        return Err(Error::fields(fields.collect()));
    }
    if check.blocking > 0 {
        let sides = check
            .problems
            .iter()
            .filter(|found| found.blocks)
            .flat_map(|found| &found.problem.sides);
        let mut because: Vec<ClauseRef> = Vec::new();
        for side in sides {
            if !because.iter().any(|known| known.id == side.clause.as_str()) {
                because.push(ClauseRef {
                    id: side.clause.to_string(),
                    heading: side.heading.clone(),
                    sentence: Some(side.text.clone()),
                });
            }
        }
        return Err(
            Error::refused(Text::from(HARD_PROBLEMS).with("count", check.blocking))
                .because(because),
        );
    }
    Ok(())
}
