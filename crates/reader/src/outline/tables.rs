//! Tables: typed with tabs, bars or gaps, or flattened to one cell per line.

use std::ops::Range;

use super::Page;
use crate::words::periods::periods;

/// A table: rows of clean ranges.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// The lines it takes up.
    pub lines: Range<usize>,
    /// Its cells.
    pub rows: Vec<Vec<(usize, usize)>>,
}

/// Longest cell of a flattened table.
const CELL: usize = 24;
/// Longest cell that tells what a level means.
const LONG_CELL: usize = 120;
/// Most columns a flattened table is tried with.
const COLUMNS: usize = 8;

/// Finds the tables among the lines of a plan. `is_header` tells a cell that heads a column of times, `announces` a line that heads a list of names
/// and their times.
pub(crate) fn tables(
    page: &Page,
    lines: Range<usize>,
    is_header: impl Fn(usize, usize) -> bool,
    announces: impl Fn(usize, usize) -> bool,
) -> Vec<Table> {
    let mut found = Vec::new();
    let mut at = lines.start;
    while at < lines.end {
        let rows: Vec<_> = (at..lines.end).map_while(|line| row(page, line)).collect();
        if rows.len() >= 2 {
            let end = at + rows.len();
            let kept = rows.into_iter().filter(|row| !is_rule(page, row)).collect();
            found.push(Table {
                lines: at..end,
                rows: kept,
            });
            at = end;
        } else if let Some(table) = numbered(page, at..lines.end)
            .or_else(|| {
                longer(
                    flattened(page, at..lines.end, &is_header),
                    ragged(page, at..lines.end, &is_header),
                )
            })
            .or_else(|| crossed(page, at..lines.end, &is_header))
            .or_else(|| {
                let above = &page.lines[at.checked_sub(1)?];
                (at > lines.start && announces(above.body, above.end))
                    .then(|| paired(page, at..lines.end))?
            })
        {
            at = table.lines.end;
            found.push(table);
        } else {
            at += 1;
        }
    }
    found
}

/// The cells of a line with columns; empty cells keep their place.
fn row(page: &Page, line: usize) -> Option<Vec<(usize, usize)>> {
    let line = &page.lines[line];
    let chars = &page.clean.chars;
    let mut cells = Vec::new();
    let mut start = line.start;
    for at in line.start..=line.end {
        if at == line.end || chars[at] == '\t' {
            cells.push(trim(chars, start, at));
            start = at + 1;
        }
    }
    while cells.first().is_some_and(|(from, to)| from == to)
        && cells.len() > 1
        && chars[line.start] == '\t'
        && barred(page, line.start)
    {
        cells.remove(0);
    }
    (cells.len() >= 2).then_some(cells)
}

fn barred(page: &Page, at: usize) -> bool {
    let span = page.clean.span(at, at + 1);
    page.original.get(span.0).is_some_and(|c| *c != '\t')
}

fn trim(chars: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    while start < end && chars[start].is_whitespace() {
        start += 1;
    }
    while end > start && chars[end - 1].is_whitespace() {
        end -= 1;
    }
    (start, end)
}

/// The line of dashes under the header of a Markdown table.
fn is_rule(page: &Page, row: &[(usize, usize)]) -> bool {
    row.iter().all(|&(start, end)| {
        page.clean
            .slice(start, end)
            .iter()
            .all(|c| "-：=+ ".contains(*c))
    })
}

/// One cell per line under a header that opens with 序号: the running numbers 1, 2, 3 tell the width.
fn numbered(page: &Page, lines: Range<usize>) -> Option<Table> {
    const MOST: usize = 400;
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
fn flattened(
    page: &Page,
    lines: Range<usize>,
    is_header: &impl Fn(usize, usize) -> bool,
) -> Option<Table> {
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
        .any(|(start, end)| is_header(start, end));
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
            .filter(|column| is_header(header[*column].0, header[*column].1))
            .collect();
        if times.is_empty()
            || times.contains(&0)
            || header
                .iter()
                .any(|&(start, end)| has_time(page, start, end))
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
                    has_time(page, start, end) || is_empty(page, start, end)
                })
                && times
                    .iter()
                    .any(|column| has_time(page, row[*column].0, row[*column].1))
                && !(row[0].1 - row[0].0 <= CELL && has_time(page, row[0].0, row[0].1))
        };
        let body: Vec<_> = cells[width..]
            .chunks_exact(width)
            .take_while(|row| fits(row) && !is_header(row[0].0, row[0].1))
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

fn longer(one: Option<Table>, other: Option<Table>) -> Option<Table> {
    match (one, other) {
        (Some(one), Some(other)) if other.lines.len() > one.lines.len() => Some(other),
        (one, other) => one.or(other),
    }
}

/// 类别, 部件, 保修年限, then 橱柜, 柜体, 5年, 门板, 3年, …: one cell per line, each row ends with its time, and names that would repeat are left out.
fn ragged(
    page: &Page,
    lines: Range<usize>,
    is_header: &impl Fn(usize, usize) -> bool,
) -> Option<Table> {
    const MOST: usize = 160;
    const WIDEST: usize = 4;
    const FEWEST: usize = 3;
    let cells: Vec<(usize, usize)> = lines
        .clone()
        .take(MOST)
        .map(|line| {
            trim(
                &page.clean.chars, page.lines[line].start, page.lines[line].end,
            )
        })
        .take_while(|&(start, end)| {
            end - start <= CELL
                && !page
                    .clean
                    .slice(start, end)
                    .iter()
                    .any(|c| "。；，\t".contains(*c))
        })
        .collect();
    let heads = |&(start, end): &(usize, usize)| is_header(start, end);
    let width = cells.iter().take(WIDEST).position(heads)? + 1;
    let timed = |&(start, end): &(usize, usize)| has_time(page, start, end);
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
fn crossed(
    page: &Page,
    lines: Range<usize>,
    is_header: &impl Fn(usize, usize) -> bool,
) -> Option<Table> {
    const MOST: usize = 80;
    let cell = |line: usize| {
        let line = &page.lines[line];
        trim(&page.clean.chars, line.start, line.end)
    };
    let first = cell(lines.start);
    if first.1 - first.0 > 6 || has_time(page, first.0, first.1) {
        return None;
    }
    let cells: Vec<(usize, usize)> = lines
        .clone()
        .take(MOST)
        .map(cell)
        .take_while(|&(start, end)| {
            end - start <= CELL
                && !page
                    .clean
                    .slice(start, end)
                    .iter()
                    .any(|c| "。；\t".contains(*c))
        })
        .collect();
    (3..=6).find_map(|width| {
        let header = cells.get(..width)?;
        let plain = header
            .iter()
            .all(|&(start, end)| !has_time(page, start, end) && !is_header(start, end));
        let rows: Vec<_> = cells[width..]
            .chunks_exact(width)
            .take_while(|row| !has_time(page, row[0].0, row[0].1))
            .map(<[_]>::to_vec)
            .collect();
        let timed = rows
            .iter()
            .filter(|row| {
                is_header(row[0].0, row[0].1)
                    && row[1..]
                        .iter()
                        .all(|&(start, end)| has_time(page, start, end))
            })
            .count();
        (plain && timed >= 2).then(|| Table {
            lines: lines.start..lines.start + width * (rows.len() + 1),
            rows: std::iter::once(header.to_vec()).chain(rows).collect(),
        })
    })
}

/// 整机, 三年, 探测器, 5年, … under 质保: one cell per line, a name and then its time.
fn paired(page: &Page, lines: Range<usize>) -> Option<Table> {
    const MOST: usize = 80;
    const FEWEST: usize = 2;
    const VALUE: usize = 16;
    let cells: Vec<(usize, usize)> = lines
        .clone()
        .take(MOST)
        .map(|line| (page.lines[line].body, page.lines[line].end))
        .map(|(start, end)| trim(&page.clean.chars, start, end))
        .collect();
    let plain = |&(start, end): &(usize, usize), longest: usize| {
        end - start <= longest
            && !page
                .clean
                .slice(start, end)
                .iter()
                .any(|c| "。；，\t".contains(*c))
    };
    let rows: Vec<Vec<(usize, usize)>> = cells
        .chunks_exact(2)
        .take_while(|pair| {
            plain(&pair[0], CELL)
                && plain(&pair[1], VALUE)
                && !has_time(page, pair[0].0, pair[0].1)
                && has_time(page, pair[1].0, pair[1].1)
        })
        .map(<[_]>::to_vec)
        .collect();
    (rows.len() >= FEWEST).then(|| Table {
        lines: lines.start..lines.start + 2 * rows.len(),
        rows,
    })
}

/// —, / or 无: nothing is promised here.
fn is_empty(page: &Page, start: usize, end: usize) -> bool {
    page.clean
        .slice(start, end)
        .iter()
        .all(|c| "-/无 ".contains(*c))
}

fn has_time(page: &Page, start: usize, end: usize) -> bool {
    !periods(&page.clean.chars, start, end).is_empty()
}
