//! Tables of limits and terms: milestones or warranty in the header, conditions in the first columns.

use crate::outline::{Page, Table};
use crate::reading::{Condition, Milestone, Terms, Unit};
use crate::words::Concept;
use crate::words::periods::{Period, Role, periods};

use super::beginnings;
use super::conditions;
use super::draft::Draft;
use super::milestones;
use super::term_cell::{term, within};
use super::time_cells;

/// What the times under a header cell are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    Limit(Milestone),
    Term,
}

/// Whether a cell may head a column of times.
pub(crate) fn heads_times(page: &Page, start: usize, end: usize) -> bool {
    head(page, start, end).is_some()
}

pub(super) fn head(page: &Page, start: usize, end: usize) -> Option<Head> {
    const SHORT: usize = 8;
    let length = end - start;
    let empty = start >= end
        || length > 20
        || periods(&page.clean.chars, start, end)
            .iter()
            .any(|p| p.role != Role::Plain);
    if empty {
        return None;
    }
    let name = page.clean.text(start, end);
    // 保修方式, 质保范围: not how long.
    let manner = [
        "方式", "范围", "内容", "责任", "说明", "条件", "类型", "单位", "情况", "备注", "要求",
    ]
    .iter()
    .any(|word| name.trim().ends_with(word));
    let years = ["年限", "保修年限", "质保年限"].contains(&name.trim());
    let warranty = page
        .tokens_in(start, end)
        .iter()
        .any(|t| t.is(Concept::Warranty) && !t.is(Concept::InTerm) && !t.is(Concept::OutTerm));
    if warranty && !manner || years {
        return Some(Head::Term);
    }
    let hit = milestones::target(page, start, end, page.holds(start, end, Concept::Complaint))?;
    let text = page.clean.text(start, end);
    let timed = [
        "时间", "时限", "时效", "时长", "期限", "小时", "响应", "到场", "修复", "恢复", "解决",
        "到达", "上门", "抵达", "赶到", "送达", "答复", "回复", "处理", "排除", "到位", "货周期",
        "货期",
    ]
    .iter()
    .any(|word| text.contains(word));
    // 需要查询后答复: a circumstance, not the name of a column.
    let named = ["时间", "时限", "时效", "时长", "期限", "周期"]
        .iter()
        .any(|word| text.ends_with(word));
    let circumstance = text.contains('后') && !text.contains("售后") && !named;
    // 工程师到院, 现场到场: a short cell that names an act outright.
    let outright = hit.rank == 0 && length <= SHORT;
    (hit.rank <= 3
        && (timed || outright)
        && !circumstance
        && !["方式", "内容", "级别", "等级", "标准", "描述", "人员"]
            .iter()
            .any(|word| text.ends_with(word)))
    .then_some(Head::Limit(hit.milestone))
}

/// The clauses of a table, or `None` where its header names no milestone and no warranty.
pub(crate) fn drafts(page: &Page, table: &Table) -> Option<Vec<Draft>> {
    let by_column = oriented(page, &table.rows, false);
    // An empty first cell repeats the one above: such rows are read one by one.
    let merged = table
        .rows
        .iter()
        .skip(1)
        .any(|row| row.first().is_some_and(|(start, end)| start == end));
    if by_column.is_empty() && merged && names_rows(page, table) {
        return None;
    }
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
    let found = if found.is_empty() {
        super::named_times::under_warranty(page, table)
    } else {
        found
    };
    (!found.is_empty()).then_some(found)
}

/// A cell of a row whose name says what its time is: 减速电机 | 伍年 under 质保, 现场（工作日） | 2h under 响应.
pub(crate) fn row_draft(
    page: &Page,
    cell: (usize, usize),
    labels: &[(usize, usize)],
) -> Option<Draft> {
    const BARE: usize = 14;
    if cell.1 - cell.0 > BARE {
        return None;
    }
    let named = labels
        .iter()
        .rev()
        .find_map(|&(start, end)| Some(((start, end), head(page, start, end)?)));
    let ((start, end), head) = named?;
    let others: Vec<(usize, usize)> = labels
        .iter()
        .copied()
        .filter(|label| *label != (start, end))
        .collect();
    let period = periods(&page.clean.chars, cell.0, cell.1)
        .into_iter()
        .next()?;
    let long = matches!(period.high.unit, Unit::Year | Unit::Month | Unit::Season);
    let fits = matches!(period.role, Role::Plain | Role::Within)
        && (head == Head::Term) == long
        && (head != Head::Term || period.start - cell.0 <= 2);
    // 响应 | 现场（工作日） | 2h: the second name says that somebody comes.
    let comes = head == Head::Limit(Milestone::Answered)
        && others.iter().any(|&(start, end)| {
            let text = page.clean.text(start, end);
            ["现场", "到场", "上门"]
                .iter()
                .any(|word| text.contains(word))
        });
    let head = if comes {
        Head::Limit(Milestone::OnSite)
    } else {
        head
    };
    // A limit is told by its own name; the condition stands in the same cell: 到场（非演出日）.
    let conditions: Vec<(usize, usize)> = if matches!(head, Head::Limit(_)) {
        vec![(start, end)]
    } else {
        labels.to_vec()
    };
    fits.then(|| cell_draft(page, cell, head, &conditions))
        .flatten()
}

/// Whether rows are a name and its time: 减速电机 | 伍年.
pub(crate) fn names_rows(page: &Page, table: &Table) -> bool {
    const ENOUGH: usize = 2;
    table.rows.iter().any(|row| row.len() >= 3)
        && table
            .rows
            .iter()
            .filter(|row| {
                (1..row.len()).any(|column| row_draft(page, row[column], &row[..column]).is_some())
            })
            .count()
            >= ENOUGH
}

/// Whether a row only names its columns.
pub(crate) fn is_header(page: &Page, row: &[(usize, usize)]) -> bool {
    const LONGEST: usize = 12;
    row.iter().all(|&(start, end)| {
        end - start <= LONGEST && periods(&page.clean.chars, start, end).is_empty()
    })
}

/// Whether a header cell heads what a tender demands rather than what is promised.
pub(crate) fn demands(page: &Page, start: usize, end: usize) -> bool {
    const LONGEST: usize = 12;
    let text = page.clean.text(start, end);
    end - start <= LONGEST
        && [
            "招标要求", "采购要求", "招标文件要求", "招标参数", "招标文件", "磋商要求", "采购需求",
            "谈判要求", "文件要求",
        ]
        .iter()
        .any(|word| text.contains(word))
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
    let heads = rows[header_at].iter();
    let heads = heads.map(|&(start, end)| head(page, start, end)).collect();
    let heads = super::part_columns::with_parts(page, &rows[header_at..], heads);
    let circumstances = circumstances(page, &rows[header_at], &heads);
    let prices = super::price_column::heads(page, &rows[header_at], &heads);
    let mut found = Vec::new();
    let mut carried: Vec<(usize, usize)> = Vec::new();
    for row in &rows[header_at + 1..] {
        for (column, cell) in row.iter().enumerate() {
            if prices.contains(&column) {
                let (head, named) = (rows[header_at][column], labels(row, &heads, &carried));
                found.extend(super::price_column::draft(page, (head, *cell), &named));
            }
            if let Some(Some(head)) = heads.get(column) {
                let first = found.len();
                let mut named = labels(row, &heads, &carried);
                if *head == Head::Term {
                    named.insert(0, rows[header_at][column]);
                }
                let unit = rows[header_at]
                    .get(column)
                    .and_then(|&(start, end)| unit_of(page, start, end));
                let several =
                    time_cells::several(page, *cell, rows[header_at][column], *head, &named);
                if several.is_empty() {
                    found.extend(
                        cell_draft(page, *cell, *head, &named)
                            .or_else(|| bare_number(page, *cell, *head, &named, unit.as_deref()?)),
                    );
                } else {
                    found.extend(several);
                }
                for draft in &mut found[first..] {
                    hold_under(page, draft, circumstances[column]);
                }
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

/// 到达现场（市区） beside 到达现场（其他地区）: what the brackets of a header say, where several columns end with one step.
fn circumstances(
    page: &Page,
    header: &[(usize, usize)],
    heads: &[Option<Head>],
) -> Vec<Option<(usize, usize)>> {
    let chars = &page.clean.chars;
    let bracketed = |&(start, end): &(usize, usize)| {
        let open = (start..end).find(|at| chars[*at] == '（')?;
        let close = (open..end).rfind(|at| chars[*at] == '）')?;
        (open + 1 < close).then_some((open + 1, close))
    };
    let alike = |head: &Head| heads.iter().flatten().filter(|own| *own == head).count() > 1;
    let of = |(cell, head): (&(usize, usize), &Option<Head>)| match head {
        Some(head @ Head::Limit(_)) if alike(head) => bracketed(cell),
        _ => None,
    };
    header.iter().zip(heads).map(of).collect()
}

/// A limit holds only in the circumstance its column names.
fn hold_under(page: &Page, draft: &mut Draft, circumstance: Option<(usize, usize)>) {
    let (Terms::TimeLimit { condition, .. }, Some((start, end))) = (&mut draft.terms, circumstance)
    else {
        return;
    };
    let named = conditions::joined(page, start, end);
    for value in &named {
        conditions::add(condition, value);
    }
    if named.is_empty() {
        let words = page.quote(start, end).0;
        let slot = if is_place(&words) {
            &mut condition.region
        } else {
            &mut condition.other
        };
        slot.get_or_insert(words);
    }
}

/// 苏州、无锡、常州; 海淀区: names of places that no list holds.
fn is_place(words: &str) -> bool {
    words.split(['、', '，', '和', '及']).all(|word| {
        word.ends_with([
            '市', '区', '县', '省', '州', '镇', '乡', '城', '岛', '内', '外',
        ])
    }) || words.contains('、') && words.split('、').all(|word| word.chars().count() == 2)
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

pub(super) fn cell_draft(
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
        Head::Term => within(page, start, &period, labels, term(page, &period, labels)),
    };
    // What follows in the cell is a promise of its own: 24小时内；无法修复的提供备用件.
    let more = |from: usize| !periods(&page.clean.chars, from, end).is_empty();
    let stop = (period.end..end)
        .find(|at| {
            let char = page.clean.chars[*at];
            "；。".contains(char) || char == '，' && more(*at)
        })
        .unwrap_or(end);
    Some(Draft {
        start,
        end: stop,
        terms,
        confidence: 92,
    })
}

/// The unit a header or the line above the table names for bare numbers: 到场时间（小时）.
fn unit_of(page: &Page, start: usize, end: usize) -> Option<String> {
    const ABOVE: usize = 40;
    let above = super::surroundings::line_at(page, start)
        .map_or(start, |line| line.start)
        .saturating_sub(ABOVE);
    [(start, end), (above, start)]
        .into_iter()
        .find_map(|(from, to)| {
            let text = page.clean.text(from, to);
            [
                "小时", "分钟", "工作日", "天", "日", "个月", "月", "年", "h", "min",
            ]
            .iter()
            .find(|unit| {
                text.contains(&format!("（{unit}）")) || text.contains(&format!("单位：{unit}"))
            })
            .map(|unit| {
                if *unit == "月" {
                    "个月".to_owned()
                } else {
                    (*unit).to_owned()
                }
            })
        })
}

/// 4 under 到场（小时）: the number alone, its unit in the header.
fn bare_number(
    page: &Page,
    cell: (usize, usize),
    head: Head,
    labels: &[(usize, usize)],
    unit: &str,
) -> Option<Draft> {
    const LONGEST: usize = 6;
    let text = page.clean.text(cell.0, cell.1);
    let number = text.trim_start_matches(['≤', '<', '=', ' ']);
    let bare = (1..=LONGEST).contains(&number.chars().count())
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || "-~.".contains(c));
    if !bare {
        return None;
    }
    let written: Vec<char> = format!("{number}{unit}").chars().collect();
    let period = periods(&written, 0, written.len()).into_iter().next()?;
    let terms = match head {
        Head::Limit(to) => limit(
            page,
            (cell.0, cell.0),
            to,
            &Period {
                start: cell.0,
                end: cell.0,
                ..period
            },
            labels,
        )?,
        Head::Term => term(page, &period, labels),
    };
    Some(Draft {
        start: cell.0,
        end: cell.1,
        terms,
        confidence: 85,
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
    // 易损件 | 24小时 under 供应时限: what is supplied is a part.
    let part = to == Milestone::Delivered
        && labels.iter().any(|&(start, end)| {
            page.holds(start, end, Concept::PartStrict)
                || page.clean.text(start, end).ends_with('件')
        });
    let to = if part { Milestone::PartArrived } else { to };
    let from = written.unwrap_or(match to {
        Milestone::PartArrived => Milestone::PartOrdered,
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
    // 1 | 主轴承 | 48小时: a running number names nothing.
    let counted = |&&(start, end): &&(usize, usize)| {
        page.clean
            .slice(start, end)
            .iter()
            .all(char::is_ascii_digit)
    };
    let labels = labels
        .iter()
        .skip_while(counted)
        .filter(|label| !conditions::is_unbounded(page, **label));
    for (index, &(start, end)) in labels.enumerate() {
        let named = conditions::joined(page, start, end);
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
                conditions::add(&mut condition, &value);
            }
        }
    }
    condition
}
