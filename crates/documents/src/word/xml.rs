//! Text as XML can hold it.

use std::borrow::Cow;

/// The declaration each part begins with.
pub(super) const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// Escaped, without the characters XML has no place for.
pub(super) fn text(words: &str) -> String {
    let kept: Cow<'_, str> = if words.chars().all(allowed) {
        Cow::Borrowed(words)
    } else {
        Cow::Owned(words.chars().filter(|char| allowed(*char)).collect())
    };
    quick_xml::escape::escape(kept.as_ref()).into_owned()
}

pub(super) fn allowed(char: char) -> bool {
    !matches!(char, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
