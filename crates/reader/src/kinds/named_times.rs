//! Times without a header of their own: what they are stands in the heading above.

use crate::outline::{Page, Table};
use crate::reading::Unit;
use crate::words::Concept;
use crate::words::periods::{Role, periods};

use super::draft::Draft;
use super::milestones;
use super::time_table::{Head, cell_draft};

/// Whether a heading says what the times in the list under it are.
pub(super) fn announces(page: &Page, start: usize, end: usize) -> bool {
    head(page, start, end).is_some()
}

/// 质保, 到场（按地点）, 响应时间.
fn head(page: &Page, start: usize, end: usize) -> Option<Head> {
    const LONGEST: usize = 16;
    if end - start > LONGEST {
        return None;
    }
    let names = |concept| page.holds(start, end, concept);
    if names(Concept::WarrantyNoun) || names(Concept::Warranty) {
        return Some(Head::Term);
    }
    milestones::target(page, start, end, names(Concept::Complaint))
        .filter(|hit| hit.rank <= 1)
        .map(|hit| Head::Limit(hit.milestone))
}

/// The clauses of names and times in turn under a heading that says what they are.
pub(super) fn drafts(page: &Page, table: &Table) -> Option<Vec<Draft>> {
    let paired = table.rows.iter().all(|row| row.len() == 2)
        && table
            .rows
            .iter()
            .filter(|row| fits(page, row[1], Head::Term) || times(page, row[1]))
            .count()
            * 2
            > table.rows.len();
    let above = page.lines.get(table.lines.start.checked_sub(1)?)?;
    let head = head(page, above.body, above.end).filter(|_| paired)?;
    let found: Vec<Draft> = table
        .rows
        .iter()
        .filter(|row| fits(page, row[1], head))
        .filter_map(|row| cell_draft(page, row[1], head, &[row[0]]))
        .collect();
    (!found.is_empty()).then_some(found)
}

/// A bare time of any length.
fn times(page: &Page, (start, end): (usize, usize)) -> bool {
    const LONGEST: usize = 16;
    end - start <= LONGEST && !periods(&page.clean.chars, start, end).is_empty()
}

/// Years and months are terms, hours and days are limits.
fn fits(page: &Page, (start, end): (usize, usize), head: Head) -> bool {
    periods(&page.clean.chars, start, end)
        .first()
        .is_some_and(|period| {
            let long = matches!(period.high.unit, Unit::Year | Unit::Month | Unit::Season);
            matches!(period.role, Role::Plain | Role::Within) && (head == Head::Term) == long
        })
}

/// 期 限, 时长: the column holds the lengths, and the rows are named.
fn is_length(page: &Page, start: usize, end: usize) -> bool {
    let text: String = page.clean.text(start, end).split_whitespace().collect();
    ["期限", "年限", "时间", "时长", "期", "质保", "保修"].contains(&text.as_str())
}

/// 机型档次 | 主机 | 受话器 under the heading 保修: the columns are parts, the cells are terms.
pub(super) fn under_warranty(page: &Page, table: &Table) -> Vec<Draft> {
    let Some((header, rows)) = table.rows.split_first() else {
        return Vec::new();
    };
    let headed = page.lines[table.lines.start]
        .parents
        .last()
        .is_some_and(|parent| {
            let line = &page.lines[*parent];
            page.holds(line.body, line.end, Concept::WarrantyNoun)
                || page.holds(line.body, line.end, Concept::Warranty)
        });
    let long = |&(start, end): &(usize, usize)| {
        periods(&page.clean.chars, start, end)
            .first()
            .is_some_and(|period| {
                matches!(period.role, Role::Plain | Role::Within)
                    && matches!(period.high.unit, Unit::Year | Unit::Month | Unit::Season)
                    && end - start <= 16
                    && period.start == start
            })
    };
    let plain_header = header
        .iter()
        .all(|&(start, end)| periods(&page.clean.chars, start, end).is_empty());
    if !headed || !plain_header {
        return Vec::new();
    }
    rows.iter()
        .flat_map(|row| {
            row.iter()
                .enumerate()
                .skip(1)
                .map(move |(column, cell)| (row, column, cell))
        })
        .filter(|(_, _, cell)| long(cell))
        .filter_map(|(row, column, cell)| {
            let part = header
                .get(column)
                .copied()
                .filter(|&(start, end)| !is_length(page, start, end))
                .unwrap_or(row[0]);
            // 冷柜 | 主机: the part of that product; 冷柜 | 整机: the product.
            let whole = page.clean.text(part.0, part.1).trim() == "整机";
            let names = if whole || part == row[0] {
                vec![row[0]]
            } else {
                vec![row[0], part]
            };
            cell_draft(page, *cell, Head::Term, &names)
        })
        .collect()
}
