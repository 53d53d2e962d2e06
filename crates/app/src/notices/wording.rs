//! What a notice says.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

use crate::message::{Message, Text};

pub(crate) const PROMISE_WARNING: &str = "promise.warning";
pub(crate) const PROMISE_BROKEN: &str = "promise.broken";
pub(crate) const DUTY_OPEN: &str = "duty.open";
pub(crate) const DUTY_MISSED: &str = "duty.missed";
pub(crate) const MAIL_FAILED: &str = "mail.failed";
pub(crate) const JOB_DEAD: &str = "job.dead";
pub(crate) const LEDGER_UNCHECKED: &str = "ledger.unchecked";
pub(crate) const LEDGER_REPAIRED: &str = "ledger.repaired";

crate::messages! {
    WARNING = "notice-promise-warning", "服务单 {number}：“{clause}”的时限已用 {percent}%，应在 {due} 前完成。",
        "Case {number}: {percent}% of the limit of “{clause}” is used; it is due by {due}.";
    WARNING_LATE = "notice-promise-warning-late",
        "服务单 {number}：“{clause}”的时限已用 {percent}%，应在 {due} 前完成。（迟到的提醒：{mark} 时已达到）",
        "Case {number}: {percent}% of the limit of “{clause}” is used; it is due by {due}. (Told late: reached at {mark}.)";
    BROKEN = "notice-promise-broken", "服务单 {number}：“{clause}”已超时，应在 {due} 前完成。",
        "Case {number}: “{clause}” is broken; it was due by {due}.";
    BROKEN_LATE = "notice-promise-broken-late", "服务单 {number}：“{clause}”已超时，应在 {due} 前完成。（迟到的提醒：{mark} 时已超时）",
        "Case {number}: “{clause}” is broken; it was due by {due}. (Told late: broken since {mark}.)";
    DUTY_OPENED = "notice-duty-open", "协议 {number}：“{clause}”可以开始做了，应在 {due} 前完成。",
        "Agreement {number}: “{clause}” may be done now; it is due by {due}.";
    DUTY_WAS_MISSED = "notice-duty-missed", "协议 {number}：“{clause}”没有按期完成，应在 {due} 前完成。",
        "Agreement {number}: “{clause}” was missed; it was due by {due}.";
    DUTY_OPENED_LATE = "notice-duty-open-late", "协议 {number}：“{clause}”可以开始做了，应在 {due} 前完成。（迟到的提醒：{mark} 起就可以做）",
        "Agreement {number}: “{clause}” may be done now; it is due by {due}. (Told late: it could be done since {mark}.)";
    DUTY_WAS_MISSED_LATE = "notice-duty-missed-late", "协议 {number}：“{clause}”没有按期完成，应在 {due} 前完成。（迟到的提醒：{mark} 时已超时）",
        "Agreement {number}: “{clause}” was missed; it was due by {due}. (Told late: missed since {mark}.)";
    LETTER_FAILED = "notice-mail-failed", "发往 {address} 的邮件没有送达，已放弃：{why}",
        "A letter to {address} could not be delivered and was given up: {why}";
    TASK_DEAD = "notice-job-dead", "后台任务 {kind}（{subject}）多次失败，已停止：{why}",
        "The background task {kind} ({subject}) failed too often and was stopped: {why}";
    REPAIRED = "notice-ledger-repaired", "夜间核对修正了服务单 {number} 的承诺记录；这说明程序有缺陷，请报告。",
        "The nightly check repaired the promises of case {number}; this shows a defect of the program, please report it.";
    UNCHECKED = "notice-ledger-unchecked", "夜间核对有 {count} 张服务单未能检查，第一张是 {number}：{why}",
        "The nightly check could not look at {count} case(s), the first of them {number}: {why}";
    MENTIONED = "notice-mentioned", "{by} 在服务单 {number} 中提到了您。", "{by} mentioned you in case {number}.";
    OTHER = "notice-other", "有新消息（{kind}）。", "There is news ({kind}).";
}

/// A notice that is sent in quiet hours as well.
pub(crate) fn is_urgent(kind: &str) -> bool {
    kind == PROMISE_BROKEN
}

/// A notice in words, with its times told in a zone.
pub fn wording(kind: &str, params: &Value, zone: &TimeZone) -> Text {
    let is_late = params
        .get("late")
        .and_then(Value::as_bool)
        .unwrap_or_default();
    let message: &'static Message = match (kind, is_late) {
        (PROMISE_WARNING, false) => WARNING,
        (PROMISE_WARNING, true) => WARNING_LATE,
        (PROMISE_BROKEN, false) => BROKEN,
        (PROMISE_BROKEN, true) => BROKEN_LATE,
        (DUTY_OPEN, false) => DUTY_OPENED,
        (DUTY_OPEN, true) => DUTY_OPENED_LATE,
        (DUTY_MISSED, false) => DUTY_WAS_MISSED,
        (DUTY_MISSED, true) => DUTY_WAS_MISSED_LATE,
        (MAIL_FAILED, _) => LETTER_FAILED,
        (JOB_DEAD, _) => TASK_DEAD,
        (LEDGER_REPAIRED, _) => REPAIRED,
        (LEDGER_UNCHECKED, _) => UNCHECKED,
        ("case.mentioned", _) => MENTIONED,
        _ => OTHER,
    };
    let text = Text::from(message);
    let text = [
        "number", "count", "clause", "percent", "address", "why", "subject", "by",
    ]
    .into_iter()
    .fold(text, |text, name| fill(text, name, params));
    let text = ["due", "mark"]
        .into_iter()
        .fold(text, |text, name| fill_time(text, name, params, zone));
    let named = params.get("kind").and_then(Value::as_str);
    text.with("kind", named.unwrap_or(kind))
}

fn fill(text: Text, name: &'static str, params: &Value) -> Text {
    let english = params.get(format!("{name}_en")).and_then(Value::as_str);
    match params.get(name) {
        Some(Value::String(value)) => match english {
            Some(english) => text.with_words(name, value, english),
            None => text.with(name, value),
        },
        Some(Value::Number(value)) => text.with(name, value),
        _ => text,
    }
}

fn fill_time(text: Text, name: &'static str, params: &Value, zone: &TimeZone) -> Text {
    let at = params.get(name).and_then(Value::as_str);
    match at.and_then(|at| at.parse::<Timestamp>().ok()) {
        Some(at) => text.with(name, at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M")),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use serde_json::json;

    #[test]
    fn times_are_told_in_the_zone_and_lateness_is_said() {
        let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
        let params = json!({ "number": "FW-20261122-0007", "clause": "到场", "percent": 80, "late": true,
            "due": "2026-11-22T02:00:00Z", "mark": "2026-11-22T01:30:00Z" });
        let text = wording(PROMISE_BROKEN, &params, &zone);
        assert_eq!(
            text.say(Language::English),
            "Case FW-20261122-0007: “到场” is broken; it was due by 2026-11-22 10:00. (Told late: broken since 2026-11-22 09:30.)"
        );
        let missed = json!({ "number": "XY-1", "clause": "年检", "late": true, "due": "2026-11-20T02:00:00Z", "mark": "2026-11-20T02:00:00Z" });
        assert_eq!(
            wording(DUTY_MISSED, &missed, &zone).say(Language::Chinese),
            "协议 XY-1：“年检”没有按期完成，应在 2026-11-20 10:00 前完成。（迟到的提醒：2026-11-20 10:00 时已超时）"
        );
        let warning = wording(
            PROMISE_WARNING,
            &json!({ "number": "A", "percent": 50 }),
            &zone,
        );
        assert_eq!(
            warning.say(Language::Chinese),
            "服务单 A：“…”的时限已用 50%，应在 … 前完成。"
        );
    }

    #[test]
    fn a_clause_of_the_law_is_told_in_the_language_of_the_reader() {
        let params = json!({ "number": "A", "percent": 50, "clause": "法定：15 天内答复", "clause_en": "By law: answered within 15 days" });
        let said = |language| wording(PROMISE_WARNING, &params, &TimeZone::UTC).say(language);
        assert!(said(Language::Chinese).contains("“法定：15 天内答复”"));
        assert!(said(Language::English).contains("“By law: answered within 15 days”"));
    }

    #[test]
    fn an_unknown_kind_is_still_told() {
        let text = wording("weather.changed", &json!({}), &TimeZone::UTC);
        assert_eq!(
            text.say(Language::English),
            "There is news (weather.changed)."
        );
    }
}
