//! Beginning a plan: from a template, from a file, or with a blank page.

use domain::access::Action;
use domain::ids::PlanId;
use domain::plan::Plan;
use domain::plan::templates::template;
use serde::Deserialize;
use store::{AuditEntry, Event, Receipt, plan};
use utoipa::ToSchema;

use super::format::{self, Format};
use super::view::{PlanView, view};
use super::{FILE_IS_EMPTY, FILE_UNNAMED, UNKNOWN_TEMPLATE, UNREADABLE_PLAN};
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::message::Text;

const MAX_TITLE: usize = 200;

/// A new plan.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePlan {
    /// Where its first draft comes from.
    pub from: Origin,
    /// What it is called, where the origin's own title should not stand.
    pub title: Option<String>,
}

/// Where a first draft comes from.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = PlanOrigin)]
#[serde(tag = "origin", rename_all = "snake_case", deny_unknown_fields)]
pub enum Origin {
    /// A blank page.
    Blank { title: String, trade: String },
    /// One of the built-in plans.
    Template { template: String },
    /// The text of a plan file.
    File { format: Format, text: String },
    /// A plan as such, from a reader of documents or another program.
    Document { plan: Box<Plan> },
}

/// Adds a plan with its first draft.
pub async fn create(ctx: &Ctx, given: CreatePlan) -> Result<PlanView> {
    ctx.permit(Action::PlanEdit)?;
    let mut draft = first_draft(given.from)?;
    if let Some(title) = given.title {
        let mut checks = Checks::new();
        draft.title = checks.name("/title", &title, MAX_TITLE);
        checks.done()?;
    }
    let mut tx = ctx.begin().await?;
    let id = PlanId::new(ctx.uuid());
    plan::insert(&mut tx, id, &draft).await?;
    let row = plan::get(&mut tx, id).await?;
    let answer = view(ctx, &mut tx, row).await?;
    let entry = AuditEntry::new("plan.create", "plan", id)
        .detail(serde_json::json!({ "title": draft.title, "clauses": draft.clauses.len() }));
    let receipt = Receipt::new(entry).event(Event::new("plan.changed", id, serde_json::json!({})));
    ctx.finish(tx, receipt, answer).await
}

fn first_draft(origin: Origin) -> Result<Plan> {
    match origin {
        Origin::Blank { title, trade } => {
            let mut checks = Checks::new();
            let title = checks.name("/from/title", &title, MAX_TITLE);
            let trade = checks.name("/from/trade", &trade, MAX_TITLE);
            checks.done()?;
            Ok(Plan::blank(title, trade))
        }
        Origin::Template { template: id } => {
            let found =
                template(&id).ok_or_else(|| Error::field("/from/template", UNKNOWN_TEMPLATE))?;
            format::read(found.toml, Format::Toml).map_err(Error::internal)
        }
        Origin::File { format, text } => of_file(format, &text),
        Origin::Document { plan } => Ok(*plan),
    }
}

fn of_file(format: Format, text: &str) -> Result<Plan> {
    let wrong = |text: Text| Error::field("/from/text", text);
    if text.trim().is_empty() {
        return Err(wrong(FILE_IS_EMPTY.into()));
    }
    let plan = format::read(text, format).map_err(|error| {
        let told = Text::from(UNREADABLE_PLAN)
            .with("line", error.line)
            .with("column", error.column)
            .with_words(
                "why",
                error.say(Language::Chinese),
                error.say(Language::English),
            );
        wrong(told)
    })?;
    if plan.title.trim().is_empty() || plan.trade.trim().is_empty() {
        return Err(wrong(FILE_UNNAMED.into()));
    }
    Ok(plan)
}
