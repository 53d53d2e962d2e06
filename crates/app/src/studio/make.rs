//! Making the draft of a plan from a settled reading.

use domain::access::Action;
use domain::ids::{PlanId, ReadingId};
use domain::plan::Plan;
use domain::plan::problems::ProblemCode;
use domain::studio::{Reading, Trouble};
use serde::Deserialize;
use serde_json::json;
use store::reading::{self, ReadingRow};
use store::{AuditEntry, Event, Receipt, Tx, plan};
use utoipa::ToSchema;

use super::upload::changed;
use super::view::{ReadingView, found, view};
use super::{DRAFT_CHANGED, NOT_CHOSEN, OPEN_PROBLEMS, UNSETTLED};
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{ClauseRef, Error, Result};
use crate::language::Language;
use crate::message::Text;

const MAX_TITLE: usize = 200;
/// Most problems a refusal spells out.
const MAX_TOLD: usize = 5;

/// What the plan is called and for whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MakePlan {
    pub title: String,
    /// The trade it is for.
    pub trade: String,
}

/// Writes the settled clauses as the draft of a plan: a new one the first time, the same one afterwards.
pub async fn make(ctx: &Ctx, id: ReadingId, version: i64, given: &MakePlan) -> Result<ReadingView> {
    ctx.permit(Action::PlanEdit)?;
    let mut checks = Checks::new();
    let title = checks.name("/title", &given.title, MAX_TITLE);
    let trade = checks.name("/trade", &given.trade, MAX_TITLE);
    checks.done()?;
    let mut tx = ctx.begin().await?;
    let mut row = reading::get(&mut tx, id).await?;
    if row.version != version {
        return Err(Error::stale());
    }
    let problems = found(ctx, &mut tx, row.body.as_ref()).await?.problems;
    makeable(row.body.as_ref(), &problems, ctx.language)?;
    let body = row
        .body
        .as_ref()
        .ok_or_else(|| Error::refused(NOT_CHOSEN))?;
    let mut draft = body.plan();
    (draft.title, draft.trade) = (title, trade);
    let plan = put(ctx, &mut tx, &row, &draft).await?;
    row.title.clone_from(&draft.title);
    row.plan = Some(plan);
    row.made_hash = Some(draft.hash().to_string());
    reading::update(&mut tx, &row).await?;
    row.version += 1;
    let entry = AuditEntry::new("reading.make", "reading", id)
        .detail(json!({ "plan": plan, "clauses": draft.clauses.len(), "hash": row.made_hash }));
    let answer = view(ctx, &mut tx, row).await?;
    let receipt =
        Receipt::new(entry)
            .event(changed(id))
            .event(Event::new("plan.changed", plan, json!({})));
    ctx.finish(tx, receipt, answer).await
}

/// Writes the draft; one that somebody changed since it was made is not overwritten.
async fn put(ctx: &Ctx, tx: &mut Tx, row: &ReadingRow, draft: &Plan) -> Result<PlanId> {
    let Some(id) = row.plan else {
        let id = PlanId::new(ctx.uuid());
        plan::insert(tx, id, draft).await?;
        return Ok(id);
    };
    let mut stored = plan::get(tx, id).await?;
    let changed = stored
        .draft
        .as_ref()
        .is_some_and(|other| Some(other.hash().to_string()) != row.made_hash);
    if changed {
        return Err(Error::refused(DRAFT_CHANGED));
    }
    stored.title.clone_from(&draft.title);
    stored.trade.clone_from(&draft.trade);
    stored.draft = Some(draft.clone());
    plan::update(tx, &stored).await?;
    Ok(id)
}

/// Whether a plan can be made: everything settled, no hard problem open.
pub(super) fn makeable(
    body: Option<&Reading>,
    problems: &[Trouble],
    language: Language,
) -> Result<()> {
    let Some(body) = body else {
        return Err(Error::refused(NOT_CHOSEN));
    };
    settled(body)?;
    let open: Vec<&Trouble> = problems.iter().filter(|problem| problem.blocks()).collect();
    if open.is_empty() {
        return Ok(());
    }
    let told: Vec<String> = open
        .iter()
        .take(MAX_TOLD)
        .map(|problem| said(problem, language))
        .collect();
    let text = Text::from(OPEN_PROBLEMS)
        .with("count", open.len())
        .with("list", told.join("；"));
    Err(Error::refused(text).because(sides(body, &open)))
}

/// Whether every item is settled.
pub(crate) fn settled(body: &Reading) -> Result<()> {
    let progress = body.progress();
    let left = progress.all - progress.settled;
    if left == 0 {
        Ok(())
    } else {
        Err(Error::refused(Text::from(UNSETTLED).with("count", left)))
    }
}

fn said(problem: &Trouble, language: Language) -> String {
    match problem.kind.parse::<ProblemCode>().map(ProblemCode::advice) {
        Ok(said) if language == Language::English => said.en.to_owned(),
        Ok(said) => said.zh.to_owned(),
        Err(_) => problem.about.clone(),
    }
}

/// The clauses on either side of the open problems, each once.
fn sides(body: &Reading, open: &[&Trouble]) -> Vec<ClauseRef> {
    let mut because: Vec<ClauseRef> = Vec::new();
    for side in open.iter().flat_map(|problem| &problem.sides) {
        let clause = body
            .live()
            .find(|item| Some(item.no) == side.item)
            .and_then(|item| item.clause.as_ref());
        if let Some(clause) = clause
            && !because.iter().any(|known| known.id == clause.id.as_str())
        {
            because.push(ClauseRef {
                id: clause.id.to_string(),
                heading: clause.heading.clone(),
                sentence: Some(side.quote.clone()),
            });
        }
    }
    because
}
