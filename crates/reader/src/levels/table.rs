//! Tables of levels: the column that tells what a level means.

use crate::kinds::conditions::{self, Dimension, Named};
use crate::outline::{self, Page};
use crate::problems::Docket;

/// Parts of the header of a column that tells what a level means.
const TELLS: [&str; 16] = [
    "判定", "判断标准", "判别", "定义", "划分标准", "分级标准", "现象", "典型", "情形", "影响范围",
    "影响程度", "描述", "表现", "特征", "含义", "举例",
];
/// Whole headers that do.
const WHOLE: [&str; 9] = [
    "说明", "标准", "内容", "情况", "级别说明", "等级说明", "故障说明", "故障情况", "故障内容",
];
/// Headers of what is done, not of what happened.
const DONE: [&str; 7] = ["处理", "响应", "服务", "措施", "时", "要求", "方式"];
/// Longest header.
const HEADER: usize = 12;

/// Each row's level with the cell that tells what it means.
pub(super) fn rows(docket: &Docket<'_>) -> Vec<(Named, (usize, usize))> {
    let page = docket.page;
    let tables = outline::tables(
        page,
        docket.line_range(),
        |start, end| crate::kinds::heads_times(page, start, end),
        |_, _| false,
    );
    let mut found = Vec::new();
    for table in &tables {
        found.extend(of(docket, table));
    }
    found
}

fn of(docket: &Docket<'_>, table: &outline::Table) -> Vec<(Named, (usize, usize))> {
    const ABOVE: usize = 3;
    let page = docket.page;
    let told = |row: &Vec<(usize, usize)>| row.iter().position(|cell| tells_of(page, *cell));
    let headed = table
        .rows
        .iter()
        .take(ABOVE)
        .enumerate()
        .find_map(|(at, row)| Some((at, told(row)?)));
    let Some((header, column)) = headed else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for row in &table.rows[header + 1..] {
        let Some(&(start, end)) = row.get(column).filter(|(start, end)| start < end) else {
            continue;
        };
        let level = row[..column]
            .iter()
            .filter(|(start, end)| docket.owns(page.clean.span(*start, *end)))
            .find_map(|cell| level(page, *cell));
        found.extend(level.map(|level| (level, (start, end))));
    }
    found
}

fn tells_of(page: &Page, (start, end): (usize, usize)) -> bool {
    if end - start > HEADER || start >= end {
        return false;
    }
    let name = page.clean.text(start, end).trim();
    let done = DONE.iter().any(|word| name.contains(word));
    WHOLE.contains(&name) || !done && TELLS.iter().any(|word| name.contains(word))
}

/// The level a cell opens with.
fn level(page: &Page, (start, end): (usize, usize)) -> Option<Named> {
    const OPENING: usize = 2;
    let named = conditions::named(page, start, end);
    named
        .into_iter()
        .find(|named| named.dimension == Dimension::FaultLevel && named.start <= start + OPENING)
}
