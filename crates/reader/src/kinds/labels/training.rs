//! Training: for whom, with what outcome.

use super::View;
use crate::reading::Terms;
use crate::words::Concept as C;

pub(super) fn score(view: &View<'_>) -> u8 {
    if view.heading() || view.announces() || view.recurs() || view.limited() {
        return 0;
    }
    let about_training = view.context.nearest_has(&["培训"]);
    match () {
        () if view.has(&[
            "经培训合格", "培训合格后上岗", "经过专业培训", "受过专业培训", "培训证书",
            "培训合格证", "培训资格", "经过培训", "均经过", "均受过", "都经过", "接受过",
            "专业培训的", "详见", "请见", "见培训", "参见",
        ]) =>
        {
            0
        }
        () if view.has(&["鞋套", "工装", "垫布"]) => 0,
        () if view.is(C::Train) => 85,
        () if view.is(C::TrainWeak)
            && (view.is(C::Customer) || view.has(&["员工"]))
            && view.has(&["操作", "使用", "保养", "维护", "正确"]) =>
        {
            68
        }
        () if view.is(C::TrainWeak)
            && view.has(&["操作"])
            && view.whole_has(&["直至", "直到", "掌握", "独立", "学会"]) =>
        {
            72
        }
        () if about_training
            && (view.has(&[
                "学员", "课程", "讲", "操作", "教材", "理论", "熟练", "掌握", "独立", "考核",
                "名额", "人员", "教到",
            ])) =>
        {
            70
        }
        () if view.sentence_is(C::Train)
            && view.has(&[
                "独立", "掌握", "熟练", "学会", "考核", "直到", "直至", "使其", "人次", "教材",
                "能够",
            ]) =>
        {
            72
        }
        () => 0,
    }
}

pub(super) fn terms(view: &View<'_>) -> Terms {
    let outcome = view
        .sentence
        .segments
        .iter()
        .copied()
        .find(|&(start, end)| {
            let text = view.page.clean.text(start, end);
            [
                "独立", "掌握", "熟练", "直到", "直至", "考核合格", "学会", "使其",
            ]
            .iter()
            .any(|word| text.contains(word))
        });
    Terms::Training {
        outcome: outcome.map(|(start, end)| view.page.quote(start, end).0),
    }
}
