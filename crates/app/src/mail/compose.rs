//! A letter in words.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use store::notice::Notice;

use crate::language::Language;
use crate::message::Text;
use crate::notices::wording;

/// Most lines of a letter; the rest is counted.
const MAX_LINES: usize = 50;
/// Longest subject, in characters.
const MAX_SUBJECT: usize = 120;

crate::messages! {
    GREETING = "mail-greeting", "{name}，您好：", "Dear {name},";
    DIGEST = "mail-digest", "{count} 条提醒", "{count} notices";
    MORE = "mail-more", "另有 {count} 条，请登录查看。", "{count} more; sign in to see them.";
    CLOSING = "mail-closing", "请登录{company}的服务台处理。此邮件由系统发出，请勿回复。",
        "Please sign in to the service desk of {company}. This letter was sent by the system; please do not reply.";
}

/// Subject and body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) subject: String,
    pub(super) body: String,
}

/// Writes the letter that tells some notices.
pub(super) fn compose(
    name: &str,
    company: &str,
    notices: &[Notice],
    zone: &TimeZone,
    language: Language,
) -> Words {
    let lines: Vec<String> = latest(notices)
        .iter()
        .map(|notice| wording(&notice.kind, &notice.params, zone).say(language))
        .collect();
    let subject = match lines.as_slice() {
        [only] => only.clone(),
        many => Text::from(DIGEST).with("count", many.len()).say(language),
    };
    let mut body = Text::from(GREETING).with("name", name).say(language);
    body.push_str("\r\n\r\n");
    for line in lines.iter().take(MAX_LINES) {
        body.push_str("- ");
        body.push_str(&one_line(line));
        body.push_str("\r\n");
    }
    if lines.len() > MAX_LINES {
        let more = Text::from(MORE).with("count", lines.len() - MAX_LINES);
        body.push_str(&more.say(language));
        body.push_str("\r\n");
    }
    body.push_str("\r\n");
    let company = if company.is_empty() {
        "践诺 Jiannuo"
    } else {
        company
    };
    body.push_str(&Text::from(CLOSING).with("company", company).say(language));
    body.push_str("\r\n");
    Words {
        subject: one_line(&subject).chars().take(MAX_SUBJECT).collect(),
        body,
    }
}

/// Of several marks of one promise only the last is told; everything else stands for itself.
fn latest(notices: &[Notice]) -> Vec<&Notice> {
    let mut last: BTreeMap<(&str, &str), &Notice> = BTreeMap::new();
    for notice in notices {
        let promise = notice
            .params
            .get("promise")
            .and_then(|promise| promise.as_str());
        let kept = last
            .entry((&notice.subject, promise.unwrap_or(&notice.dedup)))
            .or_insert(notice);
        // Several marks may have been told in the same moment; the furthest one counts.
        if (percent(kept), kept.at) <= (percent(notice), notice.at) {
            *kept = notice;
        }
    }
    let mut kept: Vec<&Notice> = last.into_values().collect();
    kept.sort_by(|one, other| (one.at, &one.dedup).cmp(&(other.at, &other.dedup)));
    kept
}

fn percent(notice: &Notice) -> i64 {
    let percent = notice.params.get("percent");
    percent
        .and_then(serde_json::Value::as_i64)
        .unwrap_or_default()
}

/// No text of others starts a line or a header of its own.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() || c == '\u{2028}' || c == '\u{2029}' {
                ' '
            } else {
                c
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::{NoticeId, PersonId};
    use serde_json::json;
    use uuid::Uuid;

    fn notice(percent: u8, promise: &str, number: &str) -> Notice {
        Notice {
            id: NoticeId::new(Uuid::from_u128(u128::from(percent))),
            person: PersonId::new(Uuid::from_u128(1)),
            kind: "promise.warning".into(),
            subject: "case-1".into(),
            params: json!({ "number": number, "clause": "到场", "percent": percent, "promise": promise }),
            dedup: format!("{promise}:{percent}"),
            at: "2026-11-22T01:00:00Z".parse().expect("an instant"),
            read_at: None,
        }
    }

    #[test]
    fn of_several_marks_of_a_promise_the_last_is_told() {
        let notices = [
            notice(90, "a:1", "FW-1"),
            notice(50, "a:1", "FW-1"),
            notice(75, "a:1", "FW-1"),
        ];
        let words = compose("Mei", "Acme", &notices, &TimeZone::UTC, Language::English);
        assert!(
            words.subject.starts_with("Case FW-1: 90%"),
            "{}",
            words.subject
        );
        assert_eq!(words.body.matches("- Case").count(), 1);
    }

    #[test]
    fn several_promises_make_a_digest() {
        let notices = [notice(50, "a:1", "FW-1"), notice(51, "b:1", "FW-1")];
        let words = compose("Mei", "Acme", &notices, &TimeZone::UTC, Language::English);
        assert_eq!(words.subject, "2 notices");
    }

    #[test]
    fn nobody_writes_headers_or_lines_of_their_own() {
        let notices = [notice(50, "a:1", "FW\r\nBcc: all@example.com")];
        let words = compose("Mei", "Acme", &notices, &TimeZone::UTC, Language::English);
        assert!(!words.subject.contains(['\r', '\n']));
        assert!(!words.body.lines().any(|line| line.starts_with("Bcc")));
    }
}
