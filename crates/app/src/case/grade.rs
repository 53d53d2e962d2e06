//! Grading a fault while its report is taken.

use std::collections::BTreeMap;

use domain::case::{CaseEvent, Command, Decision, Fact, Situation, What, decide};
use domain::plan::EffectivePlan;
use domain::slug::{GradingQuestionId, SeverityId};
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::ToSchema;

use super::say::{Asked, refusal_under};
use crate::error::{Error, Result};
use crate::language::Language;

/// How grave a fault is, by the answers to the plan's questions or as a person decides.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Grade {
    /// The answers to the plan's questions.
    #[schema(value_type = BTreeMap<String, bool>)]
    pub answers: BTreeMap<GradingQuestionId, bool>,
    /// The level, where a person decides it; what the answers give when left out.
    pub severity: Option<SeverityId>,
    /// Why it differs from what the answers give.
    pub reason: String,
}

impl Grade {
    /// The same, with every question that is not named answered with no: to foresee what a list of those answered with
    /// yes comes to. What is kept names an answer for each.
    pub(super) fn with_the_rest_no(mut self, plan: &EffectivePlan) -> Self {
        let grading = plan.plan().grading.iter();
        for asked in grading.flat_map(|grading| &grading.questions) {
            self.answers.entry(asked.id.clone()).or_insert(false);
        }
        self
    }

    /// The fact it becomes on a case with these facts.
    pub(super) fn fact(
        &self,
        plan: &EffectivePlan,
        situation: &Situation,
        facts: &[CaseEvent],
        now: Timestamp,
        (asked, language): (Asked<'_>, Language),
    ) -> Result<Fact> {
        let command = Command {
            at: None,
            evidence: Vec::new(),
            note: self.reason.trim().to_owned(),
            what: What::Grade {
                answers: self.answers.clone(),
                severity: self.severity.clone(),
            },
        };
        match decide(plan, situation, facts, &command, now) {
            Ok(Decision::Fact { fact, .. }) => Ok(fact),
            Ok(Decision::Unchanged) => Err(Error::internal("a new case has no grade yet")),
            Err(obstacles) => Err(refusal_under(plan, &obstacles, asked, language)),
        }
    }
}
