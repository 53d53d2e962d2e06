//! Delivery: bringing goods to the place asked, counted and signed.

use super::View;
use crate::reading::Terms;
use crate::words::Concept as C;
use crate::words::periods::Role;

pub(super) fn score(view: &View<'_>) -> u8 {
    if view.heading()
        || view.announces()
        || view.limited()
        || view.warranted()
        || view.recurs()
        || view.has(&["保修", "质保", "三包"])
        || !view.causes().is_empty()
    {
        return 0;
    }
    if view.has(&["为贵", "中标", "企业"]) && view.is(C::Supplier) || view.is(C::Complaint) {
        return 0;
    }
    let goods = view.count(C::DeliverStrong);
    match () {
        () if view.has(&["送至", "送到"])
            && view
                .page
                .tokens_in(view.start, view.end)
                .first()
                .is_some_and(|t| t.is(C::Customer)) =>
        {
            0
        }
        () if goods >= 2 => 76,
        () if view.has(&[
            "送货", "配送", "送达", "上楼", "卸车", "搬运", "到货前", "发货前", "送琴", "拆箱",
            "送至", "送到", "交货", "发货", "装卸", "卸货", "押运", "运输",
        ]) && !view.is(C::Receive) =>
        {
            64
        }
        () if view.whole_has(&["提前", "推后", "推迟", "改期", "更改时间", "变更时间"])
            && view
                .context
                .nearest_has(&["配送", "送货", "交货", "供货", "运输"]) =>
        {
            60
        }
        () if goods == 1
            && view
                .context
                .nearest_has(&["配送", "送货", "运输", "交货", "供货", "包装", "发货"]) =>
        {
            66
        }
        () if goods == 1
            && view.sentence_is(C::Deliver)
            && view.has(&["清点", "过秤", "核对", "包装", "保护"]) =>
        {
            60
        }
        () if view.has(&["保护措施", "妥善包装", "成品保护", "防震包装"]) => 58,
        () => 0,
    }
}

pub(super) fn terms(view: &View<'_>) -> Terms {
    Terms::Delivery {
        notice: view.period(Role::Ahead).map(|period| period.high),
    }
}
