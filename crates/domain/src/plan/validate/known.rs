use std::collections::{BTreeMap, BTreeSet};

use crate::plan::Plan;
use crate::plan::document::AnswerKind;
use crate::slug::{
    ClauseId, GradingQuestionId, ParameterId, QuestionType, RegionKey, ServiceLevelId, SeverityId,
};

/// What a plan defines by name.
pub(crate) struct Known<'a> {
    pub(crate) severities: BTreeSet<&'a SeverityId>,
    pub(crate) service_levels: BTreeSet<&'a ServiceLevelId>,
    pub(crate) regions: BTreeSet<&'a RegionKey>,
    pub(crate) questions: BTreeSet<&'a QuestionType>,
    pub(crate) grading: BTreeSet<&'a GradingQuestionId>,
    pub(crate) parameters: BTreeMap<&'a ParameterId, AnswerKind>,
    pub(crate) clauses: BTreeSet<&'a ClauseId>,
}

impl<'a> Known<'a> {
    pub(crate) fn of(plan: &'a Plan) -> Self {
        Self {
            severities: plan.severities.iter().map(|level| &level.id).collect(),
            service_levels: plan.service_levels.iter().map(|level| &level.id).collect(),
            regions: plan.regions.iter().map(|region| &region.id).collect(),
            questions: plan
                .question_types
                .iter()
                .map(|question| &question.id)
                .collect(),
            grading: plan
                .grading
                .iter()
                .flat_map(|grading| &grading.questions)
                .map(|question| &question.id)
                .collect(),
            parameters: plan
                .parameters
                .iter()
                .map(|parameter| (&parameter.id, parameter.answer))
                .collect(),
            clauses: plan.clauses.iter().map(|clause| &clause.id).collect(),
        }
    }
}
