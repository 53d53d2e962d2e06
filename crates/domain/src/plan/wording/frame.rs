//! What stands before the clauses: who is bound, what words mean.

use super::{Block, Table};
use crate::plan::Plan;

/// The heading of the definitions.
pub(super) const NAMES: &str = "第一章 名词";

/// Whether the plan defines fault levels, service levels or regions.
pub(super) fn defines(plan: &Plan) -> bool {
    !(plan.severities.is_empty() && plan.service_levels.is_empty() && plan.regions.is_empty())
}

/// The preamble and the definitions.
pub(super) fn opening(plan: &Plan) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(format!(
        "适用行业：{}。条文中“我方”指提供服务的一方。",
        plan.trade
    ))];
    if !defines(plan) {
        return blocks;
    }
    blocks.push(Block::Chapter(NAMES.to_owned()));
    if !plan.severities.is_empty() {
        let rows = plan
            .severities
            .iter()
            .map(|level| vec![level.label.clone(), level.meaning.clone()])
            .collect();
        blocks.push(Block::Table(Table {
            head: vec!["故障等级".to_owned(), "含义".to_owned()],
            widths: vec![280, 720],
            rows,
        }));
    }
    let listed = [
        (
            "服务等级",
            plan.service_levels
                .iter()
                .map(|it| it.label.as_str())
                .collect::<Vec<_>>(),
        ),
        (
            "服务区域",
            plan.regions.iter().map(|it| it.label.as_str()).collect(),
        ),
    ];
    for (name, labels) in listed {
        if !labels.is_empty() {
            blocks.push(Block::Paragraph(format!(
                "{name}分为：{}。",
                labels.join("、")
            )));
        }
    }
    blocks
}
