//! Coverage: what is repaired or replaced, and who pays.

use super::View;
use crate::reading::{Condition, Payer, Terms};
use crate::words::Concept as C;

pub(super) fn score(view: &View<'_>) -> u8 {
    if view.limited()
        || view.recurs()
        || view.heading() && !listed(view)
        || view.announces() && !view.is(C::Quality)
        || view.has(&["自动终止", "保修终止", "欢迎", "感谢"])
    {
        return 0;
    }
    if super::procedure::handoffs(view) >= 2 {
        return 0;
    }
    // 免费派技术员现场保障: a service of its own.
    if view.has(&["现场保障", "保障服务", "驻场保障"]) {
        return 0;
    }
    // 发现外观瑕疵或尺寸不符，…: what happens, not what is done about it.
    let happens = view.has(&["发现", "出现", "发生"])
        && !view.holds(C::Free)
        && !view.holds(C::Repair)
        && !view.is(C::Bear)
        && view.end < view.sentence.end;
    if happens {
        return 0;
    }
    let free = view.holds(C::Free)
        || view.has(&["不向"]) && view.has(&["收费", "收取"])
        || view.has(&["不另收", "不收任何", "免去", "包修"]);
    let negated = view.has(&["不由", "不承担", "自行承担", "自理", "终止", "不负责"]);
    let borne = !negated
        && (view.is(C::Bear)
            && (view.has(&["费用", "费", "开支"])
                && (view.is(C::Supplier) || supplier_bears(view)))
            || view.has(&[
                "我们出", "我司出", "我方出", "本店出", "商家出", "我们的", "算我们", "归我们",
                "我方付", "我司付", "我们付", "费用包含在", "不收取任何费用", "不另行收费",
                "由供应商出", "由厂家出", "含在服务费", "全部由我", "由我司出", "由我方出",
                "由制造商承担", "均由乙方", "我们来补", "我们来修",
            ]));
    let work = view.holds(C::Repair)
        || view.holds(C::RepairDone)
        || view.has(&[
            "升级", "修正", "上门", "维护", "更换", "重新", "补齐", "保养", "技术服务", "检测",
            "检修", "更新", "修补", "补", "无偿提供", "恢复", "服务", "拖车", "保障", "打气", "调",
            "首保",
        ]);
    let fault = view.holds(C::Quality) || view.causes().iter().any(|cause| !cause.customers);
    if view.warranted() {
        return if fault && (free || view.holds(C::Repair)) {
            60
        } else {
            0
        };
    }
    match () {
        () if free
            && view.is(C::ExchangeStrong)
            && (fault || view.sentence_is(C::Quality))
            && view.holds(C::Repair)
            && !view.is(C::RepeatFault) =>
        {
            84
        }
        () if borne && view.is(C::ExchangeStrong) && view.holds(C::Repair) => 84,
        () if free
            && view.holds(C::Repair)
            && view.sentence_is(C::Quality)
            && !view.is(C::Exchange) =>
        {
            80
        }
        () if view.has(&["全免"]) => 70,
        () if free && work && fault => 78,
        () if free && view.is(C::InTerm) && !view.holds(C::PartStrict) && !view.is(C::Doc) => 70,
        () if borne => 72,
        () if free && work => 70,
        () if free && view.sentence_is(C::Quality) => 68,
        () if fault && work && (view.sentence_is(C::InTerm) || view.sentence_is(C::Supplier)) => 66,
        () if view.is(C::InTerm) && view.holds(C::Repair) && !view.is(C::Report) => 60,
        () if view.is(C::Lifetime) && view.has(&["升级", "技术支持", "咨询", "技术服务"]) => {
            72
        }
        () if view.is(C::Bear)
            && view.has(&["维修", "修理", "更换", "修复"])
            && view.is(C::Supplier)
            && !view.is(C::Customer) =>
        {
            66
        }
        () if view.has(&["重新计算", "重新起算"]) => 66,
        () if listed(view) => 62,
        () => 0,
    }
}

fn supplier_bears(view: &View<'_>) -> bool {
    view.page
        .tokens_in(view.sentence.start, view.end)
        .iter()
        .any(|t| t.is(C::Supplier))
        && !view.is(C::Customer)
}

/// An item of a list headed 免费维护服务内容.
fn listed(view: &View<'_>) -> bool {
    let Some(&(start, end)) = view.context.headings.last() else {
        return false;
    };
    let heading = view.page.clean.text(start, end);
    let free = [
        "免费", "保修范围", "质保范围", "保修内容", "质保内容", "无偿",
    ]
    .iter()
    .any(|word| heading.contains(word))
        && !view
            .page
            .tokens_in(start, end)
            .iter()
            .any(|t| t.is(C::NotCovered));
    let charged = view.sentence_is(C::ChargeStrong) || view.sentence_is(C::NotCovered);
    free && !charged
        && ["内容", "范围", "包括", "包含", "项目", "如下"]
            .iter()
            .any(|word| heading.contains(word))
        && view.end - view.start >= 4
}

pub(super) fn terms(view: &View<'_>) -> Terms {
    let mut causes: Vec<&'static str> = Vec::new();
    for cause in view.causes() {
        if !causes.contains(&cause.code) {
            causes.push(cause.code);
        }
    }
    let warranty = warranty(view).map(str::to_owned);
    Terms::Coverage {
        causes,
        payer: Payer::Supplier,
        condition: Condition {
            warranty,
            ..Condition::default()
        },
    }
}

/// 保修期内免费更换，保修期外按八折收取: what was said last up to here holds, then what the sentence and the headings say.
fn warranty(view: &View<'_>) -> Option<&'static str> {
    let said = view.page.tokens_in(view.sentence.start, view.end);
    let last = said.iter().rev().find_map(|token| match () {
        () if token.is(C::OutTerm) => Some("out"),
        () if token.is(C::InTerm) => Some("in"),
        () => None,
    });
    match () {
        () if last.is_some() => last,
        () if view.sentence_is(C::OutTerm) => Some("out"),
        () if view.sentence_is(C::InTerm) || view.context.says(C::InTerm) => Some("in"),
        () => None,
    }
}
