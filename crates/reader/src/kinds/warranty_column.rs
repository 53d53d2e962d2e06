//! Tables of terms that fell apart into one cell per line, beyond what their width tells: a name, and somewhere below it a bare length.

use std::ops::Range;

use crate::outline::Page;
use crate::reading::Unit;
use crate::words::Concept;
use crate::words::periods::{Period, Role, periods};

use super::draft::Draft;
use super::term_cell::{is_quantity, term};
use super::time_table::{Head, head};

/// Longest cell.
const CELL: usize = 24;

/// The cell that heads the lengths below, if one was passed.
#[derive(Default)]
pub(super) struct Column {
    header: Option<usize>,
}

impl Column {
    /// Remembers a line that heads a column of terms, and forgets it at the next chapter.
    pub(super) fn pass(&mut self, page: &Page, line: usize) {
        let (start, end) = cell(page, line);
        let own = &page.lines[line];
        if end - start <= CELL / 2 && head(page, start, end) == Some(Head::Term) {
            self.header = Some(line);
        } else if own.mark.is_some() && own.heading && !page.holds(start, end, Concept::Warranty) {
            self.header = None;
        }
    }

    /// A line that is nothing but a length below such a cell: 主板, 24个月.
    pub(super) fn draft(&self, page: &Page, line: usize, last: usize) -> Option<Draft> {
        const FURTHEST: usize = 400;
        let header = self.header.filter(|header| line - header <= FURTHEST)?;
        let period = bare(page, line)?;
        let name = if (header + 1..line).all(|between| bare(page, between).is_some()) {
            beside(page, header, line, last)
        } else {
            above(page, header..line)
        }?;
        let (start, end) = cell(page, line);
        Some(Draft {
            start,
            end,
            terms: term(page, &period, &[name]),
            confidence: 80,
        })
    }
}

fn cell(page: &Page, line: usize) -> (usize, usize) {
    (page.lines[line].body, page.lines[line].end)
}

/// 24个月, 6年不漏水, 3年订阅: a length and hardly more.
fn bare(page: &Page, line: usize) -> Option<Period> {
    const MORE: usize = 4;
    let (start, end) = cell(page, line);
    if end - start > CELL || page.lines[line].mark.is_some() {
        return None;
    }
    let period = periods(&page.clean.chars, start, end).into_iter().next()?;
    let long = matches!(period.high.unit, Unit::Year | Unit::Month | Unit::Season);
    (long && period.role == Role::Plain && period.start == start && end - period.end <= MORE)
        .then_some(period)
}

/// Whether a line is a name and nothing else.
fn is_name(page: &Page, line: usize) -> bool {
    const OTHER: [&str; 9] = [
        "寿命", "供应", "周期", "合同", "工期", "有效期", "备件", "交货", "频次",
    ];
    let (start, end) = cell(page, line);
    let text = page.clean.text(start, end);
    (start + 1..=start + CELL).contains(&end)
        && !text.contains(['。', '；', '，', '：', '？', '\t'])
        && periods(&page.clean.chars, start, end).is_empty()
        && !is_quantity(text)
        && head(page, start, end).is_none()
        && !OTHER.iter().any(|word| text.contains(word))
}

/// The name before the length; a quantity or an empty cell may stand between.
fn above(page: &Page, between: Range<usize>) -> Option<(usize, usize)> {
    const NEAR: usize = 2;
    between
        .rev()
        .take(NEAR)
        .find(|line| is_name(page, *line))
        .map(|line| cell(page, line))
}

/// 产品类别, 浴缸, 浴室柜, 质保期限, 2年, 1年: as many names stand before the header as lengths behind it.
fn beside(page: &Page, header: usize, line: usize, last: usize) -> Option<(usize, usize)> {
    const MOST: usize = 40;
    let count = (header + 1..last.min(header + 1 + MOST))
        .take_while(|at| bare(page, *at).is_some())
        .count();
    let first = header.checked_sub(count)?;
    // A line before its header, or further behind it than there are names, is in no such column.
    let place = line.checked_sub(header + 1).filter(|at| *at < count)?;
    (first..header)
        .all(|at| is_name(page, at))
        .then(|| cell(page, first + place))
}
