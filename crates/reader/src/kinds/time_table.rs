//! Tables of limits and terms: milestones or warranty in the header, conditions in the first columns.

use crate::outline::{Page, Table};
use crate::reading::{Condition, Milestone, Terms, WarrantyScope};
use crate::words::Concept;
use crate::words::periods::{Period, Role, periods};

use super::beginnings;
use super::conditions;
use super::draft::Draft;
use super::milestones;

/// What the times under a header cell are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Limit(Milestone),
    Term,
}

/// Whether a cell may head a column of times.
pub(crate) fn heads_times(page: &Page, start: usize, end: usize) -> bool {
    head(page, start, end).is_some()
}

fn head(page: &Page, start: usize, end: usize) -> Option<Head> {
    let length = end - start;
    let empty = start >= end
        || length > 20
        || periods(&page.clean.chars, start, end)
            .iter()
            .any(|p| p.role != Role::Plain);
    if empty {
        return None;
    }
    let warranty = page
        .tokens_in(start, end)
        .iter()
        .any(|t| t.is(Concept::Warranty) && !t.is(Concept::InTerm) && !t.is(Concept::OutTerm));
    if warranty {
        return Some(Head::Term);
    }
    let hit = milestones::target(page, start, end, page.holds(start, end, Concept::Complaint))?;
    let text = page.clean.text(start, end);
    let timed = [
        "时间", "时限", "时效", "时长", "期限", "小时", "响应", "到场", "修复", "恢复", "解决",
        "到达", "上门", "抵达", "赶到", "送达", "答复", "回复", "处理", "排除", "到位",
    ]
    .iter()
    .any(|word| text.contains(word));
    // 需要查询后答复: a circumstance, not the name of a column.
    let named = ["时间", "时限", "时效", "时长", "期限"]
        .iter()
        .any(|word| text.ends_with(word));
    let circumstance = text.contains('后') && !text.contains("售后") && !named;
    (hit.rank <= 3
        && timed
        && !circumstance
        && !["方式", "内容", "级别", "等级", "标准", "描述", "人员"]
            .iter()
            .any(|word| text.ends_with(word)))
    .then_some(Head::Limit(hit.milestone))
}

/// The clauses of a table, or `None` where its header names no milestone and no warranty.
pub(crate) fn drafts(page: &Page, table: &Table) -> Option<Vec<Draft>> {
    let by_column = oriented(page, &table.rows, false);
    // Two columns are names and values, which read as sentences.
    let wide = table
        .rows
        .iter()
        .any(|row| row.iter().filter(|(start, end)| start < end).count() >= 3);
    let found = if by_column.is_empty() && wide {
        oriented(page, &transposed(&table.rows), true)
    } else {
        by_column
    };
    (!found.is_empty()).then_some(found)
}

fn transposed(rows: &[Vec<(usize, usize)>]) -> Vec<Vec<(usize, usize)>> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    (0..width)
        .map(|column| {
            rows.iter()
                .map(|row| row.get(column).copied().unwrap_or((0, 0)))
                .collect()
        })
        .collect()
}

fn oriented(page: &Page, rows: &[Vec<(usize, usize)>], turned: bool) -> Vec<Draft> {
    let Some(header_at) = rows.iter().take(3).position(|row| {
        row.iter()
            .skip(usize::from(turned))
            .any(|&(s, e)| head(page, s, e).is_some())
    }) else {
        return Vec::new();
    };
    let heads: Vec<Option<Head>> = rows[header_at]
        .iter()
        .map(|&(start, end)| head(page, start, end))
        .collect();
    let mut found = Vec::new();
    let mut carried: Vec<(usize, usize)> = Vec::new();
    for row in &rows[header_at + 1..] {
        for (column, cell) in row.iter().enumerate() {
            if let Some(Some(head)) = heads.get(column) {
                found.extend(cell_draft(
                    page,
                    *cell,
                    *head,
                    &labels(row, &heads, &carried),
                ));
            }
        }
        carried = (0..row.len())
            .map(|column| {
                if row[column].0 < row[column].1 {
                    row[column]
                } else {
                    carried.get(column).copied().unwrap_or((0, 0))
                }
            })
            .collect();
    }
    found
}

/// The cells of a row that are no times; an empty one repeats the cell above, as merged cells do.
fn labels(
    row: &[(usize, usize)],
    heads: &[Option<Head>],
    carried: &[(usize, usize)],
) -> Vec<(usize, usize)> {
    (0..row.len())
        .filter(|column| heads.get(*column).copied().flatten().is_none())
        .map(|column| {
            if row[column].0 < row[column].1 {
                row[column]
            } else {
                carried.get(column).copied().unwrap_or((0, 0))
            }
        })
        .filter(|(start, end)| start < end)
        .collect()
}

fn cell_draft(
    page: &Page,
    (start, end): (usize, usize),
    head: Head,
    labels: &[(usize, usize)],
) -> Option<Draft> {
    let period = periods(&page.clean.chars, start, end)
        .into_iter()
        .find(|p| !matches!(p.role, Role::Usage | Role::Recurring))?;
    let terms = match head {
        Head::Limit(to) => limit(page, (start, end), to, &period, labels)?,
        Head::Term => term(page, &period, labels),
    };
    // What follows in the cell is a promise of its own: 24小时内；无法修复的提供备用件.
    let stop = (period.end..end)
        .find(|at| "；。".contains(page.clean.chars[*at]))
        .unwrap_or(end);
    Some(Draft {
        start,
        end: stop,
        terms,
        confidence: 92,
    })
}

fn limit(
    page: &Page,
    (start, end): (usize, usize),
    to: Milestone,
    period: &Period,
    labels: &[(usize, usize)],
) -> Option<Terms> {
    let written = beginnings::beginning(page, start, period.start)
        .map(|hit| hit.milestone)
        .filter(|from| *from != to);
    let to = milestones::target(page, period.end, end, false)
        .filter(|hit| hit.rank == 0)
        .map_or(to, |hit| hit.milestone);
    let from = written.unwrap_or(match to {
        Milestone::ComplaintAnswered | Milestone::ComplaintSettled => Milestone::ComplaintReceived,
        Milestone::CalledBack | Milestone::ReportDelivered => Milestone::Repaired,
        _ => Milestone::Reported,
    });
    (from != to).then(|| Terms::TimeLimit {
        from,
        to,
        limit: period.high,
        target: period.low,
        unit: period.unit,
        backwards: false,
        condition: row_condition(page, labels),
    })
}

/// The first label names the row; the others only add dimensions it left blank.
fn row_condition(page: &Page, labels: &[(usize, usize)]) -> Condition {
    let mut condition = Condition::default();
    for (index, &(start, end)) in labels.iter().enumerate() {
        let named = conditions::named(page, start, end);
        if index == 0
            && named.is_empty()
            && !page
                .clean
                .slice(start, end)
                .iter()
                .all(char::is_ascii_digit)
        {
            condition.other = Some(page.quote(start, end).0);
        }
        if index == 0 || end - start <= 10 {
            for value in named {
                conditions::apply(&mut condition, &value);
            }
        }
    }
    condition
}

fn term(page: &Page, period: &Period, labels: &[(usize, usize)]) -> Terms {
    let named = labels.iter().find(|(start, end)| {
        !page
            .clean
            .slice(*start, *end)
            .iter()
            .all(|c| c.is_ascii_digit() || c.is_whitespace())
    });
    let component = named
        .map(|&(start, end)| page.quote(start, end).0)
        .filter(|name| !super::warranty_subject::is_whole(name));
    Terms::WarrantyTerm {
        term: period.high.iso().map(|_| period.high),
        seasons: period
            .high
            .iso()
            .is_none()
            .then_some(period.high.hundredths / 100),
        lifetime: false,
        scope: if component.is_some() {
            WarrantyScope::Component
        } else {
            WarrantyScope::WholeUnit
        },
        component,
        or_usage: None,
    }
}
