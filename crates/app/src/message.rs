//! What is said to people: one stable code with its text in every language of the interface.

use crate::language::Language;

/// A sentence that can be said. Declared with [`messages!`](crate::messages), which makes a missing language impossible.
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    /// Stable, lower case with hyphens; the last part of a problem's type.
    pub code: &'static str,
    zh: &'static str,
    en: &'static str,
}

/// Declares messages: `NAME = "code", "中文", "English";`. A word in braces is filled in by [`Text::with`].
#[macro_export]
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $zh:literal, $en:literal;)*) => {$(
        $(#[$doc])*
        #[allow(unreachable_pub, reason = "a message may be private to its module or public")]
        pub const $name: &$crate::Message = &$crate::Message::new($code, $zh, $en);
    )*};
}

impl Message {
    #[doc(hidden)]
    pub const fn new(code: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self { code, zh, en }
    }
}

/// A message with what fills its braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub message: &'static Message,
    values: Vec<(&'static str, Value)>,
}

/// What fills a brace.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Same(String),
    Words { zh: String, en: String },
}

impl Value {
    fn say(&self, language: Language) -> &str {
        match (self, language) {
            (Self::Same(value), _) => value,
            (Self::Words { zh, .. }, Language::Chinese) => zh,
            (Self::Words { en, .. }, Language::English) => en,
        }
    }
}

/// Longest piece of a caller's own input that is repeated to the caller, in characters.
const MAX_ECHO: usize = 80;

impl Text {
    /// Fills `{name}` with a value, which is cut when it is long.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        let value = value.to_string();
        let cut = if value.chars().count() > MAX_ECHO {
            value.chars().take(MAX_ECHO).chain(['…']).collect()
        } else {
            value
        };
        self.values.push((name, Value::Same(cut)));
        self
    }

    /// Fills `{name}` with our own words, which differ by language.
    #[must_use]
    pub fn with_words(
        mut self,
        name: &'static str,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        self.values.push((
            name,
            Value::Words {
                zh: zh.into(),
                en: en.into(),
            },
        ));
        self
    }

    /// The sentence in a language.
    pub fn say(&self, language: Language) -> String {
        let template = language.choose(self.message.zh, self.message.en);
        let mut said = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            said.push_str(before);
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            let value = self.values.iter().find(|(known, _)| *known == name);
            said.push_str(value.map_or("…", |(_, value)| value.say(language)));
            rest = tail;
        }
        said.push_str(rest);
        said
    }
}

impl From<&'static Message> for Text {
    fn from(message: &'static Message) -> Self {
        Self {
            message,
            values: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    messages! {
        GREETING = "greeting", "你好，{name}。", "Hello, {name}.";
    }

    #[test]
    fn braces_are_filled_once_and_never_from_what_was_filled_in() {
        let text = Text::from(GREETING).with("name", "{name}");
        assert_eq!(text.say(Language::Chinese), "你好，{name}。");
        assert_eq!(Text::from(GREETING).say(Language::English), "Hello, ….");
    }

    #[test]
    fn long_input_is_not_echoed_whole() {
        let text = Text::from(GREETING).with("name", "字".repeat(40_000));
        assert_eq!(
            text.say(Language::English).chars().count(),
            "Hello, .".len() + MAX_ECHO + 1
        );
    }
}
