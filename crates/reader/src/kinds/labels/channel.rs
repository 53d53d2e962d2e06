//! Channels: where and when the supplier can be reached.

use super::View;
use crate::reading::{Attendance, Terms};
use crate::words::Concept as C;
use crate::words::periods::Role;

pub(super) fn score(view: &View<'_>) -> u8 {
    let attended = (view.period(Role::Attendance).is_some() || view.is(C::Everyday))
        && !view.has(&["%", "门岗", "岗亭", "巡逻", "保安", "驻场"]);
    // 变更提前48小时通过短信通知: notice is given, nobody is reached.
    let notice =
        view.period(Role::Ahead).is_some() && view.has(&["通知", "告知", "公告", "发布", "公布"]);
    let numbered = view.phone() || view.has(&["@"]);
    let bare = view.heading() && !(attended || numbered);
    // 用户拨打服务热线并提供序列号: what the customer does is no channel.
    let called = view.has(&["拨打", "致电"]) && view.is(C::Customer) && !(attended || numbered);
    if bare
        || notice
        || called
        || view.announces() && !attended
        || view.is(C::Complaint) && !(attended && view.has(&["服务热线", "服务电话", "客服"]))
        || view.text().ends_with('的')
        || view.limited()
        || view.warranted()
    {
        return 0;
    }
    let opened = view.has(&[
        "开通", "设立", "设有", "公布", "建立", "配备", "提供", "开设", "接听", "值守", "畅通",
        "保持", "设置", "留下", "通过", "为：",
    ]);
    let strong = view.is(C::ChannelStrong);
    let labelled = view
        .sentence
        .segments
        .iter()
        .position(|s| s.0 == view.start)
        .and_then(|at| at.checked_sub(1))
        .is_some_and(|before| {
            let (start, end) = view.sentence.segments[before];
            matches!(view.page.clean.chars.get(end), Some('：' | '\t'))
                && view
                    .page
                    .tokens_in(start, end)
                    .iter()
                    .any(|t| t.is(C::ChannelStrong) || t.holds(C::Channel) || t.is(C::Roster))
        });
    let clock =
        clock_hours(view).is_some() && !view.has(&["割接", "施工", "检修", "停水", "停气", "停电"]);
    match () {
        () if attended && view.is(C::Complaint) => 88,
        () if attended && (strong || view.is(C::Channel) || view.holds(C::Service)) => 86,
        () if strong && numbered => 86,
        () if labelled && (numbered || clock || attended) => 84,
        () if view.is(C::Roster) && clock => 84,
        () if numbered && view.is(C::Channel) => 80,
        () if strong && (opened || clock) => 78,
        () if labelled
            && view.count(C::Channel) >= 1
            && view.context.nearest_has(&["渠道", "方式", "联系", "途径"]) =>
        {
            66
        }
        () if attended => 72,
        () if view.is(C::Channel) && clock => 74,
        () if clock
            && (view.holds(C::Service)
                || view.has(&[
                    "有人接", "有人应", "接听", "受理", "值班", "留言", "在线", "监看", "转接",
                ])
                || view.context.nearest_says(C::Channel)
                || view
                    .context
                    .nearest_has(&["联系", "联络", "热线", "客服", "渠道"])) =>
        {
            74
        }
        () if numbered
            && (view.context.nearest_says(C::ChannelStrong)
                || view.context.nearest_has(&["联系", "联络"])) =>
        {
            74
        }
        () if numbered && view.has(&["拨打", "致电", "二维码", "扫码"]) => 80,
        () if view.is(C::Channel) && view.has(&["添加", "加"]) && view.has(&["微信", "群"]) => {
            70
        }
        () if view.count(C::Channel) >= 2
            && (opened
                || view.has(&["提交", "报修", "反馈", "方式"])
                || view.context.nearest_has(&["方式", "渠道", "热线", "联系"])) =>
        {
            66
        }
        () if view.is(C::Channel)
            && opened
            && view.has(&[
                "微信", "公众号", "邮箱", "网站", "热线", "专线", "小程序", "app", "平台",
            ]) =>
        {
            66
        }
        () => 0,
    }
}

/// 8:30-17:30 and the days before it, as written.
fn clock_hours(view: &View<'_>) -> Option<String> {
    let text: Vec<char> = view.text().chars().collect();
    let hour = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    // 早9晚6
    let spoken = text
        .windows(4)
        .any(|four| four[0] == '早' && hour(four[1]) && four[2] == '晚' && hour(four[3]));
    if spoken {
        return Some(view.text().to_owned());
    }
    let colon = (1..text.len().saturating_sub(1)).find(|at| {
        matches!(text[*at], ':' | '：' | '点' | '时')
            && (text[at - 1].is_ascii_digit() || text[*at] == '点' && hour(text[at - 1]))
            && (text[at + 1].is_ascii_digit() || text[*at] == '点' || text[*at] == '时')
    })?;
    let ranged = text[colon..]
        .iter()
        .take(12)
        .any(|c| matches!(c, '-' | '~' | '至' | '到'));
    let start = (0..colon)
        .rev()
        .take_while(|at| !"，：；。（".contains(text[*at]))
        .last()?;
    ranged.then(|| {
        text[start..]
            .iter()
            .take_while(|c| !"，；。）".contains(**c))
            .collect()
    })
}

pub(super) fn terms(view: &View<'_>) -> Terms {
    let kinds = [
        ("电话", "phone"),
        ("热线", "phone"),
        ("专线", "phone"),
        ("邮", "mail"),
        ("网", "web"),
        ("微信", "wechat"),
        ("公众号", "wechat"),
        ("app", "app"),
        ("小程序", "app"),
        ("传真", "fax"),
        ("qq", "chat"),
        ("在线", "chat"),
        ("值班", "duty_desk"),
        ("现场", "on_site"),
    ];
    let named = |words: &str| {
        let mut codes: Vec<&'static str> = Vec::new();
        for (word, code) in kinds {
            if words.contains(word) && !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    };
    // 客服热线7×24小时，微信群工作日9:00-18:00: each has hours of its own.
    let mut channel = named(view.text());
    if channel.is_empty() {
        channel = named(&label(view));
    }
    if channel.is_empty() {
        channel = named(view.whole());
    }
    if channel.is_empty() && view.phone() {
        channel.push("phone");
    }
    let always = view
        .period(Role::Attendance)
        .is_some_and(|p| p.high.hundredths == 2400)
        || view.is(C::Everyday);
    let clock = clock_hours(view);
    let attendance = if always {
        Some(Attendance::Always)
    } else {
        clock.as_ref().map(|_| Attendance::Limited)
    };
    Terms::Channel {
        channel,
        hours: if always {
            Some("7x24".to_owned())
        } else {
            clock
        },
        attendance,
        number: number(&view.quote()),
    }
}

/// 服务热线：400-111-2222: what stands before the colon.
fn label(view: &View<'_>) -> String {
    let segments = &view.sentence.segments;
    let own = segments.iter().position(|segment| segment.0 == view.start);
    own.and_then(|at| at.checked_sub(1))
        .map(|before| segments[before])
        .filter(|(_, end)| view.page.clean.chars.get(*end) == Some(&'：'))
        .map(|(start, end)| view.page.clean.text(start, end).to_owned())
        .unwrap_or_default()
}

/// 400-111-2222（8:00-20:00）: brackets that do not close before the number ends hold something else.
fn closed(run: &str) -> &str {
    let open = run.matches(['（', '(']).count() > run.matches(['）', ')']).count();
    match run.find(['（', '(']).filter(|_| open) {
        Some(at) => run[..at].trim_end(),
        None => run,
    }
}

/// The telephone number or address as written.
pub(super) fn number(quote: &str) -> Option<String> {
    let allowed = |c: char| {
        c.is_ascii_alphanumeric() || "-_@.×＊*（）()— ".contains(c) || ('０'..='９').contains(&c)
    };
    let mut best = String::new();
    for run in quote.split(|c| !allowed(c)) {
        let run = closed(run.trim());
        let digits = run
            .chars()
            .filter(|c| {
                c.is_ascii_digit()
                    || matches!(c, 'X' | 'x' | '_' | '*' | '×')
                    || ('０'..='９').contains(c)
            })
            .count();
        if (digits >= 7 || run.contains('@')) && run.len() > best.len() {
            run.clone_into(&mut best);
        }
    }
    (!best.is_empty()).then_some(best)
}
