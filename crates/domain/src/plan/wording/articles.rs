//! The chapters and articles: clauses grouped by kind, in the order of the plan within each.

use std::collections::BTreeMap;

use super::numerals::chinese;
use super::quantity::stated;
use super::rulings::Rulings;
use super::{
    Block, Table, conduct, coverage, delivery, document, duty, fee, heading, limits, names, parts,
    remedy, training, warranty, when,
};
use crate::plan::clauses::channel::Attendance;
use crate::plan::{Clause, Plan, Promise};
use crate::slug::ClauseId;

/// The chapters in the order a reader of contracts looks for them: kinds and title.
pub(super) const CHAPTERS: &[(&[&str], &str)] = &[
    (&["warranty_term"], "保修期"),
    (&["coverage"], "保修与服务内容"),
    (&["time_limit"], "响应与处理"),
    (&["remedy"], "换退与补救"),
    (&["recurring_duty"], "定期服务"),
    (&["parts"], "备件"),
    (&["fee"], "收费"),
    (&["conduct"], "行为规范"),
    (&["document"], "单据与文件"),
    (&["training"], "培训"),
    (&["delivery"], "配送"),
    (&["procedure"], "办理流程"),
    (&["channel"], "联系方式"),
];

/// The number of each clause's article, in the order of the document. Definitions are chapter one.
pub(super) fn numbers(plan: &Plan) -> BTreeMap<&ClauseId, usize> {
    ordered(plan)
        .enumerate()
        .map(|(index, clause)| (&clause.id, index + 1))
        .collect()
}

fn ordered(plan: &Plan) -> impl Iterator<Item = &Clause> {
    CHAPTERS.iter().flat_map(|(kinds, _)| of_kinds(plan, kinds))
}

fn of_kinds<'a>(plan: &'a Plan, kinds: &'a [&str]) -> impl Iterator<Item = &'a Clause> {
    plan.clauses
        .iter()
        .filter(|clause| kinds.contains(&clause.promise.kind()))
}

/// 第三条.
pub(super) fn article(number: usize) -> String {
    format!("第{}条", chinese(number))
}

/// Every chapter that has clauses.
pub(super) fn chapters(plan: &Plan, rulings: &Rulings) -> Vec<Block> {
    let numbers = numbers(plan);
    let mut chapter = usize::from(super::frame::defines(plan));
    let mut blocks = Vec::new();
    for (kinds, title) in CHAPTERS {
        let clauses: Vec<&Clause> = of_kinds(plan, kinds).collect();
        if clauses.is_empty() {
            continue;
        }
        chapter += 1;
        blocks.push(Block::Chapter(format!("第{}章 {title}", chinese(chapter))));
        if *kinds == ["channel"] {
            blocks.extend(contacts(&clauses, &numbers));
            continue;
        }
        for clause in clauses {
            blocks.push(headed(clause, &numbers));
            blocks.extend(body(plan, clause, &numbers));
            let ruled = rulings.on(&clause.id, &numbers).into_iter();
            blocks.extend(ruled.map(Block::Paragraph));
        }
    }
    blocks
}

/// The article of one clause; a row of the contact block for a channel.
pub(super) fn articles(plan: &Plan, clause: &Clause) -> Vec<Block> {
    let numbers = numbers(plan);
    match &clause.promise {
        Promise::Channel(_) => contacts(&[clause], &numbers),
        _ => std::iter::once(headed(clause, &numbers))
            .chain(body(plan, clause, &numbers))
            .collect(),
    }
}

fn headed(clause: &Clause, numbers: &BTreeMap<&ClauseId, usize>) -> Block {
    let number = numbers.get(&clause.id).copied().unwrap_or(1);
    Block::Article {
        clause: Some(clause.id.clone()),
        text: format!("{} {}", article(number), heading::of(clause)),
    }
}

fn body(plan: &Plan, clause: &Clause, numbers: &BTreeMap<&ClauseId, usize>) -> Vec<Block> {
    let opening = when::opening(plan, &[&clause.when]);
    let paragraphs = |sentences: Vec<String>| sentences.into_iter().map(Block::Paragraph).collect();
    match &clause.promise {
        Promise::WarrantyTerm(term) => paragraphs(warranty::sentences(clause, term)),
        Promise::Coverage(it) => paragraphs(coverage::sentences(plan, clause, it)),
        Promise::TimeLimit(it) => paragraphs(limits::sentences(plan, clause, it)),
        Promise::Remedy(it) => paragraphs(remedy::sentences(it, |id| {
            numbers.get(id).map(|number| article(*number))
        })),
        Promise::RecurringDuty(it) => paragraphs(duty::sentences(&opening, &clause.text, it)),
        Promise::Parts(it) => paragraphs(parts::sentences(&opening, it)),
        Promise::Fee(it) => fee::blocks(plan, &opening, it),
        Promise::Conduct(it) => conduct::conduct(&opening, it),
        Promise::Document(it) => paragraphs(document::sentences(plan, &opening, &clause.text, it)),
        Promise::Training(it) => paragraphs(training::sentences(&opening, it)),
        Promise::Delivery(it) => delivery::blocks(&opening, it),
        Promise::Procedure(it) => conduct::procedure(&opening, it),
        Promise::Channel(_) => Vec::new(),
    }
}

/// The words of one clause in a row, tables included.
pub(super) fn text(plan: &Plan, clause: &Clause) -> String {
    let numbers = numbers(plan);
    let blocks = match &clause.promise {
        Promise::Channel(_) => contacts(&[clause], &numbers),
        _ => body(plan, clause, &numbers),
    };
    let words = |block: &Block| match block {
        Block::Chapter(text)
        | Block::Paragraph(text)
        | Block::Item(text)
        | Block::Article { text, .. } => text.clone(),
        Block::Table(table) => {
            let rows: Vec<String> = table.rows.iter().map(|row| row.join(" ")).collect();
            format!("{}。", rows.join("；").trim_end_matches('。'))
        }
        Block::Signatures(_) => String::new(),
    };
    blocks.iter().map(words).collect()
}

/// The contact block: one table for all channels.
fn contacts(clauses: &[&Clause], numbers: &BTreeMap<&ClauseId, usize>) -> Vec<Block> {
    let rows = clauses
        .iter()
        .filter_map(|clause| match &clause.promise {
            Promise::Channel(attendance) => Some(contact(
                attendance,
                numbers.get(&clause.id).copied().unwrap_or(1),
            )),
            _ => None,
        })
        .collect();
    vec![Block::Table(Table {
        head: ["条款", "渠道", "号码或地址", "值守"]
            .map(str::to_owned)
            .to_vec(),
        widths: vec![150, 220, 330, 300],
        rows,
    })]
}

fn contact(attendance: &Attendance, number: usize) -> Vec<String> {
    let hours = stated(&attendance.hours, names::calendar);
    let by = attendance
        .attended_by
        .as_ref()
        .map_or_else(String::new, |who| format!("，由{who}接待"));
    vec![
        article(number),
        names::contact_point(attendance.channel, attendance.address.known()).to_owned(),
        stated(&attendance.address, Clone::clone),
        format!("{hours}{by}"),
    ]
}
