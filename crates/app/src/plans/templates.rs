//! The built-in plans.

use domain::access::Action;
use domain::plan::problems::{Against, problems};
use domain::plan::templates::TEMPLATES;
use serde::Serialize;
use utoipa::ToSchema;

use super::format::{self, Format};
use super::{law_rows, today};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// A built-in plan in the gallery.
#[derive(Debug, Serialize, ToSchema)]
pub struct TemplateView {
    pub id: String,
    pub title: String,
    pub trade: String,
    pub clauses: usize,
    /// How many values it leaves to be asked.
    pub parameters: usize,
    /// How many contradictions it shows.
    pub contradictions: usize,
    /// The headings of its first clauses.
    pub headings: Vec<String>,
}

const HEADINGS: usize = 6;

/// The gallery of built-in plans.
pub async fn templates(ctx: &Ctx) -> Result<Vec<TemplateView>> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let law = law_rows(&mut read).await?;
    TEMPLATES
        .iter()
        .map(|template| {
            let plan = format::read(template.toml, Format::Toml).map_err(Error::internal)?;
            let found = problems(&plan, Against::law(&law, today(ctx, &plan.zone)));
            Ok(TemplateView {
                id: template.id.to_owned(),
                clauses: plan.clauses.len(),
                parameters: plan.parameters.len(),
                contradictions: found
                    .iter()
                    .filter(|problem| problem.code.is_contradiction())
                    .count(),
                headings: plan
                    .clauses
                    .iter()
                    .take(HEADINGS)
                    .map(|clause| clause.heading.clone())
                    .collect(),
                title: plan.title,
                trade: plan.trade,
            })
        })
        .collect()
}
