//! Conduct: how people behave at the customer's.

use super::View;
use crate::reading::Terms;
use crate::words::Concept as C;

pub(super) fn score(view: &View<'_>) -> u8 {
    if view.recurs()
        || view.heading()
        || view.announces()
        || view.limited()
        || view.is(C::NotCovered) && view.holds(C::CoverScope)
    {
        return 0;
    }
    // 安全带终身免费换: a thing, not a rule.
    if view.holds(C::Free) && view.has(&["换", "修"]) || view.is(C::Complaint) || view.warranted()
    {
        return 0;
    }
    let ruled = view
        .context
        .nearest_has(&["规范", "行为", "文明", "纪律", "礼仪", "人员"]);
    let people = view.sentence_is(C::Staff)
        || view
            .context
            .nearest_has(&["人员", "规范", "行为", "文明", "纪律", "礼仪", "要求"]);
    match () {
        () if view.holds(C::StockVerb) && view.has(&["备有", "库存"]) => 0,
        () if view.is(C::ConductStrong) && !view.has(&["颁发", "发放", "考核", "后发"]) => {
            74
        }
        () if view.has(&["不得", "严禁", "不准", "不使用", "不私自"])
            && (view.sentence_is(C::Staff)
                || view.is(C::Supplier)
                || view.has(&["客户的", "用户的"]))
            && !view.holds(C::Warranty)
            && !view.has(&["不得低于", "不得少于", "不得超过", "不得高于", "不得晚于"]) =>
        {
            66
        }
        () if view.has(&["交还", "销毁"])
            && view.has(&["硬盘", "资料", "数据", "旧件", "钥匙"]) =>
        {
            66
        }
        () if view.has(&["清理", "清除", "清扫", "清运"])
            && view.has(&["现场", "场地", "卫生", "垃圾", "残渣", "杂物"]) =>
        {
            78
        }
        () if view.has(&["不得", "严禁"]) && view.has(&["信息", "数据", "资料"]) => 70,
        () if view.is(C::Conduct)
            && ruled
            && view.has(&["不得", "严禁", "禁止", "不准", "遵守", "自带"]) =>
        {
            66
        }
        () if view.count(C::Conduct) >= 2 => 64,
        () if view.is(C::Conduct) && people && !generic(view) => 58,
        () if view.is(C::Conduct)
            && view.context.nearest_has(&["规范", "行为", "纪律", "礼仪"]) =>
        {
            58
        }
        () => 0,
    }
}

/// 不得 and 遵守 alone say nothing about how people behave.
fn generic(view: &View<'_>) -> bool {
    view.page
        .tokens_in(view.start, view.end)
        .iter()
        .filter(|t| t.is(C::Conduct))
        .all(|t| {
            matches!(
                view.page.clean.text(t.start, t.end),
                "不得" | "严禁" | "禁止" | "不准" | "遵守" | "态度" | "防护" | "卫生" | "自带"
            )
        })
}

pub(super) fn terms(view: &View<'_>) -> Terms {
    let when = match () {
        () if view.has(&[
            "清理", "清扫", "打扫", "垃圾", "完工", "完毕", "结束", "离开", "清场", "擦",
            "恢复原状",
        ]) =>
        {
            "before_leaving_site"
        }
        () if view.has(&[
            "敲门", "门铃", "鞋套", "脚套", "示证", "出示", "自我介绍", "进门", "入户",
        ]) =>
        {
            "at_the_door"
        }
        () if view.has(&[
            "出发前", "着装", "工装", "工作服", "仪表", "仪容", "佩戴", "工牌", "胸卡", "持证",
        ]) =>
        {
            "before_leaving"
        }
        () => "on_site",
    };
    Terms::Conduct { when }
}
