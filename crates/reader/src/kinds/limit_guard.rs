//! Lengths of time that are no limits: triggers, retention periods, terms.

use super::time_window::Window;
use crate::reading::Unit;
use crate::words::Concept;
use crate::words::periods::{Role, ends_with};

/// Whether the words around allow the length to be a limit at all.
pub(super) fn may_limit(window: &Window<'_>) -> bool {
    let (page, period) = (window.page, &window.period);
    let chars = &page.clean.chars;
    if !matches!(period.role, Role::Within | Role::Plain)
        || matches!(period.high.unit, Unit::Year | Unit::Season)
    {
        return false;
    }
    let before = page
        .clean
        .text(window.segment.0.max(window.floor), period.start);
    let after = page
        .clean
        .text(period.end, window.segment.1.min(window.ceiling));
    let kept = [
        "保存", "保留", "留存", "存档", "寿命", "质保金", "付款期限", "账期", "有效期", "供应期",
        "合同期", "工期为", "课时", "学时", "续航", "不能在", "无法在", "未能在", "未在", "不能于",
        "没有在", "未按", "没按", "缩短到", "缩短至", "延长到", "延长至", "建议", "时长", "耗时",
        "历时", "如在", "若在", "培训时间", "培训不", "储备", "运行满",
    ];
    // 高峰期响应时间延长至4小时: the longer time is the limit then.
    let lengthened = ["时间延长", "时限延长", "时效延长", "时间放宽", "时限放宽"]
        .iter()
        .any(|word| before.contains(word));
    if kept
        .iter()
        .any(|word| before.contains(word) && !(lengthened && word.starts_with("延长")))
        || [
            "付款", "支付", "付清", "无理由", "的库存", "用量", "培训", "以上经验", "停止", "视为",
        ]
        .iter()
        .any(|word| after.starts_with(word) || after.contains(&format!("不{word}")))
    {
        return false;
    }
    let triggers: &[&str] = &[
        "出现", "发生", "发现", "如有", "如遇", "若", "如果", "如出", "如发", "因", "非人为",
        "有质量", "凡", "可退", "可换", "可免费", "可以", "可凭", "支持", "享受", "产品出",
        "修不好", "解决不了", "修不了", "无法", "不能", "未能", "仍", "未修", "未到", "没有", "未",
        "连续", "累计", "再次", "重复", "再出", "再发", "再坏", "复发", "处理不好", "排除不了",
        "免费退", "免费换", "可无", "可申", "包退", "包换", "不满意", "同一", "同样", "修两次",
        "无偿更换", "免费更换", "无条件", "免费调换", "免费换", "无偿调换", "凭",
    ];
    if triggers.iter().any(|word| after.starts_with(word)) {
        return false;
    }
    if taught(window)
        || impossible(before)
        || after.starts_with("自动")
        || of_an_event(window, before)
    {
        return false;
    }
    if after.contains("视为") || retained_money(window, after) {
        return false;
    }
    // 修不好的24小时内更换整机; 全额退还当日热费; 按天赠送，最多30天: a remedy.
    let replaced = ["修不好", "无法修复", "不能修复", "未修复"]
        .iter()
        .any(|word| before.contains(word))
        && ["更换", "换新", "退"]
            .iter()
            .any(|word| after.starts_with(word));
    let capped = ["最多", "累计", "上限", "封顶"]
        .iter()
        .any(|word| before.ends_with(word))
        && ["赠", "赔", "补", "扣", "退", "减"].iter().any(|word| {
            page.clean
                .text(window.sentence.start, period.start)
                .contains(word)
        });
    let days_due = after.chars().take(3).collect::<String>().contains('费')
        && before.ends_with(['还', '收', '免', '赔', '扣', '退']);
    if replaced || capped || days_due {
        return false;
    }
    let charge = page
        .clean
        .text(period.end, (period.end + 5).min(window.ceiling))
        .chars()
        .take_while(|c| !"，。；".contains(*c))
        .any(|c| "费金租薪".contains(c))
        && period.role == Role::Plain;
    // 洗笼机保18个月: a term.
    let kept_for = period.role == Role::Plain
        && matches!(period.high.unit, Unit::Month)
        && ["保", "包", "管", "给到"]
            .iter()
            .any(|verb| before.ends_with(verb));
    if charge || kept_for || of_the_customer(window) {
        return false;
    }
    let remedy_only = page
        .tokens_in(period.end, window.segment.1.min(window.ceiling))
        .iter()
        .any(|t| t.is(Concept::Quality))
        && after.contains('可');
    let long = period.high.unit == Unit::Month
        || period.high.unit == Unit::Day && period.high.hundredths >= 6000;
    let warranty = long && window_has_warranty(window);
    !remedy_only && !warranty && !ends_with(chars, window.floor, period.start, "第")
}

/// 质保金按3%预留，期满后十四日内退还: paying is the contract's affair.
fn retained_money(window: &Window<'_>, after: &str) -> bool {
    let whole = window
        .page
        .clean
        .text(window.sentence.start, window.sentence.end);
    let held = [
        "质保金", "保证金", "履约金", "保修金", "返还申请", "返还保", "保留金", "尾款", "余款",
        "合同款", "质量保证金", "发票后",
    ]
    .iter()
    .any(|money| whole.contains(money));
    held && ["退", "付", "返还", "结清", "转"]
        .iter()
        .any(|pay| after.contains(pay))
}

/// 安排两小时后台培训, 组织不少于2天的操作培训: how long it lasts. 2小时内到场讲解 is a visit all the same.
fn taught(window: &Window<'_>) -> bool {
    let end = window.segment.1.min(window.ceiling);
    let tokens = window.page.tokens_in(window.period.end, end);
    let Some(lesson) = tokens.iter().position(|t| t.is(Concept::Train)) else {
        return false;
    };
    !tokens[..lesson].iter().any(|t| {
        [
            Concept::Arrive,
            Concept::Answer,
            Concept::RepairDone,
            Concept::Install,
        ]
        .iter()
        .any(|concept| t.is(*concept))
    })
}

/// 设备无法当天修复的: it cannot be done in time.
fn impossible(before: &str) -> bool {
    ["无法", "不能", "未能", "没能", "没法", "难以"]
        .iter()
        .any(|word| before.ends_with(word))
}

/// 活动当天派人值守, 培训当天发放手册: the day of an event of its own.
fn of_an_event(window: &Window<'_>, before: &str) -> bool {
    let today = matches!(
        window.page.clean.chars.get(window.period.start),
        Some('当' | '同')
    );
    today
        && [
            "活动", "培训", "开通", "装机", "演出", "比赛", "考试", "会议", "开园", "开业", "开学",
            "上课", "赛事", "庆典", "开幕", "活动开始", "停电", "大考", "上线", "投产", "开机",
            "交付", "首演",
        ]
        .iter()
        .any(|event| before.ends_with(event))
}

/// 客户收到替换机后应在15日内将故障机寄回: the customer is to act.
fn of_the_customer(window: &Window<'_>) -> bool {
    let (page, period) = (window.page, &window.period);
    let tokens = page.tokens_in(window.floor.max(window.sentence.start), period.start);
    let named = |concept| tokens.iter().rposition(|t| t.is(concept));
    let Some(customer) = named(Concept::Customer) else {
        return false;
    };
    let acts = [Concept::Supplier, Concept::Staff]
        .into_iter()
        .all(|other| named(other).is_none_or(|at| at < customer));
    let back = page
        .clean
        .text(period.end, window.segment.1.min(window.ceiling));
    let giving_back = [
        "寄回", "退回", "返还", "归还", "送修", "提出", "书面通知", "组织验收", "验收", "拍照",
        "核对", "核实", "通知我", "告知我", "联系我", "拨打", "报修", "清点", "确认收货", "审定",
        "提供", "缴", "反馈", "无息", "付", "结清", "确认",
    ]
    .iter()
    .any(|word| back.contains(word));
    let after = page.clean.text(tokens[customer].end, period.start);
    let asked = page.clean.text(
        tokens[customer].start.saturating_sub(1),
        tokens[customer].start,
    ) == "请";
    let duty = ["应", "须", "需", "可", "必须", "务必", "请"]
        .iter()
        .any(|word| after.starts_with(word));
    let bound = duty
        || asked
        || ["寄回", "退回", "归还", "送修", "提出", "书面通知", "返还"]
            .iter()
            .any(|word| back.contains(word))
            && ["收到", "在", "于"]
                .iter()
                .any(|word| after.starts_with(word));
    acts && giving_back && bound
}

fn window_has_warranty(window: &Window<'_>) -> bool {
    let tokens = window.page.tokens_in(
        window.segment.0.max(window.floor),
        window.segment.1.min(window.ceiling),
    );
    tokens.iter().any(|token| {
        token.is(Concept::Warranty) && !token.is(Concept::InTerm) && !token.is(Concept::OutTerm)
    })
}
