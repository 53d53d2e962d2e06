//! Procedures: who does what in which order.

use super::View;
use crate::reading::Terms;
use crate::words::Concept as C;

pub(super) fn score(view: &View<'_>) -> u8 {
    if view.heading()
        || view.announces()
        || view.limited()
        || view.warranted()
        || view.recurs()
        || view.is(C::NotCovered)
    {
        return 0;
    }
    if view.is(C::DocStrict) && view.has(&["送交", "交给", "报送"]) {
        return 0;
    }
    if handoffs(view) >= 2 {
        return 90;
    }
    if flows(view) {
        return 57;
    }
    let steps = view.count(C::ProcessStrong);
    let ordered = view.has(&[
        "先由", "首先", "再由", "然后", "方可", "依次", "后方", "逐级", "经批准后", "同意后",
        "确认后", "才能",
    ]);
    let owner = view.has(&["由"])
        && (view.is(C::Staff)
            || view.has(&[
                "部", "经理", "主管", "总监", "负责人", "中心", "前台", "组长", "调度", "主任",
            ]));
    let flow = view.context.nearest_has(&["流程", "程序", "步骤"]);
    match () {
        () if flow && (owner || steps >= 1 || ordered) => 70,
        () if flow && view.end - view.start >= 6 => 62,
        () if steps >= 2 || steps >= 1 && (owner || ordered) => 62,
        () if view.has(&["由"]) && view.has(&["共同", "会同"]) => 78,
        () if owner && ordered => 60,
        () if view.is(C::Cannot) && (view.is(C::Send) || view.is(C::Arrive)) => 56,
        () if ordered && view.count(C::ProcessWord) >= 2 => 56,
        () if owner
            && view.has(&[
                "负责处理", "负责受理", "负责接待", "负责协调", "负责跟踪", "全程跟踪", "跟进",
            ]) =>
        {
            54
        }
        () => 0,
    }
}

/// How often the sentence passes work from one desk to the next: 由质量部通知…，经信息科审核，报总经理批准.
pub(super) fn handoffs(view: &View<'_>) -> usize {
    *view.told.handoffs.get_or_init(|| passed_on(view.whole()))
}

fn passed_on(whole: &str) -> usize {
    const NAME: usize = 9;
    let text: Vec<char> = whole.chars().collect();
    (0..text.len())
        .filter(|at| {
            let next = text.get(*at + 1).copied().unwrap_or(' ');
            let opens = matches!(text[*at], '由' | '经' | '报' | '转' | '交')
                && !"理验常营销修".contains(next)
                && (*at == 0 || !"理自缘已曾通申告移提汇上举日填呈成".contains(text[*at - 1]));
            let name = || -> String {
                text[*at + 1..]
                    .iter()
                    .take_while(|c| !"，。；：、由".contains(**c))
                    .take(NAME)
                    .collect()
            };
            let Some(name) = opens.then(name) else {
                return false;
            };
            [
                "部通", "部审", "部核", "部派", "部登", "部会", "部处", "部备", "部组", "部确",
                "部复", "部批", "科审", "科核", "科登", "科派", "科确", "科批", "科室", "值班长",
                "中心", "经理", "主管", "专员", "班长", "班组", "负责人", "主任", "工程师", "调度",
                "值班员", "客服", "总监", "办公室", "部门", "技术员", "项目组", "村委会",
                "检验机构", "乙方", "甲方", "仓库", "前台", "财务", "厂家", "师傅", "站长",
                "技术支持",
            ]
            .iter()
            .any(|desk| name.contains(desk))
                && !["承担", "负担", "提供", "支付"].iter().any(|pay| {
                    text[*at + 1..]
                        .iter()
                        .take_while(|c| !"，。；".contains(**c))
                        .collect::<String>()
                        .contains(pay)
                })
        })
        .count()
}

/// Whether the whole sentence tells who does what in which order.
pub(super) fn flows(view: &View<'_>) -> bool {
    *view.told.flows.get_or_init(|| tells_steps(view))
}

fn tells_steps(view: &View<'_>) -> bool {
    let text = view.whole();
    let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let ordered = text.find('先').is_some_and(|at| {
        ["再", "最后", "然后", "后"]
            .iter()
            .any(|word| text[at..].contains(word))
    });
    let office = any(&[
        "客服部", "工程部", "售后部", "技术部", "服务部", "经理", "主管", "总监", "班组", "调度",
        "办公室", "行政办", "财务部", "仓库", "前台", "客服中心", "服务中心", "项目部", "质检部",
        "质量部", "生产部", "首接",
    ]);
    let steps = view
        .page
        .tokens_in(view.sentence.start, view.sentence.end)
        .iter()
        .filter(|t| t.is(C::ProcessStrong))
        .count();
    let submitted = text.contains('报') && any(&["审核", "审批", "批准"])
        || text.contains('由') && text.contains('经') && any(&["审批后", "批准后", "同意后"]);
    let named = view
        .periods
        .iter()
        .any(|p| p.role == crate::words::periods::Role::Within);
    !named
        && (submitted && (office || text.contains('由'))
            || ordered && (office || any(&["顺序", "流程", "电话", "方式"]))
            || office && (steps >= 2 || text.contains('由')) && view.sentence.segments.len() >= 2)
}

pub(super) fn terms(view: &View<'_>) -> Terms {
    let text: Vec<char> = view.quote().chars().collect();
    let owners = (0..text.len())
        .filter(|at| text[*at] == '由')
        .map(|at| {
            text[at + 1..]
                .iter()
                .take_while(|c| !"，。；、（对在负将按会进与填会组".contains(**c))
                .take(8)
                .collect::<String>()
        })
        .filter(|owner| owner.chars().count() >= 2)
        .collect();
    Terms::Procedure { owners }
}
