//! What a plan names and limits depend on, each with what people read: fault levels, service levels, regions, questions.

use domain::plan::Plan;
use domain::plan::document::Severity;
use domain::slug::RegionKey;
use serde::Serialize;
use store::product::Region;
use utoipa::ToSchema;

/// How the plan grades a fault.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradingView {
    pub questions: Vec<Choice>,
    pub levels: Vec<LevelChoice>,
}

/// What the limits of a case can depend on, by the plan; an empty list means that this plan makes no difference.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChoicesView {
    pub service_levels: Vec<Choice>,
    pub regions: Vec<Choice>,
    /// The kinds of question.
    pub questions: Vec<Choice>,
}

/// A name with what people read.
#[derive(Debug, Serialize, ToSchema)]
pub struct Choice {
    pub id: String,
    pub label: String,
}

/// A fault level with what makes a fault one of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct LevelChoice {
    pub id: String,
    pub label: String,
    pub meaning: String,
}

/// The levels and questions of a plan that grades faults.
pub(super) fn grading(plan: &Plan) -> Option<GradingView> {
    if plan.severities.is_empty() {
        return None;
    }
    let questions = plan.grading.iter().flat_map(|grading| &grading.questions);
    Some(GradingView {
        questions: questions
            .map(|asked| choice(&asked.id, &asked.label))
            .collect(),
        levels: levels(plan),
    })
}

/// The fault levels of a plan, the gravest first.
pub(super) fn levels(plan: &Plan) -> Vec<LevelChoice> {
    let level = |level: &Severity| LevelChoice {
        id: level.id.to_string(),
        label: level.label.clone(),
        meaning: level.meaning.clone(),
    };
    plan.severities.iter().map(level).collect()
}

pub(super) fn choices(plan: &Plan) -> ChoicesView {
    ChoicesView {
        service_levels: (plan.service_levels.iter())
            .map(|named| choice(&named.id, &named.label))
            .collect(),
        regions: (plan.regions.iter())
            .map(|named| choice(&named.id, &named.label))
            .collect(),
        questions: (plan.question_types.iter())
            .map(|named| choice(&named.id, &named.label))
            .collect(),
    }
}

impl ChoicesView {
    /// The same, with the company's name of the region a case lies in where the plan has none.
    pub(super) fn naming(mut self, region: Option<&RegionKey>, company: &[Region]) -> Self {
        let lacks = |key: &&RegionKey| self.regions.iter().all(|known| known.id != key.as_str());
        if let Some(key) = region.filter(lacks)
            && let Some(known) = company.iter().find(|known| known.key == *key)
        {
            self.regions.push(choice(key, &known.label));
        }
        self
    }
}

fn choice(id: &impl ToString, label: &str) -> Choice {
    Choice {
        id: id.to_string(),
        label: label.to_owned(),
    }
}
