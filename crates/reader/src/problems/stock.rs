//! A stocked pool beside parts ordered only when needed.

use super::finding::Finding;
use super::{Docket, short};
use crate::reading::{Problem, Settlement, Severity, Span, Terms};

/// Words for parts that are bought only when one is needed.
const ORDERED: [&str; 19] = [
    "需订货", "订购后", "按需采购", "现用现订", "临时采购", "现订", "需采购", "不设库存",
    "不备库存", "按需订购", "随用随购", "需从厂家", "订货后", "需要时订", "用时再", "不设备件库",
    "现买", "用到再买", "另行采购",
];
/// Whom parts are ordered from.
const MAKERS: [&str; 7] = [
    "厂家", "原厂", "生产厂", "生产商", "制造商", "供应商", "总部",
];
/// And how.
const ORDERS: [&str; 6] = ["订货", "订购", "采购", "调货", "购买", "订"];
/// Most characters from 向 or 从 to the verb.
const REACH: usize = 10;
/// Words that leave the stock as promised: the order is for what it does not hold.
const EXCEPTED: [&str; 15] = [
    "特殊", "非标", "定制", "停产", "库存不足", "缺货", "无库存", "未备", "其余", "其他", "其它",
    "大件", "非常用", "非易损", "以外",
];
/// Words for a stock, where no clause of it was read.
const STOCKED: [&str; 5] = ["库存充足", "常年储备", "备有库存", "常备", "储备充足"];
const PARTS: [&str; 5] = ["备件", "配件", "零件", "备品", "零部件"];

pub(super) fn find(docket: &Docket<'_>) -> Option<Problem> {
    let read = docket
        .plan
        .clauses
        .iter()
        .find(|clause| matches!(clause.terms, Terms::Parts { what: "stock", .. }))
        .map(|clause| (clause.quote.clone(), clause.span));
    let (stock, place) = read.or_else(|| phrase(docket, stocked))?;
    let (order, span) = phrase(docket, ordered)?;
    (!place.overlaps(span)).then(|| {
        Finding::StockAndOrder(short(&stock), short(&order)).problem(
            Severity::Hard,
            vec![place, span],
            Settlement::DifferentScope,
        )
    })
}

/// The first phrase that says something: the words between commas around the place `says` finds in a line.
fn phrase(docket: &Docket<'_>, says: fn(&str) -> Option<usize>) -> Option<(String, Span)> {
    docket.lines().find_map(|(start, end)| {
        let text = docket.page.clean.text(start, end);
        let at = start + text[..says(text)?].chars().count();
        let stops = |at: &usize| "，。；".contains(docket.page.clean.chars[*at]);
        let from = (start..at).rev().find(stops).map_or(start, |stop| stop + 1);
        Some(
            docket
                .page
                .quote(from, (at..end).find(stops).unwrap_or(end)),
        )
    })
}

fn stocked(text: &str) -> Option<usize> {
    let of_parts = PARTS.iter().any(|part| text.contains(part));
    STOCKED
        .iter()
        .find_map(|word| text.find(word))
        .filter(|_| of_parts)
}

fn ordered(text: &str) -> Option<usize> {
    if EXCEPTED.iter().any(|word| text.contains(word)) {
        return None;
    }
    let named = ORDERED.iter().find_map(|word| text.find(word));
    named.or_else(|| {
        text.match_indices(['向', '从', '由'])
            .map(|(at, _)| at)
            .find(|at| {
                let near: String = text[*at..].chars().skip(1).take(REACH).collect();
                MAKERS
                    .iter()
                    .filter_map(|maker| near.find(maker).map(|at| &near[at + maker.len()..]))
                    .any(|after| ORDERS.iter().any(|order| after.starts_with(order)))
            })
    })
}
