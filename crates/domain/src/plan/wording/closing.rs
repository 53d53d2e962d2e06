//! What stands behind the clauses: the overview of limits, what is still to be filled in, and the signatures.

use super::articles::{article, numbers};
use super::rulings::Rulings;
use super::{BLANK, Block, Table, limits};
use crate::plan::{Plan, Promise};

/// The heading of the overview.
pub(super) const OVERVIEW: &str = "附表一 时限一览";
/// The heading of what is still to be filled in.
pub(super) const OPEN_POINTS: &str = "附表二 签约时填写";

/// The overview, the open points and the signature block.
pub(super) fn blocks(plan: &Plan, rulings: &Rulings) -> Vec<Block> {
    let mut blocks = overview(plan, rulings);
    blocks.extend(open_points(plan));
    blocks.push(Block::Signatures(vec![
        ["甲方（盖章）：".to_owned(), "乙方（盖章）：".to_owned()],
        ["授权代表：".to_owned(), "授权代表：".to_owned()],
        ["日期：".to_owned(), "日期：".to_owned()],
    ]));
    blocks
}

/// Every case of every limit in one table; numbers still open stand in the second table.
fn overview(plan: &Plan, rulings: &Rulings) -> Vec<Block> {
    let numbers = numbers(plan);
    let rows: Vec<Vec<String>> = plan
        .clauses
        .iter()
        .filter_map(|clause| match &clause.promise {
            Promise::TimeLimit(limit) => Some((clause, limit)),
            _ => None,
        })
        .flat_map(|(clause, limit)| {
            let number = match rulings.superseding(&clause.id) {
                Some(other) => format!(
                    "{}（以{}为准）",
                    article(numbers[&clause.id]),
                    article(numbers[other])
                ),
                None => article(numbers[&clause.id]),
            };
            limits::cases(plan, clause, limit)
                .into_iter()
                .filter(|case| !case.open)
                .map(move |case| {
                    let when = if case.when.is_empty() {
                        "通用".to_owned()
                    } else {
                        case.when
                    };
                    vec![number.clone(), when, case.promise]
                })
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Chapter(OVERVIEW.to_owned()),
        Block::Table(Table {
            head: ["条款", "适用情形", "时限"].map(str::to_owned).to_vec(),
            widths: vec![150, 380, 470],
            rows,
        }),
    ]
}

/// What the plan leaves open, to be filled in when it is signed.
fn open_points(plan: &Plan) -> Vec<Block> {
    if plan.parameters.is_empty() {
        return Vec::new();
    }
    let rows = plan
        .parameters
        .iter()
        .map(|parameter| vec![parameter.question.clone(), BLANK.to_owned()])
        .collect();
    vec![
        Block::Chapter(OPEN_POINTS.to_owned()),
        Block::Table(Table {
            head: vec!["事项".to_owned(), "填写".to_owned()],
            widths: vec![640, 360],
            rows,
        }),
    ]
}
