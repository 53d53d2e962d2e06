//! Letting a part of a case go on as another case.

use domain::access::Action;
use domain::case::{Action as CaseAction, Fact, copies_for_split};
use domain::ids::CaseId;
use serde::Deserialize;
use serde_json::json;
use store::{AuditEntry, Receipt, case, series};
use utoipa::ToSchema;

use super::act::changed;
use super::basis::Basis;
use super::merge::settle;
use super::open::{Opened, to_millisecond};
use super::report::SERIES;
use super::say::refusal;
use super::view::{CaseView, view};
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

const MAX_CONTENT: usize = 40_000;

/// Splits a part off a case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SplitCase {
    /// What the new case is about.
    pub content: String,
}

/// Begins a new case with the history of this one: its clocks run from the same report.
pub async fn split(ctx: &Ctx, id: CaseId, version: i64, given: SplitCase) -> Result<CaseView> {
    let scope = ctx.permit(Action::CaseCorrect)?;
    let mut checks = Checks::new();
    let content = checks.lines("/content", &given.content, MAX_CONTENT);
    if content.trim().is_empty() {
        checks.wrong("/content", crate::check::REQUIRED);
    }
    checks.done()?;
    let mut tx = ctx.begin().await?;
    let mut source = Opened::to_change(&mut tx, id, &scope).await?;
    if source.row.version != version {
        return Err(Error::stale());
    }
    let now = to_millisecond(tx.at());
    let obstacles = source.situation(now).obstacles(CaseAction::Split);
    if !obstacles.is_empty() {
        return Err(refusal(&obstacles));
    }
    let basis = Basis::load(&mut tx, &source.row).await?;
    let mut part = Opened {
        row: case::CaseRow {
            id: CaseId::new(ctx.uuid()),
            number: series::next(
                &mut tx,
                SERIES,
                now.to_zoned(basis.plan.zone().clone()).date(),
            )
            .await?,
            content,
            version: 1,
            created_at: now,
            ..source.row.clone()
        },
        facts: Vec::new(),
        basis,
    };
    let mut facts: Vec<_> = copies_for_split(&source.facts)
        .into_iter()
        .map(|(at, event)| part.copy(ctx, id, at, event))
        .collect();
    facts.push(part.add(ctx, now, Fact::SplitFrom { case: id }));
    let left = source.add(ctx, now, Fact::SplitInto { case: part.row.id });
    case::insert(&mut tx, &part.row).await?;
    case::append(&mut tx, part.row.id, &facts).await?;
    case::append(&mut tx, id, &[left]).await?;
    for (person, part_of) in case::people(&mut tx, id).await? {
        case::add_person(&mut tx, &part.row, person, part_of).await?;
    }
    let entry = AuditEntry::new("case.split", "case", id).detail(json!({ "into": part.row.id }));
    let receipt = Receipt::new(entry)
        .audit(AuditEntry::new("case.split", "case", part.row.id).detail(json!({ "from": id })))
        .event(changed(&source.row, "split"))
        .event(changed(&part.row, "split"));
    let receipt = settle(&mut tx, receipt, &mut source, now).await?;
    let receipt = settle(&mut tx, receipt, &mut part, now).await?;
    let answer = view(ctx, &mut tx, part).await?;
    ctx.finish(tx, receipt, answer).await
}
