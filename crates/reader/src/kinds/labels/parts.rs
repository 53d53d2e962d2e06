//! Spare parts: stock, supply, genuineness.

use super::View;
use crate::kinds::warranty_guard::supplies_parts;
use crate::reading::{Terms, Unit};
use crate::words::Concept as C;

pub(super) fn score(view: &View<'_>) -> u8 {
    if view.heading() || view.announces() || view.limited() || view.recurs() || view.warranted() {
        return 0;
    }
    let part = view.holds(C::PartStrict)
        || view.has(&["备用模", "灯珠", "备表", "备板", "备灯"])
        || view.has(&["作为备件", "作备件", "备足", "备齐"]);
    // 馆内存修补膜布、热合机1台、备用皮带2条: counted things in store.
    let counted = view.counted_things();
    let stored = view.has(&[
        "存", "常备", "库", "柜", "随车备", "留", "备有", "备", "多供",
    ]) && !view.has(&["备案", "备用设备替", "随身"]);
    let headed = view
        .context
        .nearest_has(&["备件", "备品", "配件", "备货", "零件"]);
    match () {
        () if supplied_for_years(view) => 90,
        () if counted >= 2 && (stored || headed) => 89,
        () if counted >= 1 && headed => 80,
        () if counted >= 1
            && stored
            && view.has(&["备用", "库房", "随车", "常备", "驻存", "本市库", "岗亭"]) =>
        {
            86
        }
        () if view.is(C::StopMaking)
            && (part || view.has(&["供应", "供货", "替代", "兼容", "供"])) =>
        {
            93
        }
        () if part
            && view.has(&["单价", "价格"])
            && view.has(&["不高于", "不超过", "不得高于"]) =>
        {
            86
        }
        () if part && view.has(&["渠道", "畅通"]) => 70,
        () if view.has(&["随机赠", "随箱", "随货赠", "随机附赠", "另赠", "附送"])
            && view.sentence_is(C::PartStrict) =>
        {
            80
        }
        () if part
            && view.has(&["保留", "保存", "预留", "留有"])
            && !view.has(&["旧", "单", "记录"]) =>
        {
            80
        }
        () if view.has(&["寄售库", "库存量", "安全库存", "留存备用", "备齐", "备足"]) => {
            86
        }
        () if part && view.is(C::StockStrong) && !view.has(&["见附件"]) => 86,
        () if view.has(&["仓库", "库房"]) && view.has(&["备有", "库存", "储备"]) => 80,
        () if view.has(&["价格", "单价"])
            && view.has(&["不高于"])
            && view.sentence_is(C::PartStrict) =>
        {
            86
        }
        () if part && view.is(C::Genuine) && !view.is(C::NotCovered) => 80,
        () if view.is(C::Genuine)
            && view.has(&["更换", "使用", "采用", "只用"])
            && view.is(C::Part) =>
        {
            76
        }
        () if part && view.holds(C::StockVerb) && !view.has(&["费用", "提供保修"]) => 76,
        () if view.is(C::Part) && view.is(C::StockStrong) => 78,
        () if view.has(&["备件库", "备品库", "配件库", "备件仓库"]) => 82,
        () if view.holds(C::StockVerb)
            && view.has(&["供应"])
            && view
                .page
                .tokens_in(view.sentence.start, view.end)
                .iter()
                .any(|t| t.holds(C::PartStrict)) =>
        {
            70
        }
        () if part
            && view.has(&[
                "赠", "随机附", "随车配", "免费配", "随箱", "随屏", "作为备件", "%免费", "%的备",
                "%备",
            ]) =>
        {
            78
        }
        () if part && view.has(&["替代", "兼容", "全新", "正规", "同品牌"]) => 70,
        () => 0,
    }
}

/// 备件供应保证：10年.
fn supplied_for_years(view: &View<'_>) -> bool {
    let inside = view
        .periods
        .iter()
        .filter(|period| view.start <= period.start && period.end <= view.end);
    inside
        .into_iter()
        .any(|period| supplies_parts(view.page, view.sentence, period))
}

pub(super) fn terms(view: &View<'_>) -> Terms {
    // 价格三年内不上涨，停产后10年内供应: the years behind the stop are those of the supply.
    let stop = view
        .page
        .tokens_in(view.start, view.end)
        .iter()
        .find(|token| token.is(C::StopMaking))
        .map_or(view.start, |token| token.end);
    let of_years = |from: usize| {
        view.periods
            .iter()
            .find(|p| p.start >= from && p.end <= view.end && p.high.unit == Unit::Year)
    };
    let years = of_years(stop)
        .or_else(|| of_years(view.start))
        .map(|p| p.high.hundredths / 100);
    let within = view
        .periods
        .iter()
        .find(|p| {
            p.start >= view.start
                && p.end <= view.end
                && matches!(p.high.unit, Unit::Hour | Unit::Day)
        })
        .map(|p| p.high);
    let what = match () {
        () if view.is(C::StopMaking) => "after_end_of_production",
        () if view.is(C::Genuine) => "genuine",
        () if view.is(C::StockStrong) => "stock",
        () => "supply",
    };
    Terms::Parts {
        what,
        years,
        within,
    }
}
