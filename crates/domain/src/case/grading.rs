//! Grading: the plan's questions decide the fault level.

use std::collections::BTreeMap;

use crate::plan::document::Grading;
use crate::slug::{GradingQuestionId, SeverityId};

/// The level that answers give: the first rule with a question answered yes decides.
pub(super) fn level<'a>(
    grading: &'a Grading,
    answers: &BTreeMap<GradingQuestionId, bool>,
) -> &'a SeverityId {
    let yes = |question: &GradingQuestionId| answers.get(question) == Some(&true);
    let rule = grading
        .rules
        .iter()
        .find(|rule| rule.if_any.iter().any(yes));
    rule.map_or(&grading.otherwise, |rule| &rule.level)
}
