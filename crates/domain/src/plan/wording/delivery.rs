//! Deliveries.

use super::conduct::{ended, numbered};
use super::quantity::stated;
use crate::plan::clauses::delivery::Delivery;
use crate::plan::wording::Block;

/// The blocks of a delivery clause.
pub(super) fn blocks(opening: &str, delivery: &Delivery) -> Vec<Block> {
    let mut found = Vec::new();
    if let Some(notice) = &delivery.notice_minutes {
        let notice = stated(notice, |minutes| {
            if minutes.is_multiple_of(60) && *minutes > 0 {
                format!("{}小时", minutes / 60)
            } else {
                format!("{minutes}分钟")
            }
        });
        found.push(Block::Paragraph(format!(
            "{opening}我方送货前提前{notice}告知收货人。"
        )));
    }
    if !delivery.resources.is_empty() {
        let resources: Vec<String> = delivery
            .resources
            .iter()
            .map(|resource| format!("{}（{}）", resource.name, resource.count))
            .collect();
        found.push(Block::Paragraph(format!(
            "{opening}我方配送力量：{}。",
            resources.join("、")
        )));
    }
    if !delivery.steps.is_empty() {
        found.push(Block::Paragraph(format!("{opening}送货按下列要求办理：")));
        found.extend(numbered(
            delivery
                .steps
                .iter()
                .map(|step| ended(&step.text).to_owned()),
        ));
    }
    found
}
