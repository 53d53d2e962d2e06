//! Why this deadline.

use domain::clock::{Amount, SpanKind, SpanRule};
use domain::ids::CaseId;
use domain::obligation::{self, Because, Obligation};
use domain::slug::ClauseId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::open::Opened;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Names one promise of a case.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ObligationName {
    #[param(value_type = String)]
    pub clause: ClauseId,
    /// Which occurrence, from 1.
    pub cycle: u32,
}

/// The arithmetic of one promise.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExplainedView {
    pub obligation: Obligation,
    pub heading: String,
    pub sentence: String,
    /// The stretches from start to due time, without gaps; none where nothing is counted.
    pub spans: Vec<SpanView>,
    /// What they count in all, as `PT8H` or a number of days.
    #[schema(value_type = Option<Object>)]
    pub total: Option<Amount>,
    pub because: Vec<BecauseView>,
}

/// One stretch of time under one rule.
#[derive(Debug, Serialize, ToSchema)]
pub struct SpanView {
    #[schema(value_type = String, format = DateTime)]
    pub from: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub to: Timestamp,
    #[schema(value_type = String, example = "counted")]
    pub kind: SpanKind,
    #[schema(value_type = Object)]
    pub rule: SpanRule,
    #[schema(value_type = Object)]
    pub counts: Amount,
}

/// One thing it rests on.
#[derive(Debug, Serialize, ToSchema)]
pub struct BecauseView {
    #[serde(flatten)]
    pub because: Because,
    /// The sentence of the clause it names, if it names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
}

/// Explains one promise of a case.
pub async fn explain(ctx: &Ctx, id: CaseId, named: &ObligationName) -> Result<ExplainedView> {
    let scope = super::list::read_scope(ctx)?;
    let mut read = ctx.read().await?;
    let opened = Opened::load(&mut read, id, &scope).await?;
    let situation = opened.situation(ctx.now());
    let is_named = |row: &Obligation| row.clause == named.clause && row.cycle == named.cycle;
    let found = situation.obligations.into_iter().find(is_named);
    let obligation = found.ok_or_else(Error::not_found)?;
    let (plan, calendars) = (&opened.basis.plan, &opened.basis.calendars);
    let explained = obligation::explain(plan, calendars, &opened.facts, &obligation);
    let said = |clause: &ClauseId| plan.wording_of(clause, ctx.language);
    let sentence = |clause: &ClauseId| said(clause).map(|said| said.sentence);
    let because = explained.because.into_iter().map(|because| BecauseView {
        sentence: match &because {
            Because::Clause { clause } | Because::StricterThan { clause, .. } => sentence(clause),
            _ => None,
        },
        because,
    });
    let because = because.collect();
    let total = explained
        .arithmetic
        .as_ref()
        .map(|arithmetic| arithmetic.total);
    let spans = explained
        .arithmetic
        .into_iter()
        .flat_map(|arithmetic| arithmetic.spans);
    let spans = spans.map(|span| SpanView {
        from: span.from,
        to: span.to,
        kind: span.kind,
        rule: span.rule,
        counts: span.counts,
    });
    Ok(ExplainedView {
        heading: said(&obligation.clause)
            .map(|said| said.heading)
            .unwrap_or_default(),
        sentence: sentence(&obligation.clause).unwrap_or_default(),
        spans: spans.collect(),
        total,
        because,
        obligation,
    })
}
