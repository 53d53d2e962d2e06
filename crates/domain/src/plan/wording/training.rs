//! Training.

use super::milestones;
use crate::plan::clauses::training::Training;

/// The sentence of a training clause.
pub(super) fn sentences(opening: &str, training: &Training) -> Vec<String> {
    let before = training.before.map_or_else(String::new, |milestone| {
        format!("在{}前", milestones::reach(milestone))
    });
    let content = if training.content.is_empty() {
        String::new()
    } else {
        format!("，培训内容包括{}", training.content.join("、"))
    };
    let outcome = if training.outcome.is_empty() {
        String::new()
    } else {
        format!("，直至达到：{}", training.outcome.trim_end_matches('。'))
    };
    vec![format!(
        "{opening}我方{before}对{}进行培训{content}{outcome}。",
        training.audience
    )]
}
