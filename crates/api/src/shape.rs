//! Says what is wrong with the form of a value, in words for people instead of the parser's.

use app::check::REQUIRED;
use app::{Message, Text};

app::messages! {
    UNKNOWN_FIELD = "unknown-field", "没有这一项。", "There is no such field.";
    GIVEN_TWICE = "given-twice", "此项重复。", "This is given twice.";
    NO_SUCH_WORD = "no-such-word", "只能是以下之一：{allowed}。", "Write one of: {allowed}.";
    NO_TEXT = "no-text", "这里应为文本。", "A text is expected here.";
    NO_NUMBER = "no-number", "这里应为范围内的整数。", "A whole number in range is expected here.";
    NO_FLAG = "no-flag", "这里应为 true 或 false。", "true or false is expected here.";
    NO_LIST = "no-list", "这里应为列表。", "A list is expected here.";
    NO_OBJECT = "no-object", "这里应为对象。", "An object is expected here.";
    WRONG_SHAPE = "wrong-shape", "此处内容不符合格式：{why}", "This does not have the expected form: {why}";
}

/// The parser's complaint as a message. The parser words it as `unknown field …`, `invalid type: …, expected …`.
pub(crate) fn told(why: &str) -> Text {
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
        let allowed = expected.trim_start_matches("one of ").replace('`', "");
        return Text::from(NO_SUCH_WORD).with("allowed", allowed);
    }
    let is_of_another_kind = why.starts_with("invalid type") || why.starts_with("invalid value");
    if is_of_another_kind && let Some(message) = kind(expected) {
        return message.into();
    }
    Text::from(WRONG_SHAPE).with("why", why)
}

fn kind(expected: &str) -> Option<&'static Message> {
    const NUMBERS: [&str; 8] = ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"];
    match expected {
        "a string" | "string" => Some(NO_TEXT),
        "a boolean" => Some(NO_FLAG),
        "a sequence" => Some(NO_LIST),
        "a map" | "an object" => Some(NO_OBJECT),
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
