//! Documents that are issued.

use super::quantity::{limit_in_words, stated};
use super::{milestones, names};
use crate::plan::clauses::document::IssuedDocument;
use crate::plan::{Condition, Plan};

/// The sentences of a document clause.
pub(super) fn sentences(plan: &Plan, opening: &str, document: &IssuedDocument) -> Vec<String> {
    let levels = super::when::opening(
        plan,
        &[&Condition {
            severity: document.after_levels.clone(),
            ..Condition::default()
        }],
    );
    let after = document.after.map_or("", milestones::after);
    let within = document.within.as_ref().map_or_else(String::new, |limit| {
        format!("{}内", stated(limit, |limit| limit_in_words(*limit)))
    });
    let name = names::document(document.document);
    let fields: Vec<&str> = document
        .fields
        .iter()
        .map(|field| names::field(*field))
        .collect();
    let content = if fields.is_empty() {
        String::new()
    } else {
        format!("，写明{}", fields.join("、"))
    };
    vec![format!(
        "{opening}{levels}我方{after}{within}向客户提交{name}{content}。"
    )]
}
