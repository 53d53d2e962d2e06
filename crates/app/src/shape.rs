//! Says what is wrong with the form of a value, in words for people instead of the parser's.

use crate::check::REQUIRED;
use crate::message::{Message, Text};

crate::messages! {
    UNKNOWN_FIELD = "unknown-field", "没有这一项。", "There is no such field.";
    GIVEN_TWICE = "given-twice", "此项重复。", "This is given twice.";
    NO_SUCH_WORD = "no-such-word", "只能是以下之一：{allowed}。", "Write one of: {allowed}.";
    NO_TEXT = "no-text", "这里应为文本。", "A text is expected here.";
    NO_NUMBER = "no-number", "这里应为范围内的整数。", "A whole number in range is expected here.";
    NO_FLAG = "no-flag", "这里应为 true 或 false。", "true or false is expected here.";
    NO_LIST = "no-list", "这里应为列表。", "A list is expected here.";
    NO_OBJECT = "no-object", "这里应为对象。", "An object is expected here.";
    NO_DAY = "no-day", "不是有效的日期或时刻。日期写成 2026-11-22，时刻写成 2026-11-22T09:30:00+08:00。",
        "Not a day or moment that exists. Write a day as 2026-11-22, a moment as 2026-11-22T09:30:00+08:00.";
    NO_ID = "no-id", "这不是此类对象的编号：应为 {prefix}_ 加 32 位十六进制数字。", "Not an id of this kind: write {prefix}_ and 32 hexadecimal digits.";
    NO_NAME = "no-slug", "代号由 1 至 64 个小写字母、数字和连字符组成，以字母或数字开头。",
        "Write 1 to 64 lower-case letters, digits and hyphens, beginning with a letter or digit.";
    HOURS_REVERSED = "hours-reversed", "结束时间应晚于开始时间；跨午夜的班次写成 22:00-06:00+1。",
        "It ends before it starts; a shift past midnight is written as 22:00-06:00+1.";
    NO_HOURS = "no-hours", "时间段写成 09:00-12:00，开始早于 24:00，一段不超过一天。",
        "Write a span of hours as 09:00-12:00; it starts before 24:00 and is no longer than a day.";
    WEEKDAY_TWICE = "weekday-twice", "同一天写了两次，请把它的时间段放在一个列表里。", "A day is given twice; put all its hours in one list.";
    NO_WEEKDAY = "no-weekday", "星期写成 mon、mon-fri 或 sat-sun。", "Write days of the week as mon, mon-fri or sat-sun.";
    DATE_OR_RANGE = "date-or-range", "请只写一个日期，或者同时写起止日期。", "Write either a date, or both from and to.";
    NO_LIMIT = "no-limit", "这不是时限。写成 working:PT8H、natural:PT24H、working-days:3、natural-days:3、months:2 或 years:1。",
        "This is not a limit. Write working:PT8H, natural:PT24H, working-days:3, natural-days:3, months:2 or years:1.";
    NO_TERM = "no-term", "保修期应写成 lifetime、months:24、years:2 或 natural-days:30，且大于零。",
        "Write a warranty term as lifetime, months:24, years:2 or natural-days:30, above zero.";
    NO_VALUE = "no-value", "这里应为一个值，或 ask: 加方案中的待定项。", "A value is expected here, or ask: followed by a parameter of the plan.";
    NO_VARIANT = "no-variant", "这里应写明是哪一种。", "Say here which kind it is.";
    WRONG_SHAPE = "wrong-shape", "此处内容不符合格式{why}。", "This does not have the expected form{why}.";
}

/// The parser's complaint as a message. The parser words it as `unknown field …`, `invalid type: …, expected …`.
pub fn told(why: &str) -> Text {
    if why.starts_with("missing field") {
        return REQUIRED.into();
    }
    if why.starts_with("unknown field") {
        return UNKNOWN_FIELD.into();
    }
    if why.starts_with("duplicate field") {
        return GIVEN_TWICE.into();
    }
    let expected = why
        .rsplit_once("expected ")
        .map_or("", |(_, expected)| expected);
    if why.starts_with("unknown variant") {
        let words: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
        return Text::from(NO_SUCH_WORD).with_words("allowed", words.join("、"), words.join(", "));
    }
    if let Some((_, rest)) = why.split_once("is not an id of this kind; write ") {
        let prefix = rest.split('_').next().unwrap_or_default();
        return Text::from(NO_ID).with("prefix", prefix);
    }
    if why.contains("is not a name; write ") {
        return NO_NAME.into();
    }
    if why.starts_with("a warranty term is ") {
        return NO_TERM.into();
    }
    if why.contains("\"ask:\" followed by a parameter") {
        return NO_VALUE.into();
    }
    if let Some(message) = of_the_domain(why) {
        return message.into();
    }
    if let Some((_, allowed)) = why.split_once("is not known here; write one of: ") {
        return Text::from(NO_SUCH_WORD).with_words(
            "allowed",
            allowed.replace(", ", "、"),
            allowed,
        );
    }
    if is_of_the_library_of_time(why) {
        return NO_DAY.into();
    }
    if is_of_the_parser_of_numbers(why) {
        return NO_NUMBER.into();
    }
    if why.starts_with("provided string was not") {
        return NO_FLAG.into();
    }
    let is_of_another_kind = why.starts_with("invalid type") || why.starts_with("invalid value");
    if is_of_another_kind && let Some(message) = kind(expected) {
        return message.into();
    }
    // A complaint nobody foresaw is in English; whoever reads Chinese is spared it.
    Text::from(WRONG_SHAPE).with_words("why", "", format!(": {why}"))
}

/// How the types of the domain complain, by a part of the sentence that stays.
fn of_the_domain(why: &str) -> Option<&'static Message> {
    let known = [
        (
            "is not an interval: it ends before it starts",
            HOURS_REVERSED,
        ),
        ("is not an interval: ", NO_HOURS),
        (
            "is given twice; put all its intervals in one list",
            WEEKDAY_TWICE,
        ),
        ("is not a weekday", NO_WEEKDAY),
        ("write either date, or both from and to", DATE_OR_RANGE),
        ("is not a date that exists", NO_DAY),
        ("is not a limit", NO_LIMIT),
        ("is not a duration", NO_LIMIT),
        ("a duration cannot be negative", NO_LIMIT),
        ("a duration is at most", NO_LIMIT),
    ];
    let found = known.iter().find(|(part, _)| why.contains(part));
    found.map(|(_, message)| *message)
}

/// The field that the parser misses or does not know.
pub fn named(why: &str) -> Option<&str> {
    ["unknown field `", "missing field `"]
        .iter()
        .find_map(|start| why.strip_prefix(start)?.split('`').next())
}

/// The place of an error as a JSON pointer. An unknown or missing field is named itself, not the object around it.
pub fn pointer(path: &serde_path_to_error::Path, why: &str) -> String {
    use serde_path_to_error::Segment;
    let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
    let mut pointer = String::new();
    let mut last = String::new();
    for segment in path {
        last = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } => escaped(key),
            Segment::Enum { .. } | Segment::Unknown => continue,
        };
        pointer.push('/');
        pointer.push_str(&last);
    }
    match named(why).map(escaped) {
        Some(name) if name != last => format!("{pointer}/{name}"),
        _ => pointer,
    }
}

/// How the library of days and moments complains.
fn is_of_the_library_of_time(why: &str) -> bool {
    [
        "failed to parse",
        "parsed ",
        "parameter '",
        "unparsed input",
        "expected four digit year",
        "failed to find offset",
    ]
    .iter()
    .any(|start| why.starts_with(start))
}

/// How the standard library complains of a number in a query.
fn is_of_the_parser_of_numbers(why: &str) -> bool {
    let whys = [
        "invalid digit found in string",
        "number too large to fit in target type",
        "number too small to fit in target type",
        "cannot parse integer from empty string",
    ];
    whys.contains(&why)
}

fn kind(expected: &str) -> Option<&'static Message> {
    const NUMBERS: [&str; 8] = ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"];
    match expected {
        "a string" | "string" => Some(NO_TEXT),
        "a boolean" => Some(NO_FLAG),
        "a sequence" => Some(NO_LIST),
        "a map" | "an object" => Some(NO_OBJECT),
        "string or map" => Some(NO_VARIANT),
        _ if expected.starts_with("struct ") => Some(NO_OBJECT),
        _ if NUMBERS.contains(&expected) => Some(NO_NUMBER),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read")]
    struct Sample {
        text: String,
        number: u8,
        list: Vec<bool>,
        word: Word,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Word {
        Open,
        Closed,
    }

    #[test]
    fn the_words_of_libraries_are_not_passed_on() {
        let day = serde_json::from_str::<jiff::civil::Date>("\"2026-02-30\"").map(drop);
        let month = serde_json::from_str::<jiff::civil::Date>("\"2026-13-01\"").map(drop);
        let word = serde_json::from_str::<jiff::civil::Date>("\"tomorrow\"").map(drop);
        let moment = serde_json::from_str::<jiff::Timestamp>("\"2026-11-22 09:30\"").map(drop);
        let more = serde_json::from_str::<jiff::civil::Date>("\"2026-11-22x\"").map(drop);
        let year = serde_json::from_str::<jiff::civil::Date>("\"20260-11-22\"").map(drop);
        let empty = serde_json::from_str::<jiff::Timestamp>("\"\"").map(drop);
        let id = serde_json::from_str::<domain::ids::CaseId>("\"unit_1\"").map(drop);
        let name = serde_json::from_str::<domain::slug::RegionKey>("\"A B\"").map(drop);
        let hours = |text: &str| {
            serde_json::from_str::<domain::calendar::Interval>(&format!("\"{text}\"")).map(drop)
        };
        let limit = serde_json::from_str::<domain::time::Limit>("\"8h\"").map(drop);
        for (read, code) in [
            (hours("18:00-09:00"), "hours-reversed"),
            (hours("9am-5pm"), "no-hours"),
            (limit, "no-limit"),
            (day, "no-day"),
            (month, "no-day"),
            (word, "no-day"),
            (moment, "no-day"),
            (more, "no-day"),
            (year, "no-day"),
            (empty, "no-day"),
            (id, "no-id"),
            (name, "no-slug"),
        ] {
            let why = read.expect_err("the sample is wrong").to_string();
            let why = why
                .rsplit_once(" at line ")
                .map_or(why.as_str(), |(why, _)| why);
            assert_eq!(told(why).message.code, code, "{why}");
        }
        let number = "9"
            .repeat(20)
            .parse::<u32>()
            .expect_err("too large")
            .to_string();
        assert_eq!(told(&number).message.code, "no-number");
        let unforeseen = told("the moon is full").say(crate::Language::Chinese);
        assert_eq!(unforeseen, "此处内容不符合格式。");
        let allowed = told("unknown variant `x`, expected `branch` or `outlet`");
        assert_eq!(
            allowed.say(crate::language::Language::Chinese),
            "只能是以下之一：branch、outlet。"
        );
    }

    #[test]
    fn each_complaint_has_its_words() {
        let cases = [
            (r"{}", "required"),
            (r#"{"text":1}"#, "no-text"),
            (r#"{"number":256}"#, "no-number"),
            (r#"{"number":"x"}"#, "no-number"),
            (r#"{"list":{}}"#, "no-list"),
            (r#"{"list":[1]}"#, "no-flag"),
            (r#"{"word":"ajar"}"#, "no-such-word"),
            (r#"{"more":1}"#, "unknown-field"),
            (r#"{"text":"a","text":"b"}"#, "given-twice"),
            (r"3", "no-object"),
        ];
        for (json, code) in cases {
            let why = serde_json::from_str::<Sample>(json)
                .expect_err("the sample is wrong")
                .to_string();
            let why = why
                .rsplit_once(" at line ")
                .map_or(why.as_str(), |(why, _)| why);
            assert_eq!(told(why).message.code, code, "{json}: {why}");
        }
    }
}
