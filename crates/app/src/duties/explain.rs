//! Why an occurrence is due when it is.

use domain::access::Action;
use domain::duty::{DutyStep, explain as arithmetic};
use domain::ids::AgreementId;
use domain::obligation::Obligation;
use domain::slug::ClauseId;
use serde::{Deserialize, Serialize};
use store::agreement;
use utoipa::{IntoParams, ToSchema};

use super::open::Opened;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Names one occurrence under an agreement.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DutyName {
    #[param(value_type = String)]
    pub clause: ClauseId,
    /// Which occurrence, from 1.
    pub cycle: u32,
}

/// The arithmetic of one occurrence.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExplainedDuty {
    pub obligation: Obligation,
    pub heading: String,
    pub sentence: String,
    pub steps: Vec<DutyStep>,
}

/// Explains one occurrence under an agreement inside the caller's scope.
pub async fn explain(ctx: &Ctx, id: AgreementId, named: &DutyName) -> Result<ExplainedDuty> {
    let scope = ctx.permit(Action::AgreementRead)?;
    let mut read = ctx.read().await?;
    let found = agreement::get(&mut read, id, &scope).await?;
    let opened = Opened::load(&mut read, found).await?;
    let now = ctx.now();
    let is_named = |row: &Obligation| row.clause == named.clause && row.cycle == named.cycle;
    let row = opened.rows(now).into_iter().find(is_named);
    let obligation = row.ok_or_else(Error::not_found)?;
    let (plan, facts) = (&opened.plan, &opened.facts);
    let explained = arithmetic(plan, &opened.agreed, facts, &obligation, now);
    let clause = plan.clause(&obligation.clause);
    Ok(ExplainedDuty {
        heading: clause
            .map(|clause| clause.heading.clone())
            .unwrap_or_default(),
        sentence: clause.map(|clause| clause.text.clone()).unwrap_or_default(),
        steps: explained
            .map(|explained| explained.steps)
            .unwrap_or_default(),
        obligation,
    })
}
