//! Headings of articles.
//!
//! A heading that states a figure or a price ("到场 8 小时修复", "终身免费升级") would promise the same thing twice, without its conditions. Such a
//! heading gives way to the plain name of the matter.

use super::{milestones, warranty};
use crate::plan::clauses::parts::Parts;
use crate::plan::{Clause, Promise};

/// What the article of a clause is called.
pub(super) fn of(clause: &Clause) -> String {
    let own = clause.heading.trim();
    let figures = own
        .chars()
        .any(|char| char.is_ascii_digit() || "一二两三四五六七八九十半次每周月年".contains(char));
    let promises = ["终身", "永久", "免费"]
        .iter()
        .any(|word| own.contains(word));
    let stops = own.contains(['，', '。', '；', '：', '\t', '\n']);
    let repeats = matches!(
        clause.promise,
        Promise::TimeLimit(_) | Promise::WarrantyTerm(_)
    );
    if own.is_empty() || figures || promises || stops || repeats {
        plain(clause)
    } else {
        own.to_owned()
    }
}

fn plain(clause: &Clause) -> String {
    match &clause.promise {
        Promise::WarrantyTerm(term) => format!("{}保修期", warranty::subject(clause, &term.covers)),
        Promise::Coverage(_) => "保修范围".to_owned(),
        Promise::TimeLimit(limit) => milestones::title(&clause.text, limit.to),
        Promise::Remedy(_) => "换退与补救".to_owned(),
        Promise::RecurringDuty(_) => "定期服务".to_owned(),
        Promise::Parts(Parts::PriceCeiling { .. }) => "备件价格".to_owned(),
        Promise::Parts(_) => "备件供应".to_owned(),
        Promise::Fee(_) => "收费标准".to_owned(),
        Promise::Conduct(_) => "行为规范".to_owned(),
        Promise::Document(_) => "服务单据".to_owned(),
        Promise::Channel(_) => "服务渠道".to_owned(),
        Promise::Training(_) => "培训".to_owned(),
        Promise::Delivery(_) => "配送".to_owned(),
        Promise::Procedure(_) => "办理流程".to_owned(),
    }
}
