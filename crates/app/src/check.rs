//! Checks of what people send, collected so that every wrong field is told at once.

use crate::error::{Error, FieldError, Result};
use crate::message::Text;

crate::messages! {
    REQUIRED = "required", "此项必填。", "This is required.";
    TOO_LONG = "too-long", "最多 {max} 个字。", "At most {max} characters.";
    TOO_SHORT = "too-short", "至少 {min} 个字。", "At least {min} characters.";
    CONTROL = "control-character", "不能包含控制字符。", "Control characters are not allowed.";
    NO_PHONE = "no-phone", "电话只能包含数字、空格和 + - ( )，共 5 至 20 位数字。",
        "A phone number has 5 to 20 digits and may contain spaces and + - ( ).";
    NO_MAIL = "no-mail", "这不是有效的邮箱地址。", "This is not a mail address.";
    TOO_MANY = "too-many", "最多 {max} 项。", "At most {max} entries.";
    UNKNOWN_REFERENCE = "unknown-reference", "没有找到所选的对象，或者您无权使用。", "What was chosen is not there or not yours to use.";
}

/// Collects what is wrong with the fields of a request.
#[derive(Debug, Default)]
pub struct Checks {
    errors: Vec<FieldError>,
}

impl Checks {
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes one wrong field.
    pub fn wrong(&mut self, pointer: impl Into<String>, text: impl Into<Text>) {
        self.errors.push(FieldError {
            pointer: pointer.into(),
            text: text.into(),
        });
    }

    /// A text that must not be blank; returns it trimmed.
    pub fn name(&mut self, pointer: &str, given: &str, max: usize) -> String {
        let trimmed = self.text(pointer, given, max);
        if trimmed.is_empty() {
            self.wrong(pointer, REQUIRED);
        }
        trimmed
    }

    /// A single line that may be empty; returns it trimmed.
    pub fn text(&mut self, pointer: &str, given: &str, max: usize) -> String {
        let trimmed = given.trim();
        if trimmed.chars().any(char::is_control) {
            self.wrong(pointer, CONTROL);
        }
        self.length(pointer, trimmed, max);
        trimmed.to_owned()
    }

    /// A text of several lines that may be empty; returns it trimmed at the end.
    pub fn lines(&mut self, pointer: &str, given: &str, max: usize) -> String {
        let trimmed = given.trim_end();
        if trimmed
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        {
            self.wrong(pointer, CONTROL);
        }
        self.length(pointer, trimmed, max);
        trimmed.to_owned()
    }

    /// A phone number, kept as written; empty is none.
    pub fn phone(&mut self, pointer: &str, given: &str) -> Option<String> {
        let trimmed = given.trim();
        let digits = trimmed.chars().filter(char::is_ascii_digit).count();
        let plain = trimmed
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '(' | ')'));
        if trimmed.is_empty() {
            return None;
        }
        if !plain || !(5..=20).contains(&digits) || trimmed.len() > 40 {
            self.wrong(pointer, NO_PHONE);
        }
        Some(trimmed.to_owned())
    }

    /// A mail address; empty is none. Only the shape is checked: whether it works shows when something is sent.
    pub fn mail(&mut self, pointer: &str, given: &str) -> Option<String> {
        let trimmed = given.trim();
        if trimmed.is_empty() {
            return None;
        }
        let shaped = trimmed.split_once('@').is_some_and(|(local, host)| {
            !local.is_empty()
                && host.contains('.')
                && !host.contains('@')
                && !host.starts_with('.')
                && !host.ends_with('.')
        });
        if !shaped
            || trimmed.len() > 254
            || trimmed
                .chars()
                .any(|c| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c))
        {
            self.wrong(pointer, NO_MAIL);
        }
        Some(trimmed.to_owned())
    }

    /// A list of at most `max` entries.
    pub fn at_most<T>(&mut self, pointer: &str, given: &[T], max: usize) {
        if given.len() > max {
            self.wrong(pointer, Text::from(TOO_MANY).with("max", max));
        }
    }

    /// Whether nothing was wrong so far.
    pub fn is_clean(&self) -> bool {
        self.errors.is_empty()
    }

    /// Everything was fine, or an error that names every wrong field.
    pub fn done(self) -> Result<()> {
        if self.errors.is_empty() {
            Ok(())
        } else {
            Err(Error::fields(self.errors))
        }
    }

    fn length(&mut self, pointer: &str, text: &str, max: usize) {
        if text.chars().count() > max {
            self.wrong(pointer, Text::from(TOO_LONG).with("max", max));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let mut checks = Checks::new();
        checks.name("/name", "  ", 10);
        checks.phone("/phone", "call me");
        checks.mail("/email", "a@b");
        checks.text("/title", "a\u{7}", 10);
        let error = checks.done().expect_err("four fields are wrong");
        let pointers: Vec<&str> = error
            .fields
            .iter()
            .map(|field| field.pointer.as_str())
            .collect();
        assert_eq!(pointers, ["/name", "/phone", "/email", "/title"]);
    }

    #[test]
    fn good_input_is_trimmed() {
        let mut checks = Checks::new();
        assert_eq!(checks.name("/name", " 张三 ", 10), "张三");
        assert_eq!(
            checks.phone("/phone", " +86 138-0000-0000 "),
            Some("+86 138-0000-0000".into())
        );
        assert_eq!(checks.mail("/email", ""), None);
        assert_eq!(checks.done(), Ok(()));
    }
}
