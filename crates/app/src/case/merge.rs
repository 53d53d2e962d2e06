//! Letting one case go on in another one's place.

use domain::access::Action;
use domain::case::{Action as CaseAction, Fact, Obstacle, copies_for_merge, merge_hides_breach};
use domain::ids::CaseId;
use serde::Deserialize;
use serde_json::json;
use store::{AuditEntry, Receipt, Tx, case};
use utoipa::ToSchema;

use super::act::changed;
use super::open::{Opened, alone, to_millisecond};
use super::refresh;
use super::repairs;
use super::say::{refusal, text};
use super::view::{CaseView, view};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Merges a case into another one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeCase {
    /// The case that goes on.
    pub into: CaseId,
}

/// Lets `given.into` go on in place of the case: every clock of its present round runs on there, from its own report.
pub async fn merge(ctx: &Ctx, id: CaseId, version: i64, given: MergeCase) -> Result<CaseView> {
    let scope = ctx.permit(Action::CaseCorrect)?;
    if given.into == id {
        return Err(Error::field("/into", text(&Obstacle::SameCase)));
    }
    let mut tx = ctx.begin().await?;
    // In the order of their ids, so that two merges of the same cases do not wait for each other.
    for one in [id.min(given.into), id.max(given.into)] {
        alone(&mut tx, one).await?;
    }
    let mut source = Opened::load(&mut tx, id, &scope).await?;
    let mut target =
        Opened::load(&mut tx, given.into, &scope)
            .await
            .map_err(|error| match error.kind {
                crate::Kind::NotFound => Error::field("/into", crate::check::UNKNOWN_REFERENCE),
                _ => error,
            })?;
    let last = source.facts.last().map(|event| &event.fact);
    if last == Some(&(Fact::MergedInto { case: given.into })) {
        tx.unchanged().await?;
        return super::view::get(ctx, given.into).await;
    }
    if source.row.version != version {
        return Err(Error::stale());
    }
    check(ctx, &source, &target)?;
    let now = to_millisecond(tx.at());
    let mut before = source.situation(now).obligations;
    before.extend(target.situation(now).obligations);
    let mut arrived: Vec<_> = copies_for_merge(&source.facts)
        .into_iter()
        .map(|(at, event)| target.copy(ctx, id, at, event))
        .collect();
    arrived.push(target.add(ctx, now, Fact::MergedFrom { case: id }));
    let left = source.add(ctx, now, Fact::MergedInto { case: given.into });
    case::append(&mut tx, given.into, &arrived).await?;
    case::append(&mut tx, id, &[left]).await?;
    let entry = AuditEntry::new("case.merge", "case", id).detail(json!({ "into": given.into }));
    let receipt = Receipt::new(entry)
        .audit(AuditEntry::new("case.merge", "case", given.into).detail(json!({ "from": id })))
        .event(changed(&source.row, "merge"))
        .event(changed(&target.row, "merge"));
    let receipt = settle(&mut tx, receipt, &mut source, now).await?;
    let receipt = settle(&mut tx, receipt, &mut target, now).await?;
    let mut after = source.situation(now).obligations;
    after.extend(target.situation(now).obligations);
    if let Some(hidden) = merge_hides_breach(&before, &after)
        && ctx.may(CaseAction::Excuse.permission()).is_err()
    {
        return Err(refusal(&[hidden]));
    }
    let answer = view(ctx, &mut tx, target).await?;
    ctx.finish(tx, receipt, answer).await
}

fn check(ctx: &Ctx, source: &Opened, target: &Opened) -> Result<()> {
    let obstacles = source.situation(ctx.now()).obstacles(CaseAction::Merge);
    if !obstacles.is_empty() {
        return Err(refusal(&obstacles));
    }
    // What is wrong with the other case is wrong with the choice of it.
    let mut obstacles = target.situation(ctx.now()).obstacles(CaseAction::Merge);
    let same_people = source.row.customer == target.row.customer
        && source.row.agreement == target.row.agreement
        && source.row.plan_version == target.row.plan_version;
    if !same_people {
        obstacles.push(Obstacle::OtherCustomer);
    }
    match obstacles.first() {
        None => Ok(()),
        Some(first) => Err(Error::field("/into", text(first))),
    }
}

/// Reads a case off its facts, keeps that, notes its repair days and sets its alarm.
pub(super) async fn settle(
    tx: &mut Tx,
    receipt: Receipt,
    case: &mut Opened,
    now: jiff::Timestamp,
) -> Result<Receipt> {
    case.thaw(tx).await?;
    let rows = refresh::read_off(&case.basis, &mut case.row, &case.facts, now)?;
    refresh::keep(tx, case, &rows).await?;
    let receipt = repairs::follow(tx, receipt, case).await?;
    Ok(refresh::alarm(receipt, &case.row, &rows, now))
}
