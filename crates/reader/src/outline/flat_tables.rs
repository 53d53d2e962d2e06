//! Tables flattened to one cell per line.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use super::Page;
use super::tables::{Table, trim};
use crate::words::periods::periods;

/// Longest cell of a flattened table.
const CELL: usize = 24;
/// Longest cell that tells what a level means.
const LONG_CELL: usize = 120;
/// Most columns a flattened table is tried with.
const COLUMNS: usize = 8;

/// What has been found out about lines as cells; a line is asked about again from each line above it.
pub(super) struct Cells<'p> {
    page: &'p Page,
    first: usize,
    header: Box<dyn Fn(usize, usize) -> bool + 'p>,
    announces: Box<dyn Fn(usize, usize) -> bool + 'p>,
    headers: RefCell<HashMap<(usize, usize), bool>>,
    times: RefCell<HashMap<(usize, usize), bool>>,
}

impl<'p> Cells<'p> {
    /// Nothing is known yet of the lines from `first` on.
    pub(super) fn of(
        page: &'p Page,
        first: usize,
        header: impl Fn(usize, usize) -> bool + 'p,
        announces: impl Fn(usize, usize) -> bool + 'p,
    ) -> Self {
        Self {
            page,
            first,
            header: Box::new(header),
            announces: Box::new(announces),
            headers: RefCell::default(),
            times: RefCell::default(),
        }
    }

    fn heads(&self, start: usize, end: usize) -> bool {
        *self
            .headers
            .borrow_mut()
            .entry((start, end))
            .or_insert_with(|| (self.header)(start, end))
    }

    fn timed(&self, start: usize, end: usize) -> bool {
        *self
            .times
            .borrow_mut()
            .entry((start, end))
            .or_insert_with(|| !periods(&self.page.clean.chars, start, end).is_empty())
    }
}

/// The table the lines open with, if they do.
pub(super) fn found(known: &Cells<'_>, lines: Range<usize>) -> Option<Table> {
    numbered(known, lines.clone())
        .or_else(|| {
            longer(
                flattened(known, lines.clone()),
                ragged(known, lines.clone()),
            )
        })
        .or_else(|| crossed(known, lines.clone()))
        .or_else(|| {
            let above = known.page.lines.get(lines.start.checked_sub(1)?)?;
            (lines.start > known.first && (known.announces)(above.body, above.end))
                .then(|| paired(known, lines.clone()))?
        })
}

/// One cell per line under a header that opens with 序号: the running numbers 1, 2, 3 tell the width.
fn numbered(known: &Cells<'_>, lines: Range<usize>) -> Option<Table> {
    const MOST: usize = 400;
    let page = known.page;
    let first = &page.lines[lines.start];
    let opening = page.clean.text(first.start, first.end);
    if !["序号", "编号", "项号"].contains(&opening.trim()) {
        return None;
    }
    let cells: Vec<(usize, usize)> = lines
        .clone()
        .take(MOST)
        .map(|line| (page.lines[line].start, page.lines[line].end))
        .map(|(start, end)| trim(&page.clean.chars, start, end))
        .collect();
    let serial = |at: usize, number: usize| {
        cells.get(at).is_some_and(|&(start, end)| {
            page.clean
                .text(start, end)
                .trim_end_matches(['.', '、', ' '])
                == number.to_string()
        })
    };
    let width = (2..=COLUMNS).find(|width| serial(*width, 1))?;
    let rows = (1..=cells.len())
        .take_while(|row| row * width + width <= cells.len() && serial(row * width, *row))
        .count();
    (rows >= 2).then(|| Table {
        lines: lines.start..lines.start + width * (rows + 1),
        rows: cells
            .chunks_exact(width)
            .take(rows + 1)
            .map(<[_]>::to_vec)
            .collect(),
    })
}

/// One cell per line: header cells first, then rows of the same width whose time columns hold times.
fn flattened(known: &Cells<'_>, lines: Range<usize>) -> Option<Table> {
    let page = known.page;
    let short = |&(start, end): &(usize, usize)| {
        end - start <= CELL
            && !page
                .clean
                .slice(start, end)
                .iter()
                .any(|c| "。；，".contains(*c))
    };
    let cell = |line: usize| {
        let line = &page.lines[line];
        trim(&page.clean.chars, line.start, line.end)
    };
    // Most lines head no table: look at the would-be header before anything else.
    let headed = lines
        .clone()
        .take(COLUMNS)
        .map(cell)
        .take_while(short)
        .skip(1)
        .any(|(start, end)| known.heads(start, end));
    if !headed {
        return None;
    }
    let cells: Vec<(usize, usize)> = lines
        .clone()
        .take(160)
        .map(cell)
        .take_while(|&(start, end)| {
            end - start <= LONG_CELL && !page.clean.slice(start, end).contains(&'\t')
        })
        .collect();
    (2..=COLUMNS).rev().find_map(|width| {
        let header = cells.get(..width)?;
        if !header.iter().all(short) {
            return None;
        }
        let times: Vec<usize> = (0..width)
            .filter(|column| known.heads(header[*column].0, header[*column].1))
            .collect();
        if times.is_empty()
            || times.contains(&0)
            || header.iter().any(|&(start, end)| known.timed(start, end))
        {
            return None;
        }
        let fits = |row: &[(usize, usize)]| {
            // What a level means may be told at length in the first cell, what is promised may not.
            row[1..]
                .iter()
                .all(|cell| short(cell) || cell.1 - cell.0 <= CELL)
                && times.iter().all(|column| {
                    let (start, end) = row[*column];
                    known.timed(start, end) || is_empty(page, start, end)
                })
                && times
                    .iter()
                    .any(|column| known.timed(row[*column].0, row[*column].1))
                && !(row[0].1 - row[0].0 <= CELL && known.timed(row[0].0, row[0].1))
        };
        let body: Vec<_> = cells[width..]
            .chunks_exact(width)
            .take_while(|row| fits(row) && !known.heads(row[0].0, row[0].1))
            .map(<[_]>::to_vec)
            .collect();
        if body.is_empty() || (body.len() < 2 && times.len() < 2) {
            return None;
        }
        let used = width * (body.len() + 1);
        let rows = std::iter::once(header.to_vec()).chain(body).collect();
        Some(Table {
            lines: lines.start..lines.start + used,
            rows,
        })
    })
}

/// Whether one of these characters stands in the stretch.
fn holds_any(page: &Page, start: usize, end: usize, stops: &str) -> bool {
    page.clean
        .slice(start, end)
        .iter()
        .any(|c| stops.contains(*c))
}

fn longer(one: Option<Table>, other: Option<Table>) -> Option<Table> {
    match (one, other) {
        (Some(one), Some(other)) if other.lines.len() > one.lines.len() => Some(other),
        (one, other) => one.or(other),
    }
}

/// 类别, 部件, 保修年限, then 橱柜, 柜体, 5年, 门板, 3年, …: one cell per line, each row ends with its time, and names that would repeat are left out.
fn ragged(known: &Cells<'_>, lines: Range<usize>) -> Option<Table> {
    const MOST: usize = 160;
    const WIDEST: usize = 4;
    const FEWEST: usize = 3;
    let page = known.page;
    let cells: Vec<(usize, usize)> = lines
        .clone()
        .take(MOST)
        .map(|line| {
            trim(
                &page.clean.chars, page.lines[line].start, page.lines[line].end,
            )
        })
        .take_while(|&(start, end)| end - start <= CELL && !holds_any(page, start, end, "。；，\t"))
        .collect();
    let heads = |&(start, end): &(usize, usize)| known.heads(start, end);
    let width = cells.iter().take(WIDEST).position(heads)? + 1;
    let timed = |&(start, end): &(usize, usize)| known.timed(start, end);
    if width < 2 || cells[..width].iter().any(timed) || cells.get(width).is_some_and(heads) {
        return None;
    }
    let mut rows = vec![cells[..width].to_vec()];
    let mut at = width;
    while at < cells.len() {
        let names = cells[at..].iter().take_while(|cell| !timed(cell)).count();
        let Some(time) = cells.get(at + names) else {
            break;
        };
        let bare = page.clean.slice(time.0, time.1).len() <= CELL / 2;
        if names == 0 || names >= width || !bare || cells[at..at + names].iter().any(heads) {
            break;
        }
        let missing = width - 1 - names;
        let mut row = vec![(cells[at].0, cells[at].0); missing];
        row.extend_from_slice(&cells[at..=at + names]);
        rows.push(row);
        at += names + 1;
    }
    (rows.len() > FEWEST).then(|| Table {
        lines: lines.start..lines.start + at,
        rows,
    })
}

/// 项目, 铜, 银, 金, then 首次答复, 8小时, 2小时, 15分钟, …: one cell per line, the first cell of a row names its times.
fn crossed(known: &Cells<'_>, lines: Range<usize>) -> Option<Table> {
    const MOST: usize = 80;
    let page = known.page;
    let cell = |line: usize| {
        let line = &page.lines[line];
        trim(&page.clean.chars, line.start, line.end)
    };
    let first = cell(lines.start);
    if first.1 - first.0 > 6 || known.timed(first.0, first.1) {
        return None;
    }
    let cells: Vec<(usize, usize)> = lines
        .clone()
        .take(MOST)
        .map(cell)
        .take_while(|&(start, end)| end - start <= CELL && !holds_any(page, start, end, "。；\t"))
        .collect();
    (3..=6).find_map(|width| {
        let header = cells.get(..width)?;
        let plain = header
            .iter()
            .all(|&(start, end)| !known.timed(start, end) && !known.heads(start, end));
        let rows: Vec<_> = cells[width..]
            .chunks_exact(width)
            .take_while(|row| !known.timed(row[0].0, row[0].1))
            .map(<[_]>::to_vec)
            .collect();
        let timed = rows
            .iter()
            .filter(|row| {
                known.heads(row[0].0, row[0].1)
                    && row[1..].iter().all(|&(start, end)| known.timed(start, end))
            })
            .count();
        (plain && timed >= 2).then(|| Table {
            lines: lines.start..lines.start + width * (rows.len() + 1),
            rows: std::iter::once(header.to_vec()).chain(rows).collect(),
        })
    })
}

/// 整机, 三年, 探测器, 5年, … under 质保: one cell per line, a name and then its time.
fn paired(known: &Cells<'_>, lines: Range<usize>) -> Option<Table> {
    const MOST: usize = 80;
    const FEWEST: usize = 2;
    const VALUE: usize = 16;
    let page = known.page;
    let cells: Vec<(usize, usize)> = lines
        .clone()
        .take(MOST)
        .map(|line| (page.lines[line].body, page.lines[line].end))
        .map(|(start, end)| trim(&page.clean.chars, start, end))
        .collect();
    let plain = |&(start, end): &(usize, usize), longest: usize| {
        end - start <= longest && !holds_any(page, start, end, "。；，\t")
    };
    let rows: Vec<Vec<(usize, usize)>> = cells
        .chunks_exact(2)
        .take_while(|pair| {
            // 项目：主机 is a record with its own label.
            plain(&pair[0], CELL)
                && !page
                    .clean
                    .slice(pair[0].0, pair[0].1.saturating_sub(1))
                    .contains(&'：')
                && plain(&pair[1], VALUE)
                && !known.timed(pair[0].0, pair[0].1)
                && known.timed(pair[1].0, pair[1].1)
        })
        .map(<[_]>::to_vec)
        .collect();
    (rows.len() >= FEWEST).then(|| Table {
        lines: lines.start..lines.start + 2 * rows.len(),
        rows,
    })
}

/// —, / or 无, 无需到场, 协商确定: nothing is promised here.
fn is_empty(page: &Page, start: usize, end: usize) -> bool {
    const SHORT: usize = 10;
    let text = page.clean.text(start, end);
    let unset = text.chars().count() <= SHORT
        && [
            "无需", "不需", "不必", "不适用", "协商", "另行", "另议", "视情", "视现场", "按合同",
            "按约定", "远程", "n/a", "待定", "不涉及", "不到场", "面议", "随时", "立即", "即时",
            "实时",
        ]
        .iter()
        .any(|word| text.starts_with(word));
    unset
        || page
            .clean
            .slice(start, end)
            .iter()
            .all(|c| "-/无 ".contains(*c))
}
