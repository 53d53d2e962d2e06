//! Training.

use super::milestones;
use crate::plan::clauses::training::Training;

/// The sentence of a training clause.
pub(super) fn sentences(opening: &str, training: &Training) -> Vec<String> {
    let before = training.before.map_or_else(String::new, |milestone| {
        format!("在{}前", milestones::reach(milestone))
    });
    let told = training.content.join("、");
    let outcome = training.outcome.trim_end_matches('。');
    let outcome = if outcome.is_empty() || told.contains(outcome) {
        String::new()
    } else {
        format!("，直至达到：{outcome}")
    };
    // 对操作人员进行培训，直到能独立操作: a whole sentence says it by itself.
    let sentence = told.trim_end_matches('。');
    if sentence.contains("培训") && sentence.contains(training.audience.as_str()) {
        return vec![format!("{opening}{sentence}{outcome}。")];
    }
    let content = if told.is_empty() {
        String::new()
    } else {
        format!("，培训内容包括{sentence}")
    };
    vec![format!(
        "{opening}我方{before}对{}进行培训{content}{outcome}。",
        training.audience
    )]
}
