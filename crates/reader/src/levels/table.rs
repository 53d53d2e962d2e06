//! Tables of levels: the column that tells what a level means.

use std::ops::Range;

use crate::kinds::conditions::{self, Dimension, Named};
use crate::outline::{self, Page};
use crate::problems::Docket;

use super::gloss;

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
/// Parts of the header of the levels themselves.
const GRADE: [&str; 4] = ["级", "等级", "类别", "分类"];
/// Headers of their names.
const NAME: [&str; 7] = [
    "名称", "级别名称", "等级名称", "故障名称", "类别名称", "故障类别", "称谓",
];
/// Longest header.
const HEADER: usize = 12;

/// Each row's level with the cell that tells what it means.
pub(super) fn rows(docket: &Docket<'_>) -> Vec<(Named, (usize, usize))> {
    let mut found = Vec::new();
    for table in &tables(docket) {
        found.extend(of(docket, table));
    }
    found
}

/// A table that has a column for the names of its levels.
pub(super) struct Naming {
    /// The lines it takes up.
    pub lines: Range<usize>,
    /// Each row's level with its name.
    pub rows: Vec<(Named, String)>,
}

/// 故障级别 | 名称 | 判定标准: the tables whose second word for a level has a column of its own.
pub(super) fn named(docket: &Docket<'_>) -> Vec<Naming> {
    let of = |table: &outline::Table| {
        let rows = names(docket, table);
        (!rows.is_empty()).then(|| Naming {
            lines: table.lines.clone(),
            rows,
        })
    };
    tables(docket).iter().filter_map(of).collect()
}

fn names(docket: &Docket<'_>, table: &outline::Table) -> Vec<(Named, String)> {
    let page = docket.page;
    let Some((header, rows)) = table.rows.split_first() else {
        return Vec::new();
    };
    let text = |&(start, end): &(usize, usize)| page.clean.text(start, end).trim();
    let graded = header
        .first()
        .is_some_and(|cell| GRADE.iter().any(|word| text(cell).contains(word)));
    let name = header.iter().position(|cell| NAME.contains(&text(cell)));
    let Some(name) = name.filter(|name| graded && *name > 0) else {
        return Vec::new();
    };
    if !header.iter().any(|cell| tells_of(page, *cell)) {
        return Vec::new();
    }
    let of = |row: &Vec<(usize, usize)>| {
        let first = *row.first()?;
        let level =
            level(page, first).filter(|_| docket.owns(page.clean.span(first.0, first.1)))?;
        let also = text(row.get(name)?);
        (gloss::is_word(also) && also != level.value).then(|| (level, also.to_owned()))
    };
    rows.iter().filter_map(of).collect()
}

fn tables(docket: &Docket<'_>) -> Vec<outline::Table> {
    outline::tables(
        docket.page,
        docket.line_range(),
        |start, end| crate::kinds::heads_times(docket.page, start, end),
        |_, _| false,
    )
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
