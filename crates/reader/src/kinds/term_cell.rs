//! What a cell under a warranty header says: how long, and of which part.

use crate::outline::Page;
use crate::reading::{Terms, WarrantyScope};
use crate::words::Concept;
use crate::words::periods::Period;

use super::warranty_subject;
use super::warranty_term::terms;

/// 18台, 2套, 一批: how many.
pub(super) fn is_quantity(text: &str) -> bool {
    const LONGEST: usize = 6;
    let text = text.trim();
    let count =
        text.trim_end_matches(|c: char| "台套个节只批支块根把条件组樘扇具辆米项处副张".contains(c));
    count.len() < text.len()
        && text.chars().count() <= LONGEST
        && count
            .chars()
            .all(|c| c.is_ascii_digit() || "一二两三四五六七八九十若干.".contains(c))
}

/// 序号, 内容, 备注: what a column holds rather than a thing.
fn heads_column(text: &str) -> bool {
    [
        "序号", "名称", "类别", "投标", "偏离", "响应", "参数", "指标", "数量", "备注", "结果",
        "说明",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// 吸油烟机 | 电机10年 under 主要部件包修: the cell names the part itself, and its row the product.
pub(super) fn within(
    page: &Page,
    start: usize,
    period: &Period,
    labels: &[(usize, usize)],
    found: Terms,
) -> Terms {
    let Some(part) = warranty_subject::component(page, start, period.start) else {
        return found;
    };
    let product = labels
        .iter()
        .filter(|&&(from, to)| to <= start && !page.holds(from, to, Concept::Warranty))
        .map(|&(from, to)| page.quote(from, to).0)
        .find(|name| {
            !heads_column(name)
                && !is_quantity(name)
                && !name.starts_with(|c: char| c.is_ascii_digit())
        })
        .filter(|name| !name.contains(&part) && !warranty_subject::is_whole(name));
    let named = match product {
        Some(product) if !product.ends_with("部件") => format!("{product}{part}"),
        _ => part,
    };
    match found {
        Terms::WarrantyTerm {
            term,
            seasons,
            lifetime,
            or_usage,
            or_term,
            ..
        } => Terms::WarrantyTerm {
            term,
            seasons,
            lifetime,
            scope: WarrantyScope::Component,
            component: Some(named),
            or_usage,
            or_term,
        },
        other => other,
    }
}

pub(super) fn term(page: &Page, period: &Period, labels: &[(usize, usize)]) -> Terms {
    const NAME: usize = 16;
    // 主机保修期 | 3年: a name beside the word for the warranty is the part, a label such as 承诺 is none; 电冰箱 | 主要部件保修 are both named.
    let name = |&(start, end): &(usize, usize)| {
        let text = page.clean.text(start, end);
        let number = text
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace())
            || is_quantity(text);
        let generic = warranty_subject::is_generic(text) || heads_column(text);
        match () {
            () if page.holds(start, end, Concept::Warranty) => {
                warranty_subject::component(page, start, end)
            }
            () if number || generic => None,
            () => Some(page.quote(start, end).0).filter(|name| !warranty_subject::is_whole(name)),
        }
    };
    let named: Vec<String> = labels
        .iter()
        .filter(|label| label.1 <= period.start)
        .filter_map(name)
        .filter(|name| name.chars().count() <= NAME)
        .collect();
    let part = |name: &String| {
        ["部件", "零件", "配件", "件"]
            .iter()
            .any(|end| name.ends_with(end))
    };
    // 橱柜 | 门板 | 3年: thing and part together; the name in the header is the part.
    let component = match named.as_slice() {
        [part_name, thing, ..] if part(part_name) => Some(format!("{thing}{part_name}")),
        [thing, part_name, ..] => Some(format!("{thing}{part_name}")),
        [name] => Some(name.clone()),
        [] => labels.iter().find_map(name),
    };
    terms(Some(period), component, None)
}
