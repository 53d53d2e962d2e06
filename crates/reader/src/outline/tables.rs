//! Tables: typed with tabs, bars or gaps, or flattened to one cell per line.

use std::ops::Range;

use super::Page;
use super::flat_tables as flat;

/// A table: rows of clean ranges.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// The lines it takes up.
    pub lines: Range<usize>,
    /// Its cells.
    pub rows: Vec<Vec<(usize, usize)>>,
}

/// Finds the tables among the lines of a plan. `is_header` tells a cell that heads a column of times, `announces` a line that heads a list of names
/// and their times.
pub(crate) fn tables(
    page: &Page,
    lines: Range<usize>,
    is_header: impl Fn(usize, usize) -> bool,
    announces: impl Fn(usize, usize) -> bool,
) -> Vec<Table> {
    let cells = flat::Cells::of(page, lines.start, &is_header, announces);
    let mut found = Vec::new();
    let mut at = lines.start;
    while at < lines.end {
        let rows: Vec<_> = (at..lines.end).map_while(|line| row(page, line)).collect();
        if rows.len() >= 2 {
            let end = at + rows.len();
            let mut kept: Vec<_> = rows.into_iter().filter(|row| !is_rule(page, row)).collect();
            join_headers(page, &mut kept, &is_header);
            name_rows(page, &mut kept);
            found.push(Table {
                lines: at..end,
                rows: kept,
            });
            at = end;
        } else if let Some(table) = flat::found(&cells, at..lines.end) {
            at = table.lines.end;
            found.push(table);
        } else {
            at += 1;
        }
    }
    found
}

/// A header of two rows, as tables with merged cells have it: "故障等级 | 响应时限 |" over " | 电话响应 | 到达现场". What heads
/// a column stands in the lower row, or in the upper one where the cell reaches down.
fn join_headers(
    page: &Page,
    rows: &mut Vec<Vec<(usize, usize)>>,
    is_header: impl Fn(usize, usize) -> bool,
) {
    let [upper, lower, _, ..] = &rows[..] else {
        return;
    };
    let is_blank = |&(start, end): &(usize, usize)| start == end;
    let reaches_down = match (upper.first(), lower.first()) {
        (Some(above), Some(below)) => {
            is_blank(below)
                || page.clean.slice(above.0, above.1) == page.clean.slice(below.0, below.1)
        }
        _ => false,
    };
    let heads = lower
        .iter()
        .skip(1)
        .any(|&(start, end)| is_header(start, end));
    let is_one = reaches_down && heads && is_untimed(page, upper) && is_untimed(page, lower);
    if !is_one || lower.len() < upper.len() {
        return;
    }
    let joined = lower.iter().enumerate().map(|(at, below)| {
        let above = upper.get(at).filter(|_| is_blank(below));
        *above.unwrap_or(below)
    });
    rows[0] = joined.collect();
    rows.remove(1);
}

fn is_untimed(page: &Page, row: &[(usize, usize)]) -> bool {
    row.iter().all(|&(start, end)| {
        crate::words::periods::periods(&page.clean.chars, start, end).is_empty()
    })
}

/// The header of a table typed with gaps leaves the first column without a name: "      到场      修复" over 市区, 2小时, 8小时.
fn name_rows(page: &Page, rows: &mut [Vec<(usize, usize)>]) {
    let [header, body @ ..] = rows else { return };
    let untimed = is_untimed(page, header);
    let wider = !body.is_empty() && body.iter().all(|row| row.len() == header.len() + 1);
    if untimed
        && wider
        && let Some(&(start, _)) = header.first()
    {
        header.insert(0, (start, start));
    }
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

pub(super) fn trim(chars: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
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
