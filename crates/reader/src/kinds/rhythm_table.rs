//! Tables of rhythms: the cells under 周期 or 频次, or under a heading that speaks of them, are bare lengths of time.

use crate::outline::{Page, Table};
use crate::reading::Terms;
use crate::words::periods::{Role, periods};

use super::draft::Draft;

/// Words that name a rhythm.
const RHYTHMS: [&str; 5] = ["周期", "频次", "频率", "间隔", "更换时间"];

/// The duties of a table of rhythms: 活性炭 | 6个月 under 滤芯更换周期.
pub(super) fn drafts(page: &Page, table: &Table) -> Vec<Draft> {
    let Some(header) = table.rows.first() else {
        return Vec::new();
    };
    let named = |&(start, end): &(usize, usize)| names(page, start, end);
    let above = table
        .lines
        .start
        .checked_sub(1)
        .and_then(|line| page.lines.get(line))
        .is_some_and(|line| line.heading && names(page, line.body, line.end));
    let column = header.iter().position(named);
    if column.is_none() && !above {
        return Vec::new();
    }
    table
        .rows
        .iter()
        .skip(usize::from(column.is_some()))
        .filter_map(|row| match column {
            Some(column) => duty(page, *row.get(column)?),
            None => row.iter().skip(1).find_map(|cell| duty(page, *cell)),
        })
        .collect()
}

fn names(page: &Page, start: usize, end: usize) -> bool {
    const LONGEST: usize = 12;
    let text = page.clean.text(start, end);
    end - start <= LONGEST
        && RHYTHMS.iter().any(|word| text.contains(word))
        && !["质保", "保修", "响应"]
            .iter()
            .any(|word| text.contains(word))
        && !is_lead_time(text)
}

/// 供货周期, 维修周期: how long it takes, not how often it comes.
fn is_lead_time(text: &str) -> bool {
    [
        "供货", "供应", "到货", "交货", "订货", "采购", "发货", "配送", "送货", "维修周期", "返修",
        "修复", "处理周期", "生产", "交付", "施工", "安装周期", "回复",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// 6个月, 12个月/次: nothing but the length.
fn duty(page: &Page, (start, end): (usize, usize)) -> Option<Draft> {
    const LONGEST: usize = 8;
    let period = periods(&page.clean.chars, start, end).into_iter().next()?;
    let bare = end - start <= LONGEST
        && period.start == start
        && matches!(period.role, Role::Plain | Role::Recurring);
    bare.then_some(Draft {
        start,
        end,
        terms: Terms::RecurringDuty {
            what: "maintenance",
            every: Some(period.high),
            times: None,
        },
        confidence: 85,
    })
}
