//! Documents that are issued.

use super::quantity::{limit_in_words, stated};
use super::{milestones, names};
use crate::plan::clauses::document::{DocumentKind, IssuedDocument};
use crate::plan::{Condition, Plan};

/// The sentences of a document clause; `text` are the words it came from.
pub(super) fn sentences(
    plan: &Plan,
    opening: &str,
    text: &str,
    document: &IssuedDocument,
) -> Vec<String> {
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
    // 年度运行分析报告 is kept like the report of an inspection, and is none.
    let analysis = document.document == DocumentKind::InspectionReport
        && text.contains("分析报告")
        && !text.contains("巡检报告");
    let name = if analysis {
        "运行分析报告"
    } else {
        names::document(document.document)
    };
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
