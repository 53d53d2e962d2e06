//! What part a length of time plays, told by the little words around it.

use super::periods::{Period, Role, ends_with, starts_with};
use crate::reading::{Duration, Unit};

/// Hours from which a length is a meter reading rather than a limit.
const METER_HOURS: u64 = 200;

/// Calendar dates and years are no lengths: 2024年, 5月1日, 每月5日.
pub(super) fn is_date(chars: &[char], period: &Period) -> bool {
    let value = period.high.hundredths / 100;
    let before = period.start.checked_sub(1).map(|at| chars[at]);
    let after = chars.get(period.end).copied();
    match period.high.unit {
        Unit::Year => value > 100 || after == Some('度'),
        Unit::Day => before == Some('月') && chars.get(period.end - 1) == Some(&'日'),
        Unit::Month => false,
        _ => {
            before == Some('：')
                && chars[..period.start]
                    .iter()
                    .rev()
                    .nth(1)
                    .is_some_and(char::is_ascii_digit)
        }
    }
}

/// 一年级, 一年四季, 一年一度, 一日三餐, 一天天: no lengths either.
pub(super) fn is_idiom(chars: &[char], period: &Period, floor: usize) -> bool {
    let tail = |words: &[&str]| {
        words
            .iter()
            .any(|word| starts_with(chars, period.end, word))
    };
    let lead = |words: &[&str]| {
        words
            .iter()
            .any(|word| ends_with(chars, floor, period.start, word))
    };
    tail(&["级", "四季", "一度", "来，", "来的", "如一日", "三餐", "生"])
        || lead(&[
            "万无", "第", "近", "成立", "从业", "已有", "十几", "及下", "展望下", "过去", "过去的",
            "回顾这", "走过", "历经",
        ])
        || (period.high == Duration::whole(Unit::Year, 1)
            && (tail(&["365", "12个月"]) || lead(&["新的"]) && tail(&["，", "里", "。", "、"])))
        || tail(&[
            "历史", "以上经验", "经验", "的经验", "多经验", "行业经验", "从业", "工龄", "老店",
        ])
        || lead(&[
            "平均修复时间", "平均到场时间", "平均响应时间", "平均", "设计使用寿命", "使用寿命为",
        ])
}

pub(super) fn role(chars: &[char], period: &mut Period, floor: usize) -> Role {
    let before = |words: &[&str]| {
        words
            .iter()
            .any(|word| ends_with(chars, floor, period.start, word))
    };
    let after = |words: &[&str]| {
        words
            .iter()
            .any(|word| starts_with(chars, period.end, word))
    };
    if before(&[
        "7×", "7天×", "7×", "5×", "6×", "7天", "×", "每天", "每日", "一天", "昼夜", "全天",
        "全年365天", "周一至周日",
    ]) && period.high.unit == Unit::Hour
    {
        return Role::Attendance;
    }
    // 每周7天, 一年365天: every day there is.
    let all_days = [(7, ["每周", "一周"]), (365, ["一年", "全年"])]
        .iter()
        .any(|(days, leads)| period.high == Duration::whole(Unit::Day, *days) && before(leads));
    if all_days {
        return Role::Attendance;
    }
    if period.high.unit == Unit::Hour && period.high.hundredths / 100 >= METER_HOURS {
        return Role::Usage;
    }
    if period.high.unit == Unit::Hour
        && before(&["运行", "工作", "累计运行", "首次", "每运行", "使用"])
        && !after(&["内"])
    {
        return Role::Usage;
    }
    if before(&[
        "每", "每隔", "每逢", "每满", "每间隔", "间隔", "周期为", "周期：",
    ]) || after(&[
        "一次", "一遍", "一回", "1次", "2次", "一巡", "/次", "至少一次", "不少于一次", "一检",
    ]) {
        return Role::Recurring;
    }
    if before(&[
        "提前", "提早", "至少提前", "前不少于", "货前", "产前", "前至少", "学前", "季前", "到期前",
        "期满前", "暖前", "期前", "开始前", "投产前", "开业前", "开馆前",
    ]) || after(&[
        "前通知", "前书面通知", "前告知", "前发布", "前公告", "前张贴", "之前通知", "之前通告",
        "之前告知", "之前书面", "前发出", "前通告",
    ]) || counted_back(chars, period, floor)
    {
        return Role::Ahead;
    }
    // 不少于三年 ends like 少于三年 and says the opposite.
    let at_least = before(&["不少于", "不低于", "不小于", "不得少于", "不得低于"]);
    let limit_before = !at_least
        && before(&[
            "不超过", "不大于", "不多于", "不得超过", "不高于", "不超出", "小于", "少于", "低于",
            "≤", "<=", "<", "最长", "最迟", "至多", "最多", "控制在", "不迟于", "不晚于",
            "小于等于", "不会超过", "限时", "最慢", "最长不超过", "最迟不超过", "≤ ", "不长于",
            "时限为", "时限：", "最快", "不超过：", "最晚", "顶多", "至迟", "不超出", "限于",
            "必须在",
        ]);
    if !limit_before
        && before(&[
            "超过", "超出", "逾期", "满", "达到", "超", "大于", "连续", "累计", "每超", "每延迟",
            "延误", "迟到", "每晚", "每拖", "拖延", "每推迟", "每耽误", "每耽搁", "每误", "每迟",
            "晚到", "不足", "不到", "未满", "未到", "届满后", "满后", "闲置", "每多", "每少",
        ])
    {
        return Role::Exceeded;
    }
    if attended(chars, period) {
        return Role::Attendance;
    }
    for word in ["之内", "以内", "内", "里", "之前", "以前"] {
        if starts_with(chars, period.end, word) && !starts_with(chars, period.end, "内部") {
            period.end += word.chars().count();
            return Role::Within;
        }
    }
    if limit_before {
        Role::Within
    } else {
        Role::Plain
    }
}

/// 停水前24小时, 每日开园前1小时: 前 right before the length counts back from the event.
fn counted_back(chars: &[char], period: &Period, floor: usize) -> bool {
    let stopped = ["停产之前", "停售之前", "下线之前"]
        .iter()
        .any(|word| ends_with(chars, floor, period.start, word));
    stopped
        || ends_with(chars, floor, period.start, "前")
            && !["以前", "之前", "目前", "当前", "从前", "此前", "前前"]
                .iter()
                .any(|word| ends_with(chars, floor, period.start, word))
}

/// 24小时热线, 24小时开通: a day of attendance when nothing says 内.
fn attended(chars: &[char], period: &Period) -> bool {
    if period.high != Duration::whole(Unit::Hour, 24) {
        return false;
    }
    let from = period.end;
    let from = if starts_with(chars, from, "的") {
        from + 1
    } else {
        from
    };
    [
        "热线", "微信", "服务", "全国", "免费", "开通", "值班", "在线", "接听", "专人", "待命",
        "值守", "咨询", "客服", "电话", "不间断", "开机", "畅通", "报修", "技术支持", "技术服务",
        "全天", "救援", "监控", "有人", "受理", "售后", "投诉", "人工", "专线", "保持", "应急",
        "轮流", "为您", "为客户", "为用户", "随时", "手机", "均", "都", "候命", "响应服务", "监测",
        "远程", "均有", "道路", "全程", "轮班", "均可", "提供", "支持", "×", "对外", "面向",
        "安排专人", "昼夜", "恭候", "运行", "巡逻", "无休", "响应机制", "应急响应", "不关灯",
        "监看", "接报", "接单", "开放", "热线", "维护服务", "保驾", "随叫", "技术", "投诉",
        "不打烊", "为用户", "到府", "抢险", "抢修电话", "接处警", "调度", "客户服务", "报警",
        "有专人",
    ]
    .iter()
    .any(|word| starts_with(chars, from, word))
        && !["响应服务承诺"]
            .iter()
            .any(|word| starts_with(chars, from, word))
}
