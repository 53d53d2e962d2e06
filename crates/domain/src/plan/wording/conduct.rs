//! Conduct and procedures: numbered entries.

use super::names;
use super::numerals::chinese;
use crate::plan::clauses::conduct::{Answers, Conduct, Evidence};
use crate::plan::clauses::procedure::Procedure;
use crate::plan::wording::Block;

/// The blocks of a conduct clause.
pub(super) fn conduct(opening: &str, conduct: &Conduct) -> Vec<Block> {
    let who = match conduct.answered_by {
        Answers::Engineer => "",
        Answers::CustomerSurvey => "，由客户评价",
    };
    let lead = Block::Paragraph(format!(
        "{opening}{}，服务人员遵守下列行为规范{who}：",
        names::stage(conduct.stage)
    ));
    let items = conduct.items.iter().map(|item| {
        let evidence = match item.evidence {
            Evidence::Tick => "",
            Evidence::Photo => "（拍照为证）",
        };
        format!("{}{evidence}", ended(&item.text))
    });
    std::iter::once(lead).chain(numbered(items)).collect()
}

/// The blocks of a procedure.
pub(super) fn procedure(opening: &str, procedure: &Procedure) -> Vec<Block> {
    let lead = Block::Paragraph(format!("{opening}按下列流程办理："));
    let items = procedure
        .steps
        .iter()
        .map(|step| format!("{}（由{}负责）", ended(&step.text), names::role(step.owner)));
    std::iter::once(lead).chain(numbered(items)).collect()
}

/// （一）…；（二）…。
pub(super) fn numbered(items: impl Iterator<Item = String>) -> Vec<Block> {
    let items: Vec<String> = items.collect();
    let last = items.len();
    items
        .into_iter()
        .enumerate()
        .map(|(index, text)| {
            let stop = if index + 1 == last { '。' } else { '；' };
            Block::Item(format!("（{}）{text}{stop}", chinese(index + 1)))
        })
        .collect()
}

/// The text without a stop of its own.
pub(super) fn ended(text: &str) -> &str {
    text.trim_end_matches(['。', '；', ';', '.', ' '])
}
