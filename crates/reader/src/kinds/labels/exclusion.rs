//! Exclusions: what is not repaired free of charge.

use super::View;
use crate::reading::{Payer, Terms};
use crate::words::Concept as C;

pub(super) fn score(view: &View<'_>) -> u8 {
    let dated = view.timed.iter().any(|draft| {
        draft.touches(view.start, view.end) && matches!(draft.terms, Terms::WarrantyStart { .. })
    });
    let heads_list = view.page.clean.chars.get(view.sentence.end - 1) == Some(&'：')
        && view.has(&["下列", "以下", "如下", "任何一种", "之一"]);
    let sold_where = view.has(&["不含港澳", "适用于在中国", "不包括港澳"]);
    if dated
        || heads_list
        || sold_where
        || view.announces()
        || view.limited()
        || (view.heading() && !listed(view))
    {
        return 0;
    }
    // 得您掏钱, 自己出钱: what the customer pays for.
    let own_pocket = ["您掏", "自掏", "您自己", "自己掏", "自己出钱", "自费"]
        .iter()
        .any(|word| view.has(&[word]))
        && view.page.tokens_in(view.sentence.start, view.end).len() >= 2;
    if own_pocket && !view.money() {
        return 86;
    }
    let refused = view.is(C::NotCovered) || view.has(&["不作保修", "不进行保修", "不在此"]);
    if view.money() {
        return 0;
    }
    let but = view.has(&["除外"]) && (view.sentence_is(C::Free) || view.sentence_is(C::Bear));
    // 一次性用品除外 where the line or its heading speaks of the warranty; （紧急事故除外） is a gloss.
    let excepted =
        view.has(&["除外"]) && view.about_warranty() && !view.warranted() && !glossed(view);
    let scope = but
        || excepted
        || view.about_warranty() && !view.has(&["除外"]) && !view.warranted()
        || view.has(&["不退不换", "不予退换"])
        || view.whole_has(&["引起", "造成", "导致", "所致"])
        || view.holds(C::CoverScope)
        || view.has(&["不计入", "不适用", "失效", "我们不管", "本店不管"])
        || view.holds(C::InTerm)
        || view.customers_cause()
        || view.holds(C::Free)
        || view.sentence_is(C::Warranty);
    if refused
        && scope
        && !view.has(&[
            "不提供证明", "不承担任何费用", "用户不承担", "客户不承担", "甲方不承担", "不负责任",
        ])
    {
        return 92;
    }
    if listed(view) {
        return 85;
    }
    let own_fault = view.customers_cause()
        && !view.has(&["非人为", "不是人为", "无人为", "除人为"])
        && !view.sentence_is(C::Exchange);
    let charged = view
        .page
        .tokens_in(view.start, view.sentence.end)
        .iter()
        .any(|t| t.is(C::ChargeStrong))
        || view.whole().contains("自行承担")
        || customer_bears(view);
    let brought = view.has(&["造成", "导致", "形成", "引起", "所致", "原因", "因"]);
    if own_fault && charged && brought && !view.is(C::Free) {
        return 66;
    }
    if view.customers_cause() && view.has(&["除外", "例外"]) {
        return 90;
    }
    0
}

/// 造成的损坏由网点承担, 甲方自理: the customer pays for it.
fn customer_bears(view: &View<'_>) -> bool {
    view.page
        .tokens_in(view.start, view.sentence.end)
        .iter()
        .filter(|token| token.is(C::Customer))
        .any(|token| {
            let next = view.page.clean.text(token.end, token.end + 5);
            [
                "承担", "负担", "自理", "负责", "自行承担", "自行负责", "付费", "自费",
            ]
            .iter()
            .any(|pays| next.starts_with(pays))
        })
}

/// Whether the stretch stands in brackets.
fn glossed(view: &View<'_>) -> bool {
    view.start
        .checked_sub(1)
        .is_some_and(|at| view.page.clean.chars[at] == '（')
}

/// An item of a list headed 以下情况不属于保修范围.
fn listed(view: &View<'_>) -> bool {
    let Some(&(start, end)) = view.context.headings.last() else {
        return false;
    };
    let heading = view.page.clean.passage(start, end);
    let refusing = view
        .page
        .tokens_in(start, end)
        .iter()
        .any(|t| t.is(C::NotCovered))
        || heading.has(&[
            "不保修", "不包", "不保", "免责", "不包括", "不在", "收费维修", "有偿服务范围",
            "非保修", "不免费", "失效", "要收费", "需收费", "收费修理", "收费情形", "自费",
            "改为收费", "收费服务：", "不含", "我们不承担", "不承担什么", "不负责", "不予",
            "除外责任", "责任免除", "免除责任", "不管什么", "不属", "不适用", "酌收维修",
            "收费处理", "不提供免费",
        ])
        || charged_cases(heading.text());
    let tendered = heading.has(&["投标", "满足", "响应文件"]);
    refusing
        && !tendered
        && !view.is(C::Complaint)
        && !view.is(C::NotLess)
        && !view.is(C::ChargeStrong)
        && !view.money()
        && (!view.is(C::Warranty)
            || view.is(C::OutTerm)
            || view.has(&[
                "超过保修期", "超出保修期", "保修卡", "凭证", "发票", "涂改", "担保期的", "期限的",
            ]))
}

/// 下列情况收费, 以下情形按成本收费: the list under it is what is not free.
fn charged_cases(heading: &str) -> bool {
    ["以下", "下列", "如下", "情况", "情形", "之一"]
        .iter()
        .any(|word| heading.contains(word))
        && ["收费", "收取", "有偿", "除外"]
            .iter()
            .any(|word| heading.contains(word))
        && !["标准", "办法", "方式", "不收费", "免收"]
            .iter()
            .any(|word| heading.contains(word))
}

pub(super) fn terms(view: &View<'_>) -> Terms {
    let causes = view
        .causes()
        .into_iter()
        .filter(|cause| cause.customers)
        .map(|cause| cause.code)
        .fold(Vec::new(), |mut codes, code| {
            if !codes.contains(&code) {
                codes.push(code);
            }
            codes
        });
    let charged = view
        .page
        .tokens_in(view.start, view.sentence.end)
        .iter()
        .any(|t| t.is(C::ChargeStrong));
    Terms::Exclusion {
        causes,
        payer: if charged {
            Payer::Customer
        } else {
            Payer::Refused
        },
    }
}
